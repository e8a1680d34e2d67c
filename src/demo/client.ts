import type { Day } from './calendar.ts';
import type { Dice } from './dice.ts';
import { drawName } from './names.ts';
import type { Office } from './places.ts';
import type { Client } from './register.ts';

/** Six figures between 99 and the check figure; a number for which the eleven-test has no answer is left out. */
const middles = 1_000_000;

export interface ClientMaker {
  make(entry: { office: Office; from: Day; ages: readonly [number, number]; known: Day }): Client;
}

/** Makes clients one after the other, each with a number of its own that passes the eleven-test and belongs to nobody. */
export function makeClientMaker(dice: Dice): ClientMaker {
  let made = 0;
  let tried = dice.between(0, middles - 1);
  const nextBsn = () => {
    for (let i = 0; i < middles; i += 1) {
      tried += 1;
      const bsn = testBsn((tried * 387_977) % middles);
      if (bsn !== null) return bsn;
    }
    throw new Error('no number left');
  };
  return {
    make: ({ office, from, ages, known }) => {
      made += 1;
      const id = `K${String(made).padStart(7, '0')}`;
      const { given, family, sex, language } = drawName(dice);
      const age = dice.between(ages[0], ages[1]);
      const digital = dice.hit(age > 58 ? 0.8 : 0.95);
      return {
        id,
        bsn: nextBsn(),
        birth: from - Math.floor(age * 365.25) - dice.between(0, 364),
        given,
        family,
        sex,
        language,
        postcode: `${dice.pick(office.postcodes)}${dice.between(10, 99)}${letters(dice)}`,
        // No Dutch mobile number begins with 060.
        phone: dice.hit(0.93) ? `060${dice.between(1_000_000, 9_999_999)}` : '',
        email: digital && dice.hit(0.85) ? `${id.toLowerCase()}@example.org` : '',
        channel: dice.weighted([
          ['office', 4],
          ['phone', 4],
          ['video', 1],
          ['email', digital ? 3 : 0],
          ['letter', digital ? 1 : 4],
        ]),
        education: dice.weighted([
          ['low', 32],
          ['middle', 43],
          ['high', 25],
        ]),
        digital,
        isProtected: dice.hit(0.004),
        known,
      };
    },
  };
}

/** Letters of a postcode that are in use. */
function letters(dice: Dice): string {
  const all = 'ABCDEGHJKLMNPRTVWXZ';
  return `${all.charAt(dice.between(0, all.length - 1))}${all.charAt(dice.between(0, all.length - 1))}`;
}

/** 99, six figures and the figure that makes the eleven-test right; null when that would be 10. */
export function testBsn(middle: number): string | null {
  const first = `99${String(middle).padStart(6, '0')}`;
  const sum = first.split('').reduce((total, digit, i) => total + Number(digit) * (9 - i), 0);
  return sum % 11 === 10 ? null : `${first}${sum % 11}`;
}
