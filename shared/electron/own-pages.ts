import { Language, languages, languageTags } from '../languages.ts';
import { type ShellTexts, shellTexts } from '../texts/shell.ts';
import { isOwnPage } from './navigation-policy.ts';

/** Pages the shell has itself, for when there is no hall to ask. */
export const ownPages = {
  /** The hall does not answer; goes away by itself. */
  offline: '/offline.html',
  /** The page has failed too often. */
  askDesk: '/ask-desk.html',
  /** Which hall? */
  setup: '/setup.html',
  /** The staff's one-time code. */
  staff: '/staff.html',
} as const;
export type OwnPage = keyof typeof ownPages;

/** What an address of our own stands for: a page made here, or one of the two files that belong to them. */
export type OwnFile =
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'file'; readonly name: 'own-pages.css' | 'own-pages.js' };

/** Sent with every answer of our own: nothing but our style and our script, and nowhere to send anything. */
export const ownHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** Only these few addresses are anything; there is no path into the file system. */
export function ownFile(address: string): OwnFile | null {
  if (!isOwnPage(address)) return null;
  switch (new URL(address).pathname) {
    case ownPages.offline:
      return { kind: 'page', html: notice('offline', 'offlineNext') };
    case ownPages.askDesk:
      return { kind: 'page', html: notice('broken', 'brokenNext') };
    case ownPages.setup:
    case ownPages.staff:
      return { kind: 'page', html: page('<main id="page"></main><script defer src="/own-pages.js"></script>') };
    case '/own-pages.css':
      return { kind: 'file', name: 'own-pages.css' };
    case '/own-pages.js':
      return { kind: 'file', name: 'own-pages.js' };
    default:
      return null;
  }
}

/** One thing said in all languages at once: nobody is there to choose one. No script, so nothing can fail. */
function notice(title: keyof ShellTexts & ('offline' | 'broken'), next: 'offlineNext' | 'brokenNext'): string {
  const said = languages.map(
    (language) =>
      `<section lang="${languageTags[language]}"><h1>${shellTexts[language][title]}</h1><p>${shellTexts[language][next]}</p></section>`,
  );
  return page(`<main class="notice" role="status">${said.join('')}</main>`);
}

function page(body: string): string {
  const language = languageTags[Language.enum.zhHans];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>明号 ClearCall</title>
<link rel="stylesheet" href="/own-pages.css">
</head>
<body>${body}</body>
</html>
`;
}
