import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/**
 * Evaluations are planned for their own dates and scope: one plan kept for all of them is slower by a factor of fifty.
 * Holds to the end of the transaction.
 */
export const planEachTime = statement(
  'registry.planEachTime',
  { set_config: 'text' },
  () => sql`select set_config('plan_cache_mode', 'force_custom_plan', true) as set_config`,
);
