export {
  assign,
  endEnrolment,
  enrol,
  findClients,
  recordCapacity,
  recordProfile,
  registryRefusals,
  seenEntry,
  showClient,
  undo,
  written,
} from './contract.ts';
export { endReasons } from './enrolment.ts';
export { isSchemeShown, onlySchemeShown } from './health.ts';
export { nameFor } from './name.ts';
export { type ProfilePart, profileParts } from './profile-part.ts';
