import sql, { raw, type Sql } from 'sql-template-tag';
import {
  type DeliveryFacts,
  type FileDeclaration,
  type RunSql,
  targetsOf,
  type VersionKeeping,
} from './file-declaration.ts';
import { isSound, names, sameKey } from './staging.store.ts';

interface VersionWork {
  readonly file: FileDeclaration;
  readonly delivery: DeliveryFacts;
  readonly keeping: VersionKeeping;
}

/** What an import reports of one file. */
export interface FileCounts {
  readonly accepted: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  /** Keys whose entered version was put aside. */
  readonly replaced: readonly string[];
  readonly missing: number;
}

const rowsWorthAnalysing = 500;

/** Brings what is sound into the register: new versions, withdrawals, and what the file's room does with them. */
export async function applyFile(run: RunSql, file: FileDeclaration, delivery: DeliveryFacts): Promise<FileCounts> {
  await run(file.keeping.kind === 'versions' ? findArriving(file, delivery) : findOnceArriving());
  await run(sql`analyze pg_temp.arriving`);
  const replaced = await run(sql`
    select s.row_key from pg_temp.arriving a join pg_temp.staged s using (n) where a.replaces order by s.n`);
  const counts = await countStates(run);
  if (file.keeping.kind === 'versions') await applyVersions(run, { file, delivery, keeping: file.keeping });
  else await applyOnce(run, file, delivery);
  const [left] = await run(sql`select count(*) as n from pg_temp.leaving`);
  const leaving = Number(left?.n);
  if (file.withdrawable && file.keeping.kind === 'versions')
    await withdraw(run, { file, delivery, keeping: file.keeping });
  await file.settle?.(run, delivery);
  // What reads a table that has just been filled must not plan as if it were empty.
  if (counts.accepted + leaving >= rowsWorthAnalysing) await run(sql`analyze ${raw(file.keeping.table)}`);
  return {
    ...counts,
    withdrawn: file.withdrawable ? leaving : 0,
    missing: file.withdrawable ? 0 : leaving,
    replaced: replaced.map((row) => String(row.row_key).replaceAll('\u001f', ' ')),
  };
}

async function countStates(run: RunSql): Promise<{ accepted: number; unchanged: number }> {
  const [row] = await run(sql`
    select count(*) filter (where p.state in ('new', 'changed')) as accepted,
      count(*) filter (where p.state in ('same', 'adopted')) as unchanged
    from pg_temp.staged s join pg_temp.prior p using (n) where ${isSound('s')}`);
  return { accepted: Number(row?.accepted), unchanged: Number(row?.unchanged) };
}

/**
 * A version that comes at an instant splits the interval of the one then in force; before the first version it lasts
 * until that. `closes` = the version that ends with it; `replaces`: that was entered here and in force, also where it says
 * "does not exist": who was given no access any more and comes back by a delivery is to be seen.
 */
function findArriving(file: FileDeclaration, delivery: DeliveryFacts): Sql {
  const table = raw(file.keeping.table);
  const at = sql`${delivery.knownFrom}::timestamptz`;
  return sql`
    create temporary table arriving on commit drop as
    select s.n, p.state, coalesce(v.known_to, f.known_from, 'infinity') as known_to, v.version_id as closes,
      coalesce(p.state = 'changed' and v.delivery_id is null and v.known_to = 'infinity', false) as replaces
    from pg_temp.staged s
    join pg_temp.prior p on p.n = s.n and p.state in ('new', 'changed', 'adopted')
    left join lateral (
      select v.* from ${table} v
      where p.state <> 'new' and ${sameKey(file, 'v', 's')} and v.known_from <= ${at} and v.known_to > ${at}
    ) v on true
    left join lateral (
      select min(w.known_from) as known_from from ${table} w
      where p.state <> 'new' and v.version_id is null and ${sameKey(file, 'w', 's')} and w.known_to > w.known_from
    ) f on true
    where ${isSound('s')}`;
}

