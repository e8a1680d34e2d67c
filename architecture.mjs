/**
 * The rooms that exist, in their one-way order: a room may import only rooms above it.
 * Lint, tests, documentation and start-up read this list.
 */
export const rooms = [
  { name: 'deliveries', keeps: 'the exchange format: reading, checking, versions, refusals, reports of imports' },
  { name: 'organisation', keeps: 'districts, offices, advisers, formation, people, roles and their reach' },
  { name: 'registry', keeps: 'clients, benefits, enrolments, assignments, jobs, trajectories, profiles' },
  { name: 'contacts', keeps: 'contact moments, corrections, hours, registration quality' },
  { name: 'coverage', keeps: 'norms; who must be contacted by when and why; states, worklists, measures, closure' },
  { name: 'forecast', keeps: 'inflow, cohorts, hours and conversations to come' },
  { name: 'capacity', keeps: 'formation to come, recruitment, training of staff, scale-up' },
  { name: 'steering', keeps: 'agreements: agreed, realised, what changed, cause and measure' },
  { name: 'effect', keeps: 'estimates of what a service changed, for whom' },
];

/** Pure engines that know no domain. */
export const engines = ['stats', 'series'];

/** Layers that know no domain; rooms stand on them. */
export const grounds = ['time', 'platform', 'ui'];
