import { useState } from 'react';
import { type TakenIn, useTakeBack } from './take-in.ts';

/** Who is chosen, the form for them, what came of it, and the way back. */
export function useTakeInFlow() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isOpen, setOpen] = useState(false);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const takingBack = useTakeBack((entry) =>
    setTaken((now) => now && { ...now, entries: now.entries.filter((each) => each !== entry) }),
  );
  return {
    chosen,
    setChosen,
    isOpen,
    setOpen,
    taken,
    keep: (done: TakenIn) => {
      takingBack.reset();
      setTaken(done);
      // refused for all: what was chosen and filled in stays
      if (done.entries.length > 0) {
        setOpen(false);
        setChosen(new Set());
      }
      window.scrollTo(0, 0);
    },
    takeBack: {
      start: () => {
        if (taken !== null) takingBack.mutate(taken.entries);
      },
      isBusy: takingBack.isPending,
      isDone: taken !== null && takingBack.isSuccess,
      problem: takingBack.error,
    },
  };
}
