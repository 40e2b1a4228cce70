import type { HallOrigin } from './navigation-policy.ts';

/** The port on which a hall server listens when it is told nothing else. */
const usualPort = 8080;

/**
 * Where a hall may be that somebody typed on a keypad: 'hall.example', '192.168.1.5:8080', 'https://hall.example/'.
 * The likeliest first; empty for what can be no address. Never a name or password in it.
 */
export function addressesToTry(typed: string): readonly HallOrigin[] {
  const text = typed.normalize('NFKC').trim().replace(/^\/+/, '');
  if (text === '' || /\s/.test(text)) return [];
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return originsOf([text]);
  const hasPort = URL.canParse(`http://${text}`) && /:\d+(\/|$)/.test(text);
  return originsOf(
    hasPort
      ? [`https://${text}`, `http://${text}`]
      : [`https://${text}`, `http://${withPort(text, usualPort)}`, `http://${text}`],
  );
}

function withPort(text: string, port: number): string {
  const [host = '', ...path] = text.split('/');
  return [`${host}:${port}`, ...path].join('/');
}

function originsOf(addresses: readonly string[]): readonly HallOrigin[] {
  const origins = addresses
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address))
    .filter(({ protocol, username, password }) => /^https?:$/.test(protocol) && username + password === '')
    .map(({ origin }) => origin);
  return [...new Set(origins)];
}
