import * as z from 'zod';
import { type Frame, isNumeric, notEstimable, timingOfEvents } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { column, count, covariates, tableInput } from '../inputs.ts';
import { given, Refused } from '../refused.ts';
import { rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { COX_KEYS, covariateColumns, coxShape, sayPace, ties } from './cox-fit.ts';
import { event } from './spells.ts';

/** Times of first contacts: an empty one means that there was no contact, not that it is missing. */
function contactTimes(table: Frame, name: string, kept: Int32Array): Float64Array {
  const text = table.columns.get(name);
  if (!text) throw new Refused(notEstimable('unknown_column', name));
  if (!isNumeric(text)) throw new Refused(notEstimable('not_numeric', name));
  return Float64Array.from(kept, (i) => (text[i] === '' ? Number.NaN : Number(text[i])));
}

export const timingEstimator = estimator({
  name: 'timing-of-events',
  question: {
    nl: 'Verandert het tempo vanaf het eerste contact?',
    en: 'Does the pace change from the first contact on?',
  },
  method:
    'Cox regression with each time split at the contact, so that waiting for it is no effect of it; errors robust by row or --cluster. Source: Abbring & van den Berg 2003',
  gives: `${COX_KEYS} (the contact is the term contact); rows (stretches of time, as n), people`,
  example: '--time days --event exit --contact-time contact_day --covariates age,score',
  input: {
    data: tableInput,
    time: column('column of the time'),
    event,
    contactTime: column('column of the time of the first contact; empty = none'),
    covariates: covariates.optional(),
    cluster: column('column whose equal values hang together; each row by itself without it').optional(),
    ties,
    count,
  },
  output: rowsResult({ ...coxShape, rows: z.int(), people: z.int() }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event, input.cluster],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      timingOfEvents(
        {
          time: used.numbers(input.time),
          event: used.numbers(input.event),
          contactTime: contactTimes(table, input.contactTime, used.kept),
          covariates: covariateColumns(used, input.covariates),
          cluster: input.cluster === undefined ? undefined : used.codes([input.cluster]),
          count: used.count,
        },
        { ties: input.ties },
      ),
    );
    return { ...result, missing: used.missing, sentence: sayPace(result, 'contact') };
  },
});
