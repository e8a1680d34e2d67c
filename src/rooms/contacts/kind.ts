/** Kinds, channels and outcomes of contact moments, with what follows from them. */
export const kinds = {
  orientation: { conversation: true, contact: true, minutes: 60 },
  evaluation: { conversation: true, contact: true, minutes: 45 },
  monitoring: { conversation: true, contact: true, minutes: 30 },
  progress: { conversation: true, contact: true, minutes: 45 },
  intake: { conversation: true, contact: true, minutes: 60 },
  workshop: { conversation: false, contact: true, minutes: 120 },
  test: { conversation: false, contact: true, minutes: 90 },
  case_discussion: { conversation: false, contact: false, minutes: 15 },
  message: { conversation: false, contact: false, minutes: 5 },
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];
export const channels = ['office', 'phone', 'video', 'group', 'digital'] as const;
export type Channel = (typeof channels)[number];

export const conversationChannels: readonly string[] = ['office', 'phone', 'video'];

/** Kinds that are a conversation (by one of those ways), and kinds that are a contact: for statements over many rows. */
export const conversationKinds: readonly Kind[] = kindNames.filter((kind) => kinds[kind].conversation);
export const contactKinds: readonly Kind[] = kindNames.filter((kind) => kinds[kind].contact);

/** The classes of a contact; definitions in measures.md. */
export function classesOf(
  kind: Kind,
  channel: Channel,
): { readonly isConversation: boolean; readonly isContact: boolean } {
  return {
    isConversation: kinds[kind].conversation && conversationChannels.includes(channel),
    isContact: kinds[kind].contact,
  };
}

/** Usual minutes of a kind: what the form fills in. A default of ours, to be overwritten by the adviser. */
export function usualMinutes(kind: Kind): number {
  return kinds[kind].minutes;
}

/** What one plans after a contact unless another is chosen: a first conversation or a workshop is not held twice. */
export function nextAfter(channel: Channel): { readonly kind: Kind; readonly channel: Channel } {
  return { kind: 'progress', channel: conversationChannels.includes(channel) ? channel : 'office' };
}
