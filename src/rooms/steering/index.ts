export { noteAgreement, showAgreements } from './contract.ts';
