export {
  listAdvisers,
  listUnits,
  showMe,
  signOut,
} from './contract.ts';
export { findOfficesWithinReach, isWithinReach } from './reach.ts';
export { firstPageOf, type Page, pages, type Role, roles, seesNames, systemRoles } from './role.ts';
