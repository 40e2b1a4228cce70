import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/prepare.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Browsers and servers share two cores: more workers would only make them wait for each other.
    maxWorkers: 2,
  },
});
