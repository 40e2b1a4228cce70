import { createSocket } from 'node:dgram';
import { Bonjour } from 'bonjour-service';
import type { BaseLogger } from 'pino';

export interface Announced {
  readonly stop: () => Promise<void>;
}

/** A name on the network has at most 63 bytes; a Chinese sign takes three. */
const mostBytes = 63;

/**
 * Says on the local network that a hall is here (DNS-SD, `_clearcall._tcp`), so that a new kiosk or screen finds it.
 * `address`: what boxes should use instead of this machine's own, when a proxy stands in front. A network that forbids
 * it is only logged: a hall runs as well without.
 */
export function announceHall(
  hall: { readonly name: string; readonly port: number; readonly address: string | null },
  log: Pick<BaseLogger, 'warn'>,
  mdnsPort = 5353,
): Announced {
  const trouble = (err: unknown) => log.warn({ err }, 'the hall cannot be announced on this network');
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  const options = { port: mdnsPort, socket };
  const bonjour = new Bonjour(options, trouble);
  // The library throws what its socket meets, and that would stop the hall.
  socket.removeAllListeners('error').on('error', trouble);
  bonjour.publish({
    name: shortened(hall.name),
    type: 'clearcall',
    port: hall.port,
    // Two halls of one name on one network: the boxes show both addresses.
    probe: false,
    ...(hall.address !== null && { txt: { address: hall.address } }),
  });
  return {
    stop: () =>
      new Promise((stopped) => {
        // Says goodbye first; a network that is gone is not waited for.
        const timer = setTimeout(stopped, 500);
        bonjour.unpublishAll(() =>
          bonjour.destroy(() => {
            clearTimeout(timer);
            stopped();
          }),
        );
      }),
  };
}

function shortened(name: string): string {
  const signs = [...name];
  while (Buffer.byteLength(signs.join('')) > mostBytes) signs.pop();
  return signs.join('');
}
