import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const mocked = ['test/electron/**/*.test.ts'];

export default defineConfig({
  plugins: [react()],
  test: {
    globalSetup: ['test/support/prepare.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A third worker for two cores: while one waits for a server or a browser, another has something to do.
    maxWorkers: 3,
    projects: [
      // Nothing of what is under test keeps state in its modules, so files share them: each is loaded once a worker.
      {
        extends: true,
        test: { name: 'all', include: ['test/**/*.test.{ts,tsx}'], exclude: mocked, isolate: false },
      },
      // Those that stand something in for Electron change what a module is.
      { extends: true, test: { name: 'electron', include: mocked } },
    ],
  },
});
