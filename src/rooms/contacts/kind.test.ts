import { expect, it } from 'vitest';
import { clients, makeRegister, organisation } from '../../../tests/register/register.ts';
import { call } from '../../platform/testing/call.ts';
import { contactActions } from './contacts.actions.ts';
import { channels, classesOf, kindNames, nextAfter } from './kind.ts';

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

it('counts every kind by every way alike, delivered or entered', async () => {
  const [list] = contactActions;
  const register = await makeRegister('2019-09-01T08:00:00Z');
  const all = kindNames.flatMap((kind) => channels.map((channel) => ({ kind, channel })));
  const rows = all.map(({ kind, channel }, i) => ({
    contact_id: `X${i}`,
    benefit_id: 'B1',
    adviser_id: 'A1',
    kind,
    channel,
    occurred_at: '2019-08-01T10:00:00+02:00',
    minutes: '30',
    outcome: 'held',
    registered_at: '2019-08-02T10:00:00+02:00',
  }));
  try {
    await register.deliver({ ...organisation, ...clients, 'contacts.csv': rows });
    const { contacts } = await call(register, list, { clientId: 'K1' });
    expect(contacts).toHaveLength(all.length);
    for (const { kind, channel, isConversation, isContact } of contacts) {
      expect({ kind, channel, isConversation, isContact }).toEqual({ kind, channel, ...classesOf(kind, channel) });
    }
  } finally {
    await register.close();
  }
});
