import type { Context } from '../../platform/actions.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { askEvaluation, type Scope } from './evaluation.store.ts';
import { closeMembers, type Member } from './member.ts';
import { listIncluded, listMembers } from './members.store.ts';
import { listNormsValidAt, type NormVersion } from './norm-version.ts';

export interface FigureAsked {
  /** Id of a norm, `closure` or `wajong-inclusion`. */
  readonly figure: string;
  readonly at: string;
  readonly knownBefore: string;
  /** Offices of the unit; null for the nation. */
  readonly officeKeys: readonly number[] | null;
}

/** Benefits behind a figure of a unit, by benefit id; `unknown_norm` where no such norm is in force. */
export async function loadMembers(
  context: Context<'unknown_norm'>,
  versions: readonly NormVersion[],
  asked: FigureAsked,
): Promise<readonly Member[]> {
  const { officeKeys } = asked;
  const scope: Scope = officeKeys === null ? { kind: 'all' } : { kind: 'offices', officeKeys };
  const question = { at: asked.at, knownBefore: asked.knownBefore, scope };
  const whole = scope.kind === 'all';
  const within = (of: Member) => officeKeys === null || officeKeys.includes(of.officeKey);
  if (asked.figure === 'wajong-inclusion') {
    const rows = await evaluate(context.figures, listIncluded(askEvaluation(question, [])), whole);
    return rows.map(readIncluded).filter(within);
  }
  const inForce = listNormsValidAt(versions, asked.at).map(({ norm }) => norm);
  const isClosure = asked.figure === 'closure';
  const norms = inForce.filter((norm) =>
    isClosure ? norm.weight === 'must' && norm.readingOf === null : norm.id === asked.figure,
  );
  if (!isClosure && norms.length === 0) context.refuse('unknown_norm', asked.figure);
  const rows = await evaluate(context.figures, listMembers(askEvaluation(question, norms)), whole);
  const members = rows.map(readMember).filter(within);
  return isClosure ? closeMembers(members) : members;
}

interface MemberRow {
  readonly norm_id: string;
  readonly benefit_id: string;
  readonly client_key: number;
  readonly office_key: number;
  readonly scheme: string;
  readonly start_date: string;
  readonly is_open: boolean;
  readonly state: string | null;
  readonly due_on: string;
  readonly last_on: string | null;
  readonly counted_year: number;
  readonly counted_12m: number;
  readonly days_year: number;
  readonly days_12m: number;
  readonly in_time: boolean;
  readonly in_time_of: boolean;
}

function readMember(row: MemberRow): Member {
  return {
    normId: row.norm_id,
    benefitId: row.benefit_id,
    clientKey: row.client_key,
    officeKey: row.office_key,
    scheme: row.scheme,
    startDate: row.start_date,
    isOpen: row.is_open,
    state: row.state,
    dueDate: row.due_on,
    lastDate: row.last_on,
    countedYear: row.counted_year,
    countedTwelveMonths: row.counted_12m,
    daysYear: row.days_year,
    daysTwelveMonths: row.days_12m,
    isInTime: row.in_time,
    isInTimeOf: row.in_time_of,
    isReviewPassed: false,
  };
}

interface IncludedRow {
  readonly benefit_id: string;
  readonly client_key: number;
  readonly office_key: number;
  readonly scheme: string;
  readonly start_date: string;
  readonly state: string;
  readonly is_review_passed: boolean;
}

function readIncluded(row: IncludedRow): Member {
  return {
    normId: 'wajong-inclusion',
    benefitId: row.benefit_id,
    clientKey: row.client_key,
    officeKey: row.office_key,
    scheme: row.scheme,
    startDate: row.start_date,
    isOpen: true,
    state: row.state,
    dueDate: null,
    lastDate: null,
    countedYear: 0,
    countedTwelveMonths: 0,
    daysYear: 0,
    daysTwelveMonths: 0,
    isInTime: false,
    isInTimeOf: false,
    isReviewPassed: row.is_review_passed,
  };
}
