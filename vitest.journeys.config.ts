import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    isolate: false,
    fileParallelism: false,
    // Two pages at a time: one loads while the other is judged.
    maxConcurrency: 2,
    globalSetup: ['tests/journeys/shared-product.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
