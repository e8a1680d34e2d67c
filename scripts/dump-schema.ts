/** Makes the schema dump that is compared in the checks: `npx tsx scripts/dump-schema.ts` writes db/schema.sql. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import type { RoleNames } from '../src/platform/db/database.ts';
import { projectRoot } from '../src/platform/root.ts';
import { makeTestDatabase } from '../src/platform/testing/database.ts';

const ours = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
  and not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;

const ofClass = 'pg_class o join pg_namespace n on n.oid = o.relnamespace';

/** What others than the owner may do with something of ours, its name made by `on`. */
const grants = ({ on, rights, from, where }: Readonly<Record<'on' | 'rights' | 'from' | 'where', string>>): string =>
  `select format('grant %s on %s to %s%s', g.privilege_type, ${on}, coalesce(r.rolname, 'public'),
     case when g.is_grantable then ' with grant option' else '' end) as line
   from ${from}, aclexplode(${rights}) g left join pg_roles r on r.oid = g.grantee
   where ${where} and g.grantee <> g.grantor and ${ours}`;

const parts: readonly string[] = [
  `select format('table %I.%I%s', n.nspname, o.relname, case when o.relrowsecurity then ' with row-level security' else '' end) as line
   from pg_class o join pg_namespace n on n.oid = o.relnamespace where o.relkind = 'r' and ${ours}`,
  `select format('column %I.%I.%I %s%s%s', n.nspname, o.relname, a.attname, format_type(a.atttypid, a.atttypmod),
     case when a.attcollation <> 0 and co.collname <> 'default' then ' collate ' || co.collname else '' end,
     case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(ad.adbin, ad.adrelid), '')
       || case when a.attidentity <> '' then ' identity' else '' end) as line
   from pg_attribute a join pg_class o on o.oid = a.attrelid join pg_namespace n on n.oid = o.relnamespace
   left join pg_collation co on co.oid = a.attcollation
   left join pg_attrdef ad on ad.adrelid = a.attrelid and ad.adnum = a.attnum
   where o.relkind = 'r' and a.attnum > 0 and not a.attisdropped and ${ours}`,
  `select format('constraint %I.%I %I %s', n.nspname, o.relname, c.conname, pg_get_constraintdef(c.oid)) as line
   from pg_constraint c join pg_class o on o.oid = c.conrelid join pg_namespace n on n.oid = o.relnamespace
   where c.contype <> 'n' and ${ours}`,
  `select pg_get_indexdef(o.oid) as line from pg_class o join pg_namespace n on n.oid = o.relnamespace
   where o.relkind = 'i' and ${ours}`,
  `select format('view %I.%I as %s', n.nspname, o.relname, pg_get_viewdef(o.oid)) as line
   from pg_class o join pg_namespace n on n.oid = o.relnamespace where o.relkind = 'v' and ${ours}`,
  `select pg_get_functiondef(o.oid) as line from pg_proc o join pg_namespace n on n.oid = o.pronamespace where ${ours}`,
  `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class o on o.oid = t.tgrelid
   join pg_namespace n on n.oid = o.relnamespace where not t.tgisinternal and ${ours}`,
  `select format('policy %I on %I.%I for %s to %s using (%s) with check (%s)', p.polname, n.nspname, o.relname, p.polcmd,
     (select string_agg(r.rolname, ', ') from pg_roles r where r.oid = any (p.polroles)),
     pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as line
   from pg_policy p join pg_class o on o.oid = p.polrelid join pg_namespace n on n.oid = o.relnamespace where ${ours}`,
  ...[
    { on: `n.nspname || '.' || o.relname`, rights: 'o.relacl', from: ofClass, where: `o.relkind in ('r', 'v', 'S')` },
    {
      on: `n.nspname || '.' || o.relname || '.' || a.attname`,
      rights: 'a.attacl',
      from: `${ofClass} join pg_attribute a on a.attrelid = o.oid`,
      where: 'a.attnum > 0 and not a.attisdropped',
    },
    {
      on: `'schema ' || n.nspname`,
      rights: `coalesce(o.nspacl, acldefault('n', o.nspowner))`,
      from: 'pg_namespace o join pg_namespace n on n.oid = o.oid',
      where: 'true',
    },
    {
      // Without a right of its own everybody may run a function.
      on: `'function ' || n.nspname || '.' || o.proname || '(' || pg_get_function_identity_arguments(o.oid) || ')'`,
      rights: `coalesce(o.proacl, acldefault('f', o.proowner))`,
      from: 'pg_proc o join pg_namespace n on n.oid = o.pronamespace',
      where: 'true',
    },
  ].map(grants),
];

/** The schema as the catalogue knows it, in a fixed order, with the roles under their plain names. */
export async function dumpSchema(client: pg.PoolClient, roles: RoleNames): Promise<string> {
  const lines: string[] = [];
  for (const part of parts) {
    const found = await client.query<{ line: string }>(`select line from (${part}) lines order by line collate "C"`);
    lines.push(...found.rows.map((row) => row.line), '');
  }
  const named = Object.entries(roles).reduce((text, [role, name]) => text.replaceAll(name, role), lines.join('\n'));
  return `-- Generated by scripts/dump-schema.ts from the catalogue of a migrated database. Not run; compared in the checks.\n${named}`;
}

/** Tables that hold rows of clients (a column client_key) without row-level security or a policy for app. */
export async function tablesWithoutPolicy(client: pg.PoolClient): Promise<string[]> {
  const found = await client.query<{ name: string }>(`
    select n.nspname || '.' || o.relname as name
    from pg_class o
    join pg_namespace n on n.oid = o.relnamespace
    join pg_attribute a on a.attrelid = o.oid and a.attname = 'client_key' and not a.attisdropped
    where o.relkind = 'r' and n.nspname not like 'pg\\_%'
      and not (o.relrowsecurity and exists (
        select from pg_policy p where p.polrelid = o.oid and (select oid from pg_roles where rolname = (
          select name from platform.database_role where role = 'app')) = any (p.polroles)))
    order by 1`);
  return found.rows.map((row) => row.name);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const made = await makeTestDatabase();
  const text = await made.database.transaction({}, async (tx) =>
    dumpSchema(await tx.raw('owner'), made.database.roles),
  );
  writeFileSync(resolve(projectRoot, 'db', 'schema.sql'), text);
  await made.close();
  // The tests' server is held by a connection that lasts as long as the process.
  process.exit();
}
