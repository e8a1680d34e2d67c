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
export { type Channel, channels, classesOf, type Kind, kindNames, usualMinutes } from './kind.ts';
export {
  lagBuckets,
  listQuality,
  type QualityList,
  qualityLists,
  showQuality,
} from './quality-contract.ts';
