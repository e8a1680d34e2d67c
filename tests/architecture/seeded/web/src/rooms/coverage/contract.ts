import { rows } from './rows.store.ts';
export const invoked = rows;
