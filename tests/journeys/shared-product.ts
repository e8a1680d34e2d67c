import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { Product, type ProductPlace, startProduct } from './product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    product: ProductPlace;
  }
}

/** One register, one server and one browser for all journeys: making them takes longer than most journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, address, browser } = await startProduct(3_000);
  project.provide('product', { address, browser });
  return stop;
}

export function openProduct(): Promise<Product> {
  return Product.open(inject('product'));
}