function findOnceArriving(): Sql {
  return sql`
    create temporary table arriving on commit drop as
    select s.n, p.state, false as replaces
    from pg_temp.staged s join pg_temp.prior p on p.n = s.n and p.state = 'new' where ${isSound('s')}`;
}

async function applyVersions(run: RunSql, { file, delivery, keeping }: VersionWork): Promise<void> {
  const table = raw(keeping.table);
  for (const statement of keeping.beforeApply ?? []) await run(statement);
  await run(sql`
    update ${table} v set known_to = ${delivery.knownFrom} from pg_temp.arriving a where v.version_id = a.closes`);
  const targets = file.columns.flatMap(targetsOf);
  const derived = keeping.derived ?? [];
  const values = derived.map((column) => sql`${column.value}, `);
  const inserted = await run(sql`
    with inserted as (
      insert into ${table} (${names(derived.map((column) => `${column.column}`).concat(targets))},
        known_from, known_to, content, delivery_id, line)
      select ${values.length === 0 ? sql`` : joined(values)}${names(targets, 's')},
        ${delivery.knownFrom}::timestamptz, a.known_to, s.content, ${delivery.deliveryId}::bigint, s.line
      from pg_temp.arriving a join pg_temp.staged s using (n) ${keeping.joins ?? sql``}
      order by s.n
      returning 1
    )
    select (select count(*) from inserted) as inserted, (select count(*) from pg_temp.arriving) as arriving`);
  if (inserted[0]?.inserted !== inserted[0]?.arriving) throw new Error(`${file.name}: an accepted row found no place`);
  for (const statement of keeping.afterApply?.(delivery) ?? []) await run(statement);
}

function joined(parts: readonly Sql[]): Sql {
  return parts.reduce((all, part) => sql`${all}${part}`);
}

/** Rows first entered here and now delivered with the same content become delivered ones where they are. */
async function applyOnce(run: RunSql, file: FileDeclaration, delivery: DeliveryFacts): Promise<void> {
  if (file.keeping.kind !== 'once') return;
  await run(sql`
    update ${raw(file.keeping.table)} t set content = s.content, delivery_id = ${delivery.deliveryId}, line = s.line
    from pg_temp.staged s join pg_temp.prior p on p.n = s.n and p.state = 'adopted'
    where ${sameKey(file, 't', 's')} and ${isSound('s')}`);
  for (const statement of file.keeping.apply(delivery)) await run(statement);
}

/**
 * A withdrawal says from now on: does not exist. It repeats the columns of the version that it withdraws. Under an
 * entered version in force it gets an empty interval.
 */
async function withdraw(run: RunSql, { file, delivery, keeping }: VersionWork): Promise<void> {
  const table = raw(keeping.table);
  const at = sql`${delivery.deliveredAt}::timestamptz`;
  const columns = [...(keeping.derived ?? []).map((column) => column.column), ...file.columns.flatMap(targetsOf)];
  await run(sql`
    create temporary table ending on commit drop as
    select l.version_id as of_version, v.version_id as closes,
      case when v.delivery_id is null then ${at} else v.known_to end as known_to, v.delivery_id is null as under_entered
    from pg_temp.leaving l
    join ${table} v on ${sameKey(file, 'v', 'l')} and v.known_from <= ${at} and v.known_to > ${at}`);
  await run(sql`
    update ${table} v set known_to = ${delivery.deliveredAt} from pg_temp.ending e
    where v.version_id = e.closes and not e.under_entered`);
  await run(sql`
    insert into ${table} (${names(columns)}, known_from, known_to, withdrawn, delivery_id)
    select ${names(columns, 'v')}, ${at}, e.known_to, true, ${delivery.deliveryId}::bigint
    from pg_temp.ending e join ${table} v on v.version_id = e.of_version order by v.version_id`);
  await run(sql`drop table pg_temp.ending`);
}
