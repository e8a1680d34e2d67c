import * as z from 'zod';

export const power = z.number().default(0.8).describe('chance to find the effect, default 0.8');
export const alpha = z.number().default(0.05).describe('two-sided size of the test, default 0.05');
export const ratio = z.number().default(1).describe('treated per not treated, default 1');
export const share = (description: string) => z.number().describe(description);
