import { expect, it } from 'vitest';
import { channels, classesOf, nextAfter } from './kind.ts';

it('plans a conversation next, whatever the contact was and however it was held', () => {
  for (const channel of channels) {
    const next = nextAfter(channel);
    expect(classesOf(next.kind, next.channel).isConversation).toBe(true);
  }
  expect([nextAfter('phone'), nextAfter('group')]).toEqual([
    { kind: 'progress', channel: 'phone' },
    { kind: 'progress', channel: 'office' },
  ]);
});
