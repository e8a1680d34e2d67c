import { allocate, isNotEstimable, seededGenerator } from '../../../stats/index.ts';

const COLUMNS =
  'id,district,arm,age,edu,score,received,contact_day,days,weeks,exit,cause,work,hours,invited,responded,satisfaction';

/**
 * A made-up trial that ships with the product, so that every example runs: 600 people in six districts, four of five
 * offered a service. No figure in it is about anyone.
 * @param seed fixes every value; the file beside this was made with 20190831
 */
export function makeTrialExample(seed: number): string {
  const generator = seededGenerator(seed);
  const people = Array.from({ length: 600 }, (_, i) => ({ id: i + 1, district: 1 + generator.below(6) }));
  const arms = allocate(
    people.map((person) => person.district),
    { block: 10, shares: [1, 4], seed },
  );
  if (isNotEstimable(arms)) throw new Error(arms.sentence.en);
  const lines = people.map(({ id, district }, i) => {
    const arm = arms[i] as number;
    const age = 20 + generator.below(44);
    const edu = 1 + generator.below(3);
    const score = Math.round(500 + 120 * generator.normal()) / 10;
    const received = generator.uniform() < (arm === 1 ? 0.85 : 0.04) ? 1 : 0;
    const contact = received === 1 ? 14 + generator.below(90) : '';
    const pace = 0.0045 * Math.exp(0.012 * (score - 50) - 0.01 * (age - 40) + 0.25 * received);
    const leaves = Math.ceil(-Math.log(1 - generator.uniform()) / pace);
    const end = 365 + generator.below(180);
    const days = Math.min(leaves, end);
    const exit = leaves <= end ? 1 : 0;
    const cause = exit === 0 ? 0 : generator.uniform() < 0.7 ? 1 : 2;
    const work = cause === 1 ? 1 : generator.uniform() < 0.05 ? 1 : 0;
    const hours = work === 1 ? Math.max(4, Math.round(26 + 1.5 * received + 8 * generator.normal())) : 0;
    const invited = generator.uniform() < 0.4 ? 1 : 0;
    const responded = invited === 1 && generator.uniform() < 0.3 + 0.005 * (age - 20) + 0.1 * arm ? 1 : 0;
    const satisfaction =
      responded === 1 ? Math.min(10, Math.max(1, Math.round(6.6 + 0.5 * arm + 1.5 * generator.normal()))) : '';
    return [
      id,
      district,
      arm,
      age,
      edu,
      score,
      received,
      contact,
      days,
      Math.ceil(days / 14),
      exit,
      cause,
      work,
      hours,
      invited,
      responded,
      satisfaction,
    ].join(',');
  });
  return [COLUMNS, ...lines, ''].join('\n');
}
