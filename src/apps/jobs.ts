import type { Job } from '../platform/jobs/job.ts';
import { organisationJobs } from '../rooms/organisation/organisation.jobs.ts';

/** All scheduled work of the product, in the order of the rooms. */
export const jobs: readonly Job[] = [...organisationJobs];
