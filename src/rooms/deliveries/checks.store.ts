import sql, { raw, type Sql } from 'sql-template-tag';
import {
  comparedTargetsOf,
  type DeliveryFacts,
  type FileDeclaration,
  type RunSql,
  targetOf,
} from './file-declaration.ts';
import { keyTargets, names, sameKey } from './staging.store.ts';

/** Repeats of a key: identical ones go silently, others get `duplicate_id`. */
export async function judgeRepeats(run: RunSql, file: FileDeclaration): Promise<void> {
  await run(sql`
    create temporary table repeated on commit drop as
    select s.n, s.content = f.content as identical
    from (select row_key, min(n) as n from pg_temp.staged where row_key is not null group by row_key having count(*) > 1) k
    join pg_temp.staged f on f.n = k.n
    join pg_temp.staged s on s.row_key = k.row_key and s.n > k.n`);
  const key = file.key[0] ?? '';
  const target = raw(keyTargets(file)[0] ?? 'row_key');
  await run(sql`
    insert into pg_temp.found (n, level, code, column_name, value)
    select r.n, 'refused', 'duplicate_id', ${key}, s.${target}::text
    from pg_temp.repeated r join pg_temp.staged s on s.n = r.n where not r.identical`);
  await run(sql`delete from pg_temp.staged s using pg_temp.repeated r where r.n = s.n and r.identical`);
  await run(sql`drop table pg_temp.repeated`);
}

/** Every value that refers must be known by then: the files before this one are already in their tables. */
export async function judgeReferences(run: RunSql, file: FileDeclaration): Promise<void> {
  for (const column of file.columns) {
    if (column.references === undefined) continue;
    const target = raw(targetOf(column));
    await run(sql`
      insert into pg_temp.found (n, level, code, column_name, value)
      select s.n, 'refused', 'unknown_reference', ${column.name}, s.${target}
      from pg_temp.staged s
      where s.${target} is not null
        and not exists (select from ${raw(column.references.table)} t where t.${raw(column.references.column)} = s.${target})`);
  }
}

/**
 * `prior`: what each staged row is beside the register. state: new, same, changed, adopted (first entered here, same
 * content), entered_here (first entered here, other content). stays_under: an entered version stays on top of it.
 */
export async function compareWithRegister(run: RunSql, file: FileDeclaration, delivery: DeliveryFacts): Promise<void> {
  await run(file.keeping.kind === 'versions' ? compareVersions(file, delivery) : compareOnce(file));
  await run(sql`analyze pg_temp.prior`);
  const key = file.key[0] ?? '';
  const target = raw(keyTargets(file)[0] ?? 'row_key');
  const ownId = file.key.length === 1;
  await run(sql`
    insert into pg_temp.found (n, level, code, column_name, value)
    select s.n, 'refused', 'entered_here', ${key}, s.${target}::text
    from pg_temp.prior p join pg_temp.staged s using (n)
    where not s.refusing
      and (p.state = 'entered_here' or ${ownId} and p.state = 'new' and s.${target}::text like 'sl-%')`);
  if (file.keeping.kind === 'once') {
    const { code, column } = file.keeping.changed;
    await run(sql`
      insert into pg_temp.found (n, level, code, column_name, value)
      select s.n, 'refused', ${code}, ${column}, s.${raw(column)}
      from pg_temp.prior p join pg_temp.staged s using (n) where p.state = 'changed'`);
  }
}

function compareVersions(file: FileDeclaration, delivery: DeliveryFacts): Sql {
  const table = raw(file.keeping.table);
  return sql`
    create temporary table prior on commit drop as
    select p.n, p.state, coalesce(p.latest_entered and (p.state = 'same' or p.latest_from > ${delivery.knownFrom}::timestamptz), false)
      as stays_under
    from (
      select s.n, l.delivery_id is null and l.version_id is not null as latest_entered, l.known_from as latest_from,
        case
          when l.version_id is null then 'new'
          when d.version_id is not null then case when not d.withdrawn and d.content = s.content then 'same' else 'changed' end
          when l.withdrawn then 'changed'
          when ${sameValues(file, 'l', 's')} then 'adopted'
          when ${addsOnly(file, 'l', 's')} then 'changed'
          else 'entered_here'
        end as state
      from pg_temp.staged s
      left join lateral (
        select v.version_id, v.content, v.withdrawn from ${table} v
        where ${sameKey(file, 'v', 's')} and v.delivery_id is not null order by v.version_id desc limit 1
      ) d on true
      left join ${table} l on ${sameKey(file, 'l', 's')} and l.known_to = 'infinity'
    ) p`;
}

function compareOnce(file: FileDeclaration): Sql {
  return sql`
    create temporary table prior on commit drop as
    select s.n, false as stays_under,
      case
        when ${names(keyTargets(file).slice(0, 1), 't')} is null then 'new'
        when t.content is not null then case when t.content = s.content then 'same' else 'changed' end
        when ${sameValues(file, 't', 's')} then 'adopted'
        else 'entered_here'
      end as state
    from pg_temp.staged s left join ${raw(file.keeping.table)} t on ${sameKey(file, 't', 's')}`;
}

function comparedTargets(file: FileDeclaration, mayBeAdded: boolean): readonly string[] {
  return file.columns.filter((column) => (column.mayBeAdded === true) === mayBeAdded).flatMap(comparedTargetsOf);
}

function sameValues(file: FileDeclaration, a: string, b: string): Sql {
  const all = [...comparedTargets(file, false), ...comparedTargets(file, true)];
  return raw(all.map((name) => `${a}.${name} is not distinct from ${b}.${name}`).join(' and '));
}

function addsOnly(file: FileDeclaration, a: string, b: string): Sql {
  const kept = comparedTargets(file, false).map((name) => `${a}.${name} is not distinct from ${b}.${name}`);
  const added = comparedTargets(file, true).map((name) => `(${a}.${name} is null or ${a}.${name} = ${b}.${name})`);
  return raw([...kept, ...added].join(' and '));
}

/** `leaving`: keys that this source brought last and whose file, delivered in full, has them no longer. */
export async function findLeaving(
  run: RunSql,
  file: FileDeclaration,
  leaving: { full: boolean; source: string },
): Promise<void> {
  const keys = keyTargets(file);
  const table = raw(file.keeping.table);
  const brought =
    file.keeping.kind === 'versions'
      ? sql`select distinct on (${names(keys)}) ${names(keys)}, version_id, delivery_id, withdrawn from ${table}
          where delivery_id is not null order by ${names(keys)}, version_id desc`
      : sql`select ${names(keys)}, null::bigint as version_id, delivery_id, false as withdrawn from ${table}
          where delivery_id is not null`;
  await run(sql`
    create temporary table leaving on commit drop as
    select ${names(keys, 'v')}, v.version_id
    from (${brought}) v join deliveries.delivery d on d.delivery_id = v.delivery_id and d.source = ${leaving.source}
    where ${leaving.full} and not v.withdrawn
      and not exists (select from pg_temp.staged s where ${sameKey(file, 's', 'v')})`);
}
