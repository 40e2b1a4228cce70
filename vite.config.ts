import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { pageFiles, templates } from './hall-server/gateway/page-files.ts';
import packageJson from './package.json' with { type: 'json' };

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

/** The desktop shells: where their sources are, and what each is packed as from `dist/shells/<name>`. */
const shells = { kiosk: 'kiosk/shell', screen: 'signage-display/shell' } as const;

/** Everything a shell runs, in few files that need nothing from node_modules: main, preload and its own pages. */
function shellEnvironments(): Record<string, EnvironmentOptions> {
  return Object.fromEntries(
    Object.entries(shells).flatMap(([name, folder]) => [
      [`${name}Main`, nodeBundle(name, `${folder}/main.ts`, 'main.cjs')],
      // A sandboxed preload may load no other file, so it is one, and CommonJS.
      [`${name}Preload`, nodeBundle(name, `${folder}/preload.ts`, 'preload.cjs')],
      [`${name}OwnPages`, ownPages(name)],
    ]),
  );
}

function nodeBundle(shell: string, input: string, file: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron'] },
    build: {
      outDir: `dist/shells/${shell}`,
      // Main comes first, and clears what an earlier build has left.
      emptyOutDir: file === 'main.cjs',
      ssr: true,
      minify: false,
      rolldownOptions: { input, output: { format: 'cjs', entryFileNames: file, codeSplitting: false } },
    },
  };
}

function ownPages(shell: string): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: `dist/shells/${shell}`,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: 'shared/electron/pages/main.ts',
        output: {
          format: 'iife',
          entryFileNames: 'own-pages.js',
          codeSplitting: false,
        },
      },
    },
  };
}

/** The package that electron-builder packs: what it is called beyond this is said in each shell's electron-builder.yml. */
const shellPackage: Plugin = {
  name: 'shell-package',
  applyToEnvironment: ({ name }) => name.endsWith('Main'),
  generateBundle() {
    const name = `clearcall-${this.environment.name.replace('Main', '')}`;
    const { version, description, license } = packageJson;
    const source = `${JSON.stringify({ name, version, description, license, main: 'main.cjs' }, null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'package.json', source });
    // A style of its own beside the script, so that pages without a script have it too.
    const css = readFileSync('shared/electron/pages/own-pages.css');
    this.emitFile({ type: 'asset', fileName: 'own-pages.css', source: css });
  },
};

/** A smaller copy beside each large file, for the server to send: phones in a hall share one radio. */
const compressedPages: Plugin = {
  name: 'compressed-pages',
  applyToEnvironment: ({ name }) => name === 'client',
  writeBundle({ dir = '' }, bundle) {
    // Browsers unpack nothing newer than gzip over plain http.
    for (const file of Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css|svg)$/.test(name))) {
      const path = join(dir, file);
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    }
  },
};

const hallAddress = `http://127.0.0.1:${process.env.PORT ?? 8080}`;

// One config for everything that is built: the pages (client), the server (server), and the desktop shells.
export default defineConfig({
  plugins: [react(), shellPackage, compressedPages],
  define: { __BUILD__: JSON.stringify(buildId()) },
  appType: 'mpa',
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/pages',
        rolldownOptions: { input: [...Object.values(pageFiles), ...Object.values(templates)] },
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
        rolldownOptions: {
          input: {
            main: 'hall-server/main.ts',
            simulate: 'hall-server/simulate/main.ts',
            'verify-ratings': 'hall-server/verify-ratings-main.ts',
            restore: 'hall-server/restore-main.ts',
            'check-copy-worker': 'hall-server/store/check-copy-worker.ts',
            'figures-worker': 'hall-server/store/figures-worker.ts',
          },
        },
      },
    },
    ...shellEnvironments(),
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
