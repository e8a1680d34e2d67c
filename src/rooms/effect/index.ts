export { effectRefusals, estimatorContracts, exampleOf, listEstimators } from './contract.ts';
export { type Estimator, type Outcome, Refused } from './estimator.ts';
export { estimators } from './estimators.ts';
export { type CsvFault, type CsvTable, readCsv } from './read-csv.ts';
