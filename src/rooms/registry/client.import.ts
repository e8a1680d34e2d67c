import sql from 'sql-template-tag';
import type { FileDeclaration } from '../deliveries/index.ts';

export const clients: FileDeclaration = {
  name: 'clients.csv',
  key: ['client_id'],
  columns: [
    { name: 'client_id', type: { kind: 'id' }, required: true },
    { name: 'birth_date', type: { kind: 'date' }, required: true },
    { name: 'bsn', type: { kind: 'bsn' }, descriptive: true },
    { name: 'given_name', type: { kind: 'text' }, descriptive: true },
    { name: 'family_name', type: { kind: 'text' }, descriptive: true },
    { name: 'sex', type: { kind: 'enum', values: ['f', 'm', 'x'] }, descriptive: true },
    { name: 'postcode', type: { kind: 'pattern', pattern: /^[1-9][0-9]{3}([A-Z]{2})?$/ }, descriptive: true },
    { name: 'phone', type: { kind: 'text' }, descriptive: true },
    { name: 'email', type: { kind: 'text' }, descriptive: true },
    {
      name: 'preferred_channel',
      type: { kind: 'enum', values: ['office', 'phone', 'video', 'letter', 'email'] },
      descriptive: true,
    },
    { name: 'education', type: { kind: 'enum', values: ['low', 'middle', 'high'] }, descriptive: true },
    { name: 'language', type: { kind: 'pattern', pattern: /^[a-z]{2,3}$/ }, descriptive: true },
    { name: 'digital', type: { kind: 'boolean' }, descriptive: true },
    { name: 'protected', type: { kind: 'boolean' }, whenEmpty: 'false' },
  ],
  withdrawable: true,
  setRules: () => [
    // Earlier rows of other clients, refused or not; and the other clients of the register as it was before.
    sql`insert into pg_temp.found (n, level, code, column_name, value)
      select s.n, 'warned', 'duplicate_bsn', 'bsn', null
      from pg_temp.staged s
      join (
        select bsn_hash, min(n) as n, min(n) filter (where client_id is distinct from first_client) as other_n, first_client
        from (
          select bsn_hash, n, client_id, first_value(client_id) over (partition by bsn_hash order by n) as first_client
          from pg_temp.staged where bsn_hash is not null
        ) f
        group by bsn_hash, first_client
      ) f on f.bsn_hash = s.bsn_hash
      where (s.client_id is distinct from f.first_client and f.n < s.n) or f.other_n < s.n
      union
      select s.n, 'warned', 'duplicate_bsn', 'bsn', null
      from pg_temp.staged s
      join registry.client_version v on v.bsn_hash = s.bsn_hash and v.known_to = 'infinity' and not v.withdrawn
        and v.client_id is distinct from s.client_id`,
    sql`update pg_temp.staged s set bsn_cipher = null, bsn_hash = null
      from pg_temp.found f where f.n = s.n and f.code = 'duplicate_bsn'`,
  ],
  keeping: {
    kind: 'versions',
    table: 'registry.client_version',
    beforeApply: [
      sql`insert into registry.client (client_id, protected)
        select s.client_id, s.protected from pg_temp.staged s join pg_temp.arriving a using (n)
        where not exists (select from registry.client c where c.client_id = s.client_id)
        order by s.n`,
    ],
    joins: sql`join registry.client c on c.client_id = s.client_id`,
    derived: [{ column: 'client_key', value: sql`c.client_key` }],
  },
};
