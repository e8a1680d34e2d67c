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
