import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'tests/architecture/**/*.test.ts',
      'tests/contract/**/*.test.ts',
      'tests/faults/**/*.test.ts',
      'tests/property/**/*.test.ts',
    ],
    isolate: false,
    // A test on the database or on processes of its own waits half of the time: no core is left to that.
    maxWorkers: Math.max(2, availableParallelism()),
    globalSetup: ['tests/stop-server.ts'],
    setupFiles: ['tests/seed.ts'],
    // Generous: a slow machine is no failure; speed is measured in bench/.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
