import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    isolate: false,
    fileParallelism: false,
    globalSetup: ['tests/stop-server.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
