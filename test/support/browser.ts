import { type Browser, chromium } from 'playwright-core';

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A headless Chromium, quiet on the network. Close it in the test's teardown. */
export function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...flags],
  });
}

/** The real sizes at which pages are used. */
export const sizes = {
  board: { width: 1920, height: 1080 },
  kiosk: { width: 1080, height: 1920 },
  phone: { width: 390, height: 844 },
  laptop: { width: 1366, height: 768 },
} as const;
