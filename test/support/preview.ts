import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import react from '@vitejs/plugin-react';
import { fastify } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { Language } from '../../shared/languages.ts';

const page = 'test/pages/preview/index.html';
/** The phone's real page, for what it does without a hall. */
const phonePage = 'hall-server/pages/ticket/index.html';
const folder = 'dist/previews';

/** Builds `test/pages/preview` once for all page tests: pure page views drawn from the fixtures beside it. */
export async function buildPreviews(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    define: { __BUILD__: JSON.stringify('previews') },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: [page, phonePage] },
    },
  });
}

/** Serves the previews, without a hall; builds them if nobody has for this run. */
export async function servePreviews(): Promise<{ url: string; close: () => Promise<void> }> {
  if (process.env.PREVIEWS !== 'built') await buildPreviews();
  const server = fastify();
  await server.register(fastifyStatic, { root: resolve(folder) });
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${address}/${page}`, close: () => server.close() };
}

/** Opens one fixture ('board/sixCalls') in a language at a size, fonts loaded. */
export async function openPreview(
  browser: Browser,
  url: string,
  fixture: string,
  options: { language?: Language; size: { width: number; height: number } },
): Promise<Page> {
  const page = await browser.newPage({ viewport: options.size });
  await page.goto(`${url}#${fixture}/${options.language ?? 'zhHans'}`);
  await page.locator('[data-preview-ready]').waitFor({ state: 'attached' });
  return page;
}

/** Draws another fixture in a page that `openPreview` opened: much quicker than opening another. */
export async function showPreview(page: Page, fixture: string, language: Language = 'zhHans'): Promise<void> {
  const hash = `#${fixture}/${language}`;
  await page.evaluate((next) => {
    delete document.body.dataset.previewReady;
    window.sent = [];
    // The same fixture again starts afresh too.
    if (location.hash === next) dispatchEvent(new HashChangeEvent('hashchange'));
    else location.hash = next;
  }, hash);
  await page.locator(`[data-preview-ready="${hash}"]`).waitFor({ state: 'attached' });
}
