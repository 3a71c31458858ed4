import { defineConfig } from 'vitest/config';

/** `npm run test:papers`: needs LibreOffice Writer, poppler-utils and fonts-liberation2. */
export default defineConfig({
  test: { include: ['test/papers/*.papers.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
