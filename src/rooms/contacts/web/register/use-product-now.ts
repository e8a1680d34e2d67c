import { useEffect, useState } from 'react';
import { localMomentOf } from '../../../../time/local-moment.ts';
import { momentByProduct } from './product-time.ts';

/**
 * Now by the product's clock as a reading told it, and the time of day when the form was opened, which stays. Until the
 * product has said what time it is, that of this computer stands there.
 */
export function useProductNow(read: { readonly now: string } | undefined, arrivedAt: number) {
  const [opened] = useState(() => localMomentOf(Date.now()).time);
  const here = useHere();
  const now = read && momentByProduct({ now: read.now, arrivedAt }, here);
  const time = useFirst(now?.time);
  return { now, openedAt: time ?? opened };
}

/** The first value that comes stays: what was seen when the form was opened. */
export function useFirst<Value>(value: Value | undefined): Value | undefined {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) setFirst(value);
  return first ?? value;
}

/** What the clock of this computer says, in milliseconds; looked at twice a minute. */
function useHere(): number {
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return here;
}
