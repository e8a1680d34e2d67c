import { makeAdvisers, makeRoster } from './advisers.ts';
import { makeClientMaker } from './client.ts';
import { makeDice } from './dice.ts';
import { makeWajong, makeWia } from './disability.ts';
import { setFirstDesk } from './first-desk.ts';
import { addLateFacts } from './late-facts.ts';
import type { Register, Trajectory } from './register.ts';
import { makeRhythm } from './rhythm.ts';
import { settle } from './settle.ts';
import type { Find } from './spell.ts';
import { addSecondBenefits } from './two-districts.ts';
import { makeUpcoming } from './upcoming.ts';
import { makeWw, type WorkBench } from './ww.ts';
import { makeProgress, setFormation } from './ww-hours.ts';
import { makeWwService } from './ww-service.ts';

/**
 * Makes the demo register: about `clients` people, the same for the same seed. Everything that happens up to the
 * demo's today is in it; what of that is known when, the deliveries decide.
 */
export function makeRegister(clients: number, seed: number): Register {
  const advisers = makeAdvisers(seed, clients);
  const roster = makeRoster(advisers);
  const findWw: Find = (office, on) => roster(office, 'ww', on);
  const findWia: Find = (office, on) => roster(office, 'wia_wajong', on);
  const bench = makeBench();
  const trajectories: Trajectory[] = [];
  const maker = makeClientMaker(makeDice(seed, 'clients'));
  makeWia(seed, bench, { clients, maker, trajectories, find: findWia });
  makeWajong(seed, bench, { clients, maker, trajectories, find: findWia });
  makeWw(seed, bench, { clients, maker, find: findWw });
  addSecondBenefits(seed, bench, { clients, find: findWw });
  const { benefits, jobs, profiles } = bench;
  const service = makeWwService(seed, benefits, findWw);
  setFormation(advisers, benefits, service);
  const progress = makeProgress(seed, { advisers, benefits, appointments: service, find: findWw });
  const followed = makeRhythm(seed, benefits, findWia);
  const rhythm = setFirstDesk(seed, { advisers, benefits, appointments: followed });
  const facts = { benefits, jobs, trajectories, find: findWia };
  const settled = settle(seed, { ...facts, appointments: [...service, ...progress, ...rhythm] });
  const late = addLateFacts(seed, { ...facts, appointments: settled }, clients);
  const held = [...settled, ...late];
  const appointments = [...held, ...makeUpcoming(seed, { advisers, benefits, appointments: held })];
  return { advisers, benefits, jobs, trajectories, profiles, appointments };
}

function makeBench(): WorkBench {
  const counts = new Map<string, number>();
  return {
    benefits: [],
    jobs: [],
    profiles: [],
    nextId: (letter) => {
      const next = (counts.get(letter) ?? 0) + 1;
      counts.set(letter, next);
      return `${letter}${String(next).padStart(7, '0')}`;
    },
  };
}
