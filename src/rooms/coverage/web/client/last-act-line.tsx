import { Notice, SavedLine } from '../../../../ui/notices/notice.tsx';
import { MeanwhileNotice } from '../meanwhile.tsx';
import type { LastAct } from './use-last-act.ts';
import { useClientWords } from './words.ts';

/** What was done last, its undo, why that failed, and what others did meanwhile. */
export function LastActLine({ act }: { readonly act: LastAct }) {
  const { say } = useClientWords();
  const { done, problem } = act;
  return (
    <>
      <SavedLine busy={act.isBusy} onUndo={done !== null && done.entryId !== null ? act.takeBack : undefined}>
        {done ? done.sentence : act.isUndone ? say('undone') : undefined}
      </SavedLine>
      {problem ? (
        <Notice kind="error" title={say('undoFailed')} code={problem.code}>
          {problem.title || say('failedText')}
        </Notice>
      ) : null}
      <MeanwhileNotice acts={done?.meanwhile ?? []} />
    </>
  );
}
