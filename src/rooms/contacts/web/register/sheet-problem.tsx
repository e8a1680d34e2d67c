import type { ProblemError } from '../../../../platform/web/invoke.ts';
import { Notice } from '../../../../ui/notices/notice.tsx';
import type { DraftField, Mode } from './draft.ts';
import { useContactWords } from './words.ts';

/** Not saved: what the server said, or that it said nothing. */
export function SheetProblem({ problem }: { readonly problem: ProblemError }) {
  const { say } = useContactWords();
  const isSilent = problem.status === 0 || problem.status >= 500;
  return (
    <Notice kind="error" title={say('failed')} code={problem.code}>
      {isSilent || problem.title === '' ? say('failedText') : problem.title}
    </Notice>
  );
}

/** The field of the form that a refusal is about; null where it is about the whole. */
export function fieldOfRefusal(
  problem: ProblemError,
  mode: Mode,
): { field: DraftField; word: 'future' | 'past' | 'need.minutes' } | null {
  if (problem.code === 'in_the_future') return { field: 'date', word: 'future' };
  if (problem.code === 'in_the_past') return { field: mode === 'report' ? 'nextDate' : 'date', word: 'past' };
  if (problem.code === 'minutes_missing') return { field: 'minutes', word: 'need.minutes' };
  return null;
}
