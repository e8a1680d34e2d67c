import type pg from 'pg';
import type { Declared } from '../../src/platform/db/statement.ts';

interface Prepared {
  readonly name: string;
  readonly dataTypeID: number;
}

/** Names of PostgreSQL's types by oid, as row types use them. */
const typeNames: Readonly<Record<number, string>> = {
  16: 'bool',
  17: 'bytea',
  20: 'int8',
  21: 'int2',
  23: 'int4',
  25: 'text',
  701: 'float8',
  1700: 'numeric',
  1043: 'text',
  1082: 'date',
  1184: 'timestamptz',
  2950: 'uuid',
  3802: 'jsonb',
  1005: 'int2[]',
  1007: 'int4[]',
  1009: 'text[]',
  1182: 'date[]',
};

/** Describes a statement without running it (`limit 0` around it is not possible for writes): null when it fits. */
export async function describeColumns(client: pg.PoolClient, declared: Declared, text: string): Promise<string | null> {
  const columns = await describe(client, text);
  const found = columns.map((column) => `${column.name} ${typeNames[column.dataTypeID] ?? `oid ${column.dataTypeID}`}`);
  const wanted = Object.entries(declared.columns).map(([name, type]) => `${name} ${type.replace('?', '')}`);
  const missing = wanted.filter((each) => !found.includes(each));
  const extra = found.filter((each) => !wanted.includes(each));
  if (missing.length === 0 && extra.length === 0) return null;
  return `${declared.name}: declared but not returned [${missing.join(', ')}], returned but not declared [${extra.join(', ')}]`;
}

/** Parse and Describe of the extended protocol, without Execute. */
function describe(client: pg.PoolClient, text: string): Promise<readonly Prepared[]> {
  return new Promise((done, fail) => {
    let columns: readonly Prepared[] = [];
    client.query({
      submit(connection: { parse(query: object): void; describe(message: object): void; sync(): void }) {
        connection.parse({ name: '', text, types: [] });
        connection.describe({ type: 'S', name: '' });
        connection.sync();
      },
      handleRowDescription(message: { fields: readonly Prepared[] }) {
        columns = message.fields;
      },
      handleError: (fault: Error) => fail(fault),
      handleReadyForQuery: () => done(columns),
    } as unknown as pg.Submittable);
  });
}
