import { isNotEstimable, monthIndex, monthName, type NotEstimable } from '../forecast/index.ts';
import type { ProjectCase, ProjectedMonth } from './contract.ts';
import { projectFormation } from './formation.ts';
import { limitPace } from './pace.ts';
import { notEstimable } from './refusals.ts';

/**
 * Projects a case as it is written in a file: hires (started and planned, the planned ones at the pace of realised growth)
 * and graduates (school beside work) on top of a shrinking base. Rows are named by month.
 */
export function projectCase(given: ProjectCase): readonly ProjectedMonth[] | NotEstimable<string> {
  const first = monthIndex(given.first_month);
  if (first === null) return notEstimable('bad_first_month', given.first_month);
  const { planned, starts } = given;
  if (planned.length !== starts.length)
    return notEstimable('unequal_months', `planned: ${planned.length}, ${starts.length}`);
  const ends = endsBeyondBase(given);
  if (ends !== null) return notEstimable('more_ends_than_advisers', `contract_ends[${ends}]`);
  const pace = limitPace(given.growth_signal);
  const months = projectFormation({
    baseFte: given.base_fte,
    attritionPerYear: given.attrition_per_year,
    hoursPerFteYear: given.productivity_hours_per_fte_year,
    contractEnds: given.contract_ends,
    streams: [
      {
        name: 'starts + planned',
        starts: starts.map((people, month) => people + (planned[month] ?? 0) * pace),
        ramp: given.ramp,
        schoolFactor: 1,
        schoolMonths: 0,
      },
      {
        name: 'graduates',
        starts: given.graduates,
        ramp: given.ramp,
        schoolFactor: given.graduate_factor,
        schoolMonths: given.graduate_school_months,
      },
    ],
  });
  if (isNotEstimable(months)) return months;
  return months.map((row, month) => ({
    month: monthName(first + month),
    base_fte: row.baseFte,
    new_headcount: row.newHeadcount,
    effective_fte: row.effectiveFte,
    hours: row.hours,
  }));
}

/** First month in which more contracts end than attrition has left of the base; null when there is none. */
function endsBeyondBase({ base_fte, attrition_per_year, contract_ends }: ProjectCase): number | null {
  let base = base_fte;
  for (const [month, ends] of contract_ends.entries()) {
    base *= 1 - attrition_per_year / 12;
    // What is read from a file as decimals may miss zero by a last digit.
    if (ends > base * (1 + 1e-9)) return month;
    base -= ends;
  }
  return null;
}
