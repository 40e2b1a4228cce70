/** Address of each page and the HTML file it is made from: the same list for the build and for the server. */
export const pageFiles = {
  '/': 'hall-server/pages/launchpad/index.html',
  '/kiosk/': 'kiosk/page/ticket/index.html',
  '/rating/': 'kiosk/page/rating/index.html',
  '/screen/': 'signage-display/page/index.html',
  '/mirror/': 'signage-display/page/mirror.html',
  '/counter/': 'hall-server/pages/counter/index.html',
  '/desk/': 'hall-server/pages/desk/index.html',
  '/admin/': 'hall-server/pages/admin/index.html',
  '/now/': 'hall-server/pages/now/index.html',
  '/book/': 'hall-server/pages/book/index.html',
  '/poster/': 'hall-server/pages/poster/index.html',
  '/officer/': 'hall-server/pages/officer/index.html',
  '/t/': 'hall-server/pages/ticket/index.html',
} as const;

/** Built like pages and filled in by the server: what the public reads without a script. */
export const templates = {
  diaries: 'hall-server/pages/diaries/index.html',
  interfaces: 'hall-server/pages/interfaces/index.html',
} as const;
