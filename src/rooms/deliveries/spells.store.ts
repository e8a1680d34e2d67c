import sql, { raw, type Sql } from 'sql-template-tag';
import type { FileDeclaration, RunSql } from './file-declaration.ts';
import { type ArrivingSpell, refusedSpells, type StandingSpell } from './overlap.ts';
import { isSound, sameKey } from './staging.store.ts';

const groupsAtOnce = 2000;

interface SpellRow {
  readonly grouped: string;
  readonly from_date: string;
  readonly to_date: string | null;
}
interface ArrivingRow extends SpellRow {
  readonly n: number;
}

/**
 * Refuses staged rows whose spell shares a day with an earlier one, on the state after the delivery. Only groups in
 * which anything overlaps are looked at closely.
 */
export async function judgeSpells(run: RunSql, file: FileDeclaration): Promise<void> {
  if (file.spells === undefined) return;
  await run(suspectGroups(file, file.spells.group));
  const [counted] = await run(sql`select count(*) as n from pg_temp.suspect`);
  for (let done = 0; done < Number(counted?.n); done += groupsAtOnce) {
    const standing = await run<SpellRow>(standingSpells(file, file.spells.group, done));
    const arriving = await run<ArrivingRow>(arrivingSpells(file.spells.group, done));
    const refused = judge(standing, arriving);
    await run(sql`
      insert into pg_temp.found (n, level, code, column_name, value)
      select s.n, 'refused', ${file.spells.code}, ${file.spells.from}, s.from_date::text
      from pg_temp.staged s where s.n = any (${refused}::int[])`);
  }
  await run(sql`drop table pg_temp.suspect`);
}

function judge(standing: readonly SpellRow[], arriving: readonly ArrivingRow[]): number[] {
  const groups = new Map<string, { standing: StandingSpell[]; arriving: ArrivingSpell[] }>();
  const groupOf = (row: SpellRow) => {
    const name = row.grouped;
    const group = groups.get(name) ?? { standing: [], arriving: [] };
    groups.set(name, group);
    return group;
  };
  for (const row of standing) groupOf(row).standing.push(spellOf(row));
  for (const row of arriving) groupOf(row).arriving.push({ ...spellOf(row), n: row.n });
  return [...groups.values()].flatMap((group) => [...refusedSpells(group.standing, group.arriving)]);
}

function spellOf(row: SpellRow): StandingSpell {
  // An entered version that stays on top of its row is what stands: its key has no arriving spell.
  return { key: row.from_date, from: row.from_date, to: row.to_date };
}

/** Versions in force, those that this delivery withdraws left out (unless an entered one lies over the withdrawal). */
function inForce(file: FileDeclaration): Sql {
  return sql`v.known_to = 'infinity' and not v.withdrawn
    and (v.delivery_id is null or not exists (select from pg_temp.leaving l where ${sameKey(file, 'l', 'v')}))`;
}

function suspectGroups(file: FileDeclaration, group: string): Sql {
  const g = raw(group);
  return sql`
    create temporary table suspect on commit drop as
    with spell as (
      select s.${g} as grouped, s.from_date, s.to_date
      from pg_temp.staged s join pg_temp.prior p on p.n = s.n
      where ${isSound('s')} and not p.stays_under
      union all
      select v.${g}, v.from_date, v.to_date
      from ${raw(file.keeping.table)} v
      where ${inForce(file)} and v.${g} in (select s.${g} from pg_temp.staged s)
        and not exists (
          select from pg_temp.staged s join pg_temp.prior p on p.n = s.n
          where ${sameKey(file, 's', 'v')} and not p.stays_under and ${isSound('s')}
        )
    ), reach as (
      select grouped, from_date,
        max(coalesce(to_date, 'infinity')) over (
          partition by grouped order by from_date, to_date rows between unbounded preceding and 1 preceding
        ) as reached
      from spell where to_date is distinct from from_date
    )
    select grouped, row_number() over (order by grouped) as group_no
    from (select distinct grouped from reach where from_date < reached) r`;
}

function standingSpells(file: FileDeclaration, group: string, after: number): Sql {
  return sql`
    select u.grouped, v.from_date::date, v.to_date::date
    from pg_temp.suspect u join ${raw(file.keeping.table)} v on v.${raw(group)} = u.grouped
    where u.group_no > ${after} and u.group_no <= ${after + groupsAtOnce} and ${inForce(file)}`;
}

function arrivingSpells(group: string, after: number): Sql {
  return sql`
    select u.grouped, s.n, s.from_date, s.to_date
    from pg_temp.suspect u join pg_temp.staged s on s.${raw(group)} = u.grouped join pg_temp.prior p on p.n = s.n
    where u.group_no > ${after} and u.group_no <= ${after + groupsAtOnce} and ${isSound('s')} and not p.stays_under`;
}
