import { useEffect, useState } from 'react';

/** A value once it has stood for a while. */
export function useDebounced(value: string | null, milliseconds = 300): string | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
