/** What a delivery says of itself; what it leaves out has the default of the format. */
export interface Manifest {
  readonly source: string;
  /** RFC 3339; null = the moment of the import. */
  readonly deliveredAt: string | null;
  readonly kind: 'incremental' | 'full';
  readonly endDates: 'exclusive' | 'inclusive';
  readonly encoding: Encoding;
}
export type Encoding = 'utf-8' | 'windows-1252';

export const defaultManifest: Manifest = {
  source: 'register',
  deliveredAt: null,
  kind: 'incremental',
  endDates: 'exclusive',
  encoding: 'utf-8',
};

/** Reads the text of `manifest.json`; gives the reason as text when it is not one. */
export function readManifest(
  text: string,
  isInstant: (text: string) => boolean,
): Manifest | { readonly fault: string } {
  const parsed = parseObject(text.replace(/^\uFEFF/, ''));
  if (parsed === null) return { fault: 'no JSON object' };
  const { format = 1, source = 'register', kind = 'incremental', endDates = 'exclusive', encoding = 'utf-8' } = parsed;
  const { deliveredAt = null } = parsed;
  if (format !== 1) return { fault: 'unknown format' };
  if (typeof source !== 'string' || source === '' || source.includes('\0')) return { fault: 'source is no text' };
  if (deliveredAt !== null && !(typeof deliveredAt === 'string' && isInstant(deliveredAt))) {
    return { fault: 'deliveredAt is no RFC 3339 moment with offset' };
  }
  if (kind !== 'incremental' && kind !== 'full') return { fault: 'unknown kind' };
  if (endDates !== 'exclusive' && endDates !== 'inclusive') return { fault: 'unknown endDates' };
  if (encoding !== 'utf-8' && encoding !== 'windows-1252') return { fault: 'unknown encoding' };
  return { source, deliveredAt, kind, endDates, encoding };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
