import sql from 'sql-template-tag';
import type { RunSql } from '../deliveries/index.ts';

/**
 * Corrections of the staged rows: a cycle (a row that corrects itself, directly or not) says only that; a correction
 * names a contact of the same benefit that the register or the delivery has, and what rests on a refused row falls
 * with it.
 */
export async function judgeCorrections(run: RunSql): Promise<void> {
  await run(sql`
    create temporary table correction on commit drop as
    select s.n, s.contact_id, s.corrects, s.benefit_id,
      exists (select from pg_temp.found f where f.n = s.n and f.code = 'duplicate_id') as repeats,
      exists (select from contacts.contact c where c.contact_id = s.contact_id) as registered
    from pg_temp.staged s where s.corrects is not null`);
  await run(sql`analyze pg_temp.correction`);
  await judgeCycles(run);
  // The target is in the register, or a row of this file.
  await run(sql`
    insert into pg_temp.found (n, level, code, column_name, value)
    select k.n, 'refused', 'unknown_reference', 'corrects', k.corrects
    from pg_temp.correction k
    left join contacts.contact c on c.contact_id = k.corrects
    left join pg_temp.staged t on c.contact_id is null and t.contact_id = k.corrects
      and not exists (select from pg_temp.found f where f.n = t.n and f.code = 'duplicate_id')
    where not exists (select from pg_temp.found f where f.n = k.n and f.code = 'correction_cycle')
      and (coalesce(c.contact_id, t.contact_id) is null
        or coalesce(c.benefit_id, t.benefit_id) is distinct from k.benefit_id and k.benefit_id is not null)`);
  await run(sql`
    insert into pg_temp.found (n, level, code, column_name, value)
    with recursive fallen as (
      select s.contact_id from pg_temp.staged s
      where (s.refusing or exists (select from pg_temp.found f where f.n = s.n and f.level = 'refused'))
        and not exists (select from pg_temp.found f where f.n = s.n and f.code = 'duplicate_id')
        and s.contact_id is not null
        and not exists (select from contacts.contact c where c.contact_id = s.contact_id)
      union
      select k.contact_id from fallen join pg_temp.correction k on k.corrects = fallen.contact_id
      where not k.registered and not k.repeats
    )
    select k.n, 'refused', 'unknown_reference', 'corrects', k.corrects
    from fallen join pg_temp.correction k on k.corrects = fallen.contact_id
    where not exists (select from pg_temp.found f where f.n = k.n
      and (f.code = 'correction_cycle' or f.code = 'unknown_reference' and f.column_name = 'corrects'))`);
  await run(sql`drop table pg_temp.correction`);
}

/**
 * Steps of doubling length: what still leads somewhere after as many steps as there are rows leads into a cycle, and
 * where it then stands lies on one. Rows of the register take part only where the file rewrites one.
 */
async function judgeCycles(run: RunSql): Promise<void> {
  await run(sql`
    create temporary table leap on commit drop as
    with recursive link as (
      select contact_id, corrects from pg_temp.correction where not repeats
    ), above as (
      select c.contact_id, c.corrects
      from link join contacts.contact c on c.contact_id = link.corrects
      where exists (select from pg_temp.correction where registered) and c.corrects is not null
        and not exists (select from pg_temp.staged s where s.contact_id = c.contact_id)
      union
      select c.contact_id, c.corrects
      from above join contacts.contact c on c.contact_id = above.corrects
      where c.corrects is not null and not exists (select from pg_temp.staged s where s.contact_id = c.contact_id)
    )
    select contact_id, corrects as target from link union all select contact_id, corrects from above`);
  const [counted] = await run(sql`select count(*) as n from pg_temp.leap`);
  for (let steps = 1; steps < 2 * Number(counted?.n); steps *= 2) {
    await run(sql`
      create temporary table longer on commit drop as
      select a.contact_id, b.target from pg_temp.leap a join pg_temp.leap b on b.contact_id = a.target`);
    await run(sql`drop table pg_temp.leap`);
    await run(sql`alter table pg_temp.longer rename to leap`);
    const [left] = await run(sql`select exists (select from pg_temp.leap) as some`);
    if (left?.some !== true) break;
  }
  const onCycle = sql`
    select k.n from pg_temp.correction k
    where not k.repeats and k.contact_id in (select target from pg_temp.leap)`;
  await run(sql`delete from pg_temp.found where level = 'refused' and n in (${onCycle})`);
  await run(sql`
    update pg_temp.staged s set faults = (
      select jsonb_agg(f) from jsonb_array_elements(s.faults) f where f ->> 'level' = 'warned'
    ) where s.n in (${onCycle})`);
  await run(sql`
    insert into pg_temp.found (n, level, code, column_name, value)
    select k.n, 'refused', 'correction_cycle', 'corrects', k.corrects from pg_temp.correction k where k.n in (${onCycle})`);
  await run(sql`drop table pg_temp.leap`);
}
