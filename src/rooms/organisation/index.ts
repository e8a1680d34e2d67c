export {
  addPerson,
  listAdvisers,
  listPeople,
  listSignIns,
  listUnits,
  type Person,
  showMe,
  signIn,
  signOut,
} from './contract.ts';
export { type Page, pages, pagesOf, type Role, roles, rolesWithNames } from './role.ts';
export type { Unit } from './unit.ts';
