export {
  assign,
  endEnrolment,
  enrol,
  findClients,
  recordCapacity,
  recordProfile,
  registryRefusals,
  seenAt,
  showClient,
  undo,
  written,
} from './contract.ts';
export { type BenefitSpell, endReasons } from './enrolment.ts';
