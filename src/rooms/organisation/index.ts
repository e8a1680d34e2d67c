export {
  listAdvisers,
  listUnits,
} from './contract.ts';
export { findOfficesWithinReach, isDistrictWithinReach, isWithinReach, type OfficeKnown, type Units } from './reach.ts';
export { firstPageOf, type Page, pages, type Role, roles, seesNames, systemRoles } from './role.ts';
export {
  addShown,
  hidePlaces,
  isTooSmall,
  type ShownCount,
  shownCount,
  subtractShown,
  TOO_SMALL,
} from './shown-count.ts';
export { computeTooSmall, type NationalCount, type SumOf } from './too-small.ts';
