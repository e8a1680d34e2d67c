import type { Sign } from '../../../ui/marks/look.ts';

/** A verdict borrows the shapes of the states: tick = met, triangle = not met, open circle = no verdict (yet). */
export function verdictSign(verdict: 'met' | 'not_met' | 'open', word: string): Sign {
  switch (verdict) {
    case 'met':
      return { word, shape: 'tick', colour: 'moss' };
    case 'not_met':
      return { word, shape: 'triangle', colour: 'brick' };
    case 'open':
      return { word, shape: 'circle-outlined', colour: 'slate' };
  }
}
