import { useState } from 'react';
import type { ProblemError } from '../../../../platform/web/invoke.ts';
import { useWrite } from '../../../../platform/web/query.ts';
import { undoContact } from '../../../contacts/index.ts';
import { undo as undoEntry } from '../../../registry/index.ts';
import type { Act } from '../meanwhile.tsx';

export interface Done {
  readonly room: 'contacts' | 'registry';
  /** Null where nothing was entered. */
  readonly entryId: number | null;
  readonly sentence: string;
  readonly meanwhile: readonly Act[];
}

export interface LastAct {
  readonly done: Done | null;
  readonly isUndone: boolean;
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  readonly keep: (done: Done) => void;
  readonly forget: () => void;
  readonly takeBack: () => void;
}

/**
 * What was done last on a client, and the way back. It outlives the dossier: who hands a client over may no longer open it,
 * and must still be able to take that back.
 */
export function useLastAct(): LastAct {
  const [done, setDone] = useState<Done | null>(null);
  const [isUndone, setUndone] = useState(false);
  const undoIn = { contacts: useWrite(undoContact), registry: useWrite(undoEntry) };
  return {
    done,
    isUndone,
    isBusy: undoIn.contacts.isPending || undoIn.registry.isPending,
    problem: undoIn.contacts.error ?? undoIn.registry.error,
    keep: (now) => {
      setUndone(false);
      setDone(now);
    },
    forget: () => {
      undoIn.contacts.reset();
      undoIn.registry.reset();
      setDone(null);
      setUndone(false);
    },
    takeBack: () => {
      if (done === null || done.entryId === null) return;
      const onSuccess = () => {
        setDone(null);
        setUndone(true);
      };
      undoIn[done.room].mutate({ entryId: done.entryId }, { onSuccess });
    },
  };
}
