import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/**
 * Evaluations are planned for their own dates and scope: one plan kept for all of them is slower by a factor of fifty.
 * Sorts and hashes of an evaluation stay in memory. `whole`: over the whole register every join is a hash join, however
 * few rows the planner expects. Nothing is compiled: a plan without nested loops always looks dear enough for that, and
 * compiling then takes ten times as long as the rest.
 * Holds to the end of the transaction.
 */
export const planEachTime = statement(
  'registry.planEachTime',
  { plan: 'text', nest: 'text', memory: 'text', compiled: 'text' },
  (whole: boolean) => sql`
  select set_config('plan_cache_mode', 'force_custom_plan', true) as plan,
    set_config('enable_nestloop', ${whole ? 'off' : 'on'}, true) as nest,
    set_config('work_mem', ${whole ? '256MB' : '32MB'}, true) as memory,
    set_config('jit', 'off', true) as compiled`,
);
