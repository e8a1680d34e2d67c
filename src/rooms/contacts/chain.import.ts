import sql, { type Sql } from 'sql-template-tag';
import type { DeliveryFacts, RunSql } from '../deliveries/index.ts';
import { type ChainRow, type ChainState, computeChain } from './chain.ts';

const treesAtOnce = 5000;

interface LoadedRow {
  readonly tree_no: number;
  readonly contact_id: string;
  readonly corrects: string | null;
  readonly outcome: string;
  readonly rank: number;
  readonly registered_at: string;
  readonly known_from: string;
}

/** Recomputes the bookkeeping of every tree of corrections that this delivery touched, some thousand at a time. */
export async function settleChains(run: RunSql, { deliveryId }: DeliveryFacts): Promise<void> {
  await run(sql`
    create temporary table tree on commit drop as
    with recursive up as (
      select contact_id, corrects from contacts.contact where delivery_id = ${deliveryId} and corrects is not null
      union
      select c.contact_id, c.corrects from up join contacts.contact c on c.contact_id = up.corrects
    ), down as (
      select contact_id as root, contact_id from up where corrects is null
      union
      select down.root, c.contact_id from down join contacts.contact c on c.corrects = down.contact_id
    )
    select dense_rank() over (order by root) as tree_no, contact_id from down`);
  await run(sql`create index on pg_temp.tree (tree_no)`);
  await run(sql`analyze pg_temp.tree`);
  const [last] = await run(sql`select coalesce(max(tree_no), 0) as trees from pg_temp.tree`);
  for (let done = 0; done < Number(last?.trees); done += treesAtOnce) {
    const rows = await run<LoadedRow>(loadTrees(done, done + treesAtOnce));
    const states = groupByTree(rows).flatMap((tree) => computeChain(tree));
    await run(saveBookkeeping(states));
    await run(dropVoids(states));
    await run(saveVoids(states));
  }
  await run(sql`drop table pg_temp.tree`);
}

function loadTrees(after: number, upTo: number): Sql {
  return sql`
    select t.tree_no, c.contact_id, c.corrects, c.outcome,
      row_number() over (order by c.registered_at, c.contact_id) as rank,
      to_char(c.registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as registered_at,
      to_char(c.known_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as known_from
    from pg_temp.tree t join contacts.contact c on c.contact_id = t.contact_id
    where t.tree_no > ${after} and t.tree_no <= ${upTo}
    order by t.tree_no`;
}

function groupByTree(rows: readonly LoadedRow[]): readonly ChainRow[][] {
  const trees = new Map<number, ChainRow[]>();
  for (const row of rows) {
    const tree = trees.get(row.tree_no) ?? [];
    if (tree.length === 0) trees.set(row.tree_no, tree);
    tree.push({
      contactId: row.contact_id,
      corrects: row.corrects,
      rank: row.rank,
      registeredAt: row.registered_at,
      knownFrom: row.known_from,
      outcome: row.outcome,
    });
  }
  return [...trees.values()];
}

function saveBookkeeping(states: readonly ChainState[]): Sql {
  return sql`
    update contacts.contact c set dead_from = n.dead_from, reported_at = n.reported_at
    from unnest(${states.map((state) => state.contactId)}::text[], ${states.map((state) => state.deadFrom ?? 'infinity')}::timestamptz[],
      ${states.map((state) => state.reportedAt)}::timestamptz[]) as n (contact_id, dead_from, reported_at)
    where c.contact_id = n.contact_id and (c.dead_from, c.reported_at) is distinct from (n.dead_from, n.reported_at)`;
}

function dropVoids(states: readonly ChainState[]): Sql {
  return sql`
    delete from contacts.void_interval where contact_id = any (${states.map((state) => state.contactId)}::text[])`;
}

function saveVoids(states: readonly ChainState[]): Sql {
  const voids = states.flatMap((state) => state.voids.map((interval) => ({ contactId: state.contactId, ...interval })));
  return sql`
    insert into contacts.void_interval (contact_id, client_key, void_from, void_to)
    select n.contact_id, c.client_key, n.void_from, n.void_to
    from unnest(${voids.map((v) => v.contactId)}::text[], ${voids.map((v) => v.from)}::timestamptz[],
      ${voids.map((v) => v.to ?? 'infinity')}::timestamptz[]) as n (contact_id, void_from, void_to)
    join contacts.contact c on c.contact_id = n.contact_id`;
}
