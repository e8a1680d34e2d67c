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
export { type Channel, channels, classesOf, type Kind, kindNames, nextAfter, usualMinutes } from './kind.ts';
export { listProfiles, showProfileTrend } from './profile-contract.ts';
export {
  lagBuckets,
  listQuality,
  type QualityList,
  qualityLists,
  type SchemeGroup,
  schemeGroups,
  showQuality,
  showQualityTrend,
} from './quality-contract.ts';
export {
  countEnrolled,
  countOf,
  countProfiles,
  figuresOf,
  type GroupFigures,
  profilesOf,
  type QualityUnit,
} from './quality-count.ts';
export { computeTrendDates } from './trend-dates.ts';
export { mayWriteContact } from './writer.ts';
