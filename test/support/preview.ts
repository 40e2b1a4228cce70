import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import type { Language } from '../../shared/languages.ts';

/** Serves `test/pages/preview`: pure page views drawn from the fixtures beside it, without a hall. */
export async function servePreviews(): Promise<{ url: string; close: () => Promise<void> }> {
  const server: ViteDevServer = await createServer({
    configFile: 'vite.config.ts',
    logLevel: 'warn',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    cacheDir: 'node_modules/.vite/previews',
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address == null || typeof address === 'string') throw new Error('the preview server has no port');
  const { port } = address;
  return { url: `http://127.0.0.1:${port}/test/pages/preview/index.html`, close: () => server.close() };
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
