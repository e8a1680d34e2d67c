export type { ContactWarning } from './contact-warning.ts';
export {
  checkContact,
  correctContact,
  listContacts,
  moveContact,
  planContact,
  reportContact,
  undoContact,
  withdrawContact,
} from './contract.ts';
export { type Channel, channels, classesOf, type Kind, kindNames, outcomes, usualMinutes } from './kind.ts';
export {
  type LagBucket,
  lagBuckets,
  listQuality,
  type QualityList,
  qualityLists,
  showQuality,
} from './quality-contract.ts';
