import { defineConfig } from 'vitest/config';

/**
 * Database tests run on PGlite, or with TEST_DATABASE=postgres on a PostgreSQL server. Files of one worker share its
 * modules (`isolate: false`): opening PGlite takes 2.6 s, emptying it 15 ms.
 * The long runs (a month, faults, the journeys at a platform's one message a second) are left to `npm run test:long`.
 */
const long = [
  'test/journeys/zalo*.test.ts',
  'test/journeys/telegram*.test.ts',
  'test/handlers/many-units.test.ts',
  'test/skeleton/crash.test.ts',
  'test/journeys/counted*.test.ts',
  'test/journeys/killed*.test.ts',
  'test/simulation/*.test.ts',
];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: process.env.TEST_LONG === '1' ? [] : long,
    globalSetup: ['test/setup/test-server.ts'],
    setupFiles: ['test/setup/close-test-store.ts'],
    isolate: false,
    maxWorkers: 2,
    // Seconds at most on a quiet machine; a busy one must not make tests fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Journeys start real processes; on a machine that builds something else meanwhile one may be late once.
    retry: process.env.CI ? 1 : 0,
  },
});
