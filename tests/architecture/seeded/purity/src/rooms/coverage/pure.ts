import { step } from './step.ts';
export const pure = step;
