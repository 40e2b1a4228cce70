/** A hall's origin as `new URL(…).origin` writes it: 'https://hall.example' or 'http://192.168.1.5:8080'. */
export type HallOrigin = string;

/** Our own pages (no hall yet, hall not reached, staff exit): served by the shell itself, never from file:. */
export const ownScheme = 'clearcall';
export const ownOrigin = `${ownScheme}://shell`;

/** The pages of the hall that are made for strangers. A kiosk never shows a sign-in or administration page. */
const devicePaths = ['/kiosk/', '/rating/', '/screen/'] as const;

/** A parsed address, or null for what is none. Comparing text is fooled by 'https://hall.example.evil.com/'. */
function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** Whether the page may lead its window there: to a device page of exactly this hall, without a name or password in it. */
export function mayNavigate(address: string, hall: HallOrigin | null): boolean {
  const url = parse(address);
  if (url === null || hall === null || url.origin !== hall) return false;
  if (url.username !== '' || url.password !== '') return false;
  return devicePaths.some((path) => path === url.pathname);
}

/** Whether a page may fetch it: files, questions and the socket of this hall, our own pages, and pictures inside a page. */
export function mayRequest(address: string, hall: HallOrigin | null): boolean {
  const url = parse(address);
  if (url === null) return false;
  if (isOwnPage(address)) return true;
  if (url.protocol === 'data:' || url.protocol === 'blob:') return true;
  // A socket's address is the hall's own but for its scheme.
  const web = url.protocol === 'wss:' ? 'https:' : url.protocol === 'ws:' ? 'http:' : url.protocol;
  return hall !== null && `${web}//${url.host}` === hall;
}

/** `URL.origin` of a scheme of our own is 'null', so its parts are compared. */
export function isOwnPage(address: string): boolean {
  const url = parse(address);
  return url !== null && url.protocol === `${ownScheme}:` && url.host === 'shell';
}
