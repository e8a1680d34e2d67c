import type { UnitFigures } from '../../index.ts';
import { useCoverageWords } from './words.ts';

/** The name of a unit in words: the nation has none in the data. */
export function useUnitName(): (unit: Pick<UnitFigures, 'level' | 'name'>) => string {
  const { say } = useCoverageWords();
  return (unit) => (unit.level === 'nation' ? say('nation') : unit.name);
}
