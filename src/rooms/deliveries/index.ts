export { downloadRows, listDeliveries, listRows, showDelivery } from './contract.ts';
export type {
  ColumnDeclaration,
  DeliveryFacts,
  FileDeclaration,
  RowRule,
  RunSql,
} from './file-declaration.ts';
export { endBeforeStart, endWithoutReason, reasonWithoutEnd } from './row-rules.ts';
export { rowCodes } from './words.ts';
