import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pageFiles } from './hall-server/gateway/page-files.ts';

/** A name for exactly these sources: pages of another build reload themselves. */
function buildId(): string {
  const hash = createHash('sha256');
  for (const folder of ['shared', 'hall-server', 'kiosk', 'signage-display']) {
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (file.isFile()) hash.update(file.name).update(readFileSync(join(file.parentPath, file.name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

const hallAddress = `http://127.0.0.1:${process.env.PORT ?? 8080}`;

// One config for everything that is built: the pages (client) and the server and its worker (server).
export default defineConfig({
  plugins: [react()],
  define: { __BUILD__: JSON.stringify(buildId()) },
  appType: 'mpa',
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/pages',
        rolldownOptions: { input: Object.values(pageFiles) },
        chunkSizeWarningLimit: 2000,
        // The pages may load fonts from the hall only, not from data: URLs.
        assetsInlineLimit: 0,
      },
    },
    server: {
      consumer: 'server',
      build: {
        outDir: 'dist/server',
        ssr: true,
        emptyOutDir: true,
        rolldownOptions: { input: { main: 'hall-server/main.ts', simulate: 'hall-server/simulate/main.ts' } },
      },
    },
  },
  server: {
    // `npm run dev`: pages from their sources, everything else from a hall server on PORT.
    proxy: {
      '/socket.io': { target: hallAddress, ws: true },
      // The host stays the page's own, or the hall would take its questions for another site's.
      '/api': { target: hallAddress, changeOrigin: false },
      '/health': { target: hallAddress, changeOrigin: false },
    },
  },
});
