import type { Actor } from '../../platform/access.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { eraseEndedSessions as eraseEndedSessionsContract } from './contract.ts';
import { eraseEndedSessions } from './organisation.actions.ts';

/** Sees no client and no office: it only clears away what is over. */
const housekeeper: Actor = {
  personId: 'job',
  name: 'Gepland werk',
  role: 'housekeeping',
  offices: [],
  adviserId: null,
  opensProtected: false,
  marks: [],
};

/** At night, and not on the hour, when other systems of an organisation tend to start their work. */
const eraseSessions: Job<typeof eraseEndedSessionsContract> = {
  action: eraseEndedSessions,
  schedule: { dailyAt: '03:10' },
  input: {},
  actor: housekeeper,
};

export const organisationJobs = [eraseSessions] as const;
