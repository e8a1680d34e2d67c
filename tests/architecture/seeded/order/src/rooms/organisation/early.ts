import type { late } from '../coverage/index.ts';
export type Early = typeof late;
