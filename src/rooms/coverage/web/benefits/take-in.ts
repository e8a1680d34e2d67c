import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { OutputOf } from '../../../../platform/contract.ts';
import { invoke, isUnanswered, type ProblemError, problemOf } from '../../../../platform/web/invoke.ts';
import { type Channel, type Kind, planContact, undoContact } from '../../../contacts/index.ts';
import { assign, enrol, undo } from '../../../registry/index.ts';
import type { listFigureBenefits } from '../../index.ts';
import type { Talk } from './first-talks.ts';

export type FigureBenefit = OutputOf<typeof listFigureBenefits>['benefits'][number];

/** Who is taken in or handed over, from when, to whom, and the first conversation of each in the same order. */
export interface TakeIn {
  /** False for a hand-over: they are in service already. */
  readonly enrols: boolean;
  readonly benefits: readonly FigureBenefit[];
  readonly from: string;
  readonly adviser: { readonly id: string; readonly name: string } | null;
  readonly plan: { readonly kind: Kind; readonly channel: Channel; readonly talks: readonly Talk[] } | null;
}

/** `null`: not asked or not reached; `true`: done; else the sentence of the refusal. */
export type Step = true | string | null;

export interface Outcome {
  readonly benefit: FigureBenefit;
  readonly enrolled: Step;
  readonly assigned: Step;
  readonly planned: Step;
  readonly talk: Talk | null;
}

/** An act that can be taken back. */
export interface Entry {
  readonly of: 'registry' | 'contacts';
  readonly entryId: number;
}

export interface TakenIn {
  readonly asked: TakeIn;
  readonly outcomes: readonly Outcome[];
  /** What can be taken back, last act first. */
  readonly entries: readonly Entry[];
  /** What stopped the flow halfway; acts before it stand. */
  readonly stoppedBy: ProblemError | null;
}

type Many = OutputOf<typeof enrol>;

/** Enrols (unless they are), then assigns, then plans: each step for those of whom the one before was done. */
async function takeIn(asked: TakeIn): Promise<TakenIn> {
  const steps = new Map<string, { enrolled: Step; assigned: Step; planned: Step; talk: Talk | null }>(
    asked.benefits.map((of) => [of.benefitId, { enrolled: null, assigned: null, planned: null, talk: null }]),
  );
  const entries: Entry[] = [];
  let stoppedBy: ProblemError | null = null;
  const note = (step: 'enrolled' | 'assigned', many: Many) => {
    for (const id of many.done) stepsOf(id)[step] = true;
    for (const refused of many.refused) stepsOf(refused.benefitId)[step] = refused.message;
    if (many.entryId !== null) entries.unshift({ of: 'registry', entryId: many.entryId });
    return many.done;
  };
  const stepsOf = (id: string) => steps.get(id) ?? { enrolled: null, assigned: null, planned: null, talk: null };
  try {
    const ids = asked.benefits.map((of) => of.benefitId);
    const enrolled = asked.enrols
      ? note('enrolled', await orRefusal(ids, () => invoke(enrol, { benefitIds: ids, from: asked.from })))
      : ids;
    const { adviser, plan } = asked;
    let ready = enrolled;
    if (adviser !== null && enrolled.length > 0) {
      const input = { benefitIds: enrolled, adviserId: adviser.id, from: asked.from };
      ready = note('assigned', await orRefusal(enrolled, () => invoke(assign, input)));
    }
    for (const [index, { benefitId, clientId }] of asked.benefits
      .filter((of) => ready.includes(of.benefitId))
      .entries()) {
      const talk = plan?.talks[index];
      if (plan === null || talk === undefined) continue;
      const of = stepsOf(benefitId);
      try {
        const { kind, channel } = plan;
        const input = {
          benefitId,
          clientId,
          kind,
          channel,
          ...talk,
          ...(adviser === null ? {} : { adviserId: adviser.id }),
        };
        const { entryId } = await invoke(planContact, input);
        of.planned = true;
        of.talk = talk;
        entries.unshift({ of: 'contacts', entryId });
      } catch (fault) {
        const problem = problemOf(fault);
        if (!isRefusal(problem)) throw fault;
        of.planned = problem.title;
      }
    }
  } catch (fault) {
    stoppedBy = problemOf(fault);
    // nothing was done yet: the form keeps what was filled in
    if (entries.length === 0) throw stoppedBy;
  }
  return {
    asked,
    entries,
    stoppedBy,
    outcomes: asked.benefits.map((benefit) => ({ benefit, ...stepsOf(benefit.benefitId) })),
  };
}

/** With one benefit the server refuses the call itself: the same as one refused of many. */
async function orRefusal(ids: readonly string[], call: () => Promise<Many>): Promise<Many> {
  try {
    return await call();
  } catch (fault) {
    const problem = problemOf(fault);
    const [only] = ids;
    if (ids.length !== 1 || only === undefined || !isRefusal(problem)) throw problem;
    return { entryId: null, done: [], refused: [{ benefitId: only, code: problem.code, message: problem.title }] };
  }
}

const isRefusal = (problem: ProblemError) => [404, 409, 422].includes(problem.status);

/**
 * Takes people into service, or hands them over, in one go; meanwhile everything on the screens is read again. What was
 * done is told at once: the list from which they leave takes the form with it.
 */
export function useTakeIn() {
  const client = useQueryClient();
  return useMutation<TakenIn, ProblemError, TakeIn>({
    mutationFn: takeIn,
    onSettled: () => void client.invalidateQueries(),
  });
}

/** Takes back a flow, last act first; tells of each, so that what is left can be taken back when it stops halfway. */
export function useTakeBack(onTakenBack: (entry: Entry) => void) {
  const client = useQueryClient();
  // acts of which nobody heard whether they were taken back: when asked again, nothing left to undo means that they were
  const unsure = useRef(new Set<Entry>());
  const takeBack = async (entry: Entry) => {
    try {
      await invoke(entry.of === 'contacts' ? undoContact : undo, { entryId: entry.entryId });
    } catch (fault) {
      const problem = problemOf(fault);
      if (problem.code === 'nothing_to_undo' && unsure.current.has(entry)) return;
      if (isUnanswered(problem)) unsure.current.add(entry);
      throw problem;
    }
  };
  return useMutation<void, ProblemError, readonly Entry[]>({
    mutationFn: async (entries) => {
      for (const entry of entries) {
        await takeBack(entry);
        onTakenBack(entry);
      }
    },
    onSettled: () => void client.invalidateQueries(),
  });
}
