import { defineConfig } from 'vitest/config';

/** The journey in a browser: apart from `npm test`, which needs nothing but Node. */
export default defineConfig({
  test: {
    include: ['test/journeys/browser.journey.ts'],
    globalSetup: ['test/setup/test-server.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
