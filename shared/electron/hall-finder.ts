import { createSocket } from 'node:dgram';
import { Bonjour } from 'bonjour-service';
import type { FoundHall } from './first-start.ts';
import { addressesToTry } from './hall-address.ts';

/** How halls are announced on a network (DNS-SD); the server's announcement says the same. */
const serviceType = 'clearcall';

export interface HallFinder {
  readonly halls: () => readonly FoundHall[];
  readonly stop: () => void;
}

/** Listens for halls on the local network until stopped. A network that forbids it leaves the list empty. */
export function findHalls(port = 5353): HallFinder {
  const found = new Map<string, FoundHall>();
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  const options = { port, socket };
  const bonjour = new Bonjour(options, () => {});
  // The library throws what its socket meets; whoever cannot listen types the address instead.
  socket.removeAllListeners('error').on('error', () => {});
  const browser = bonjour.find({ type: serviceType }, (service) => {
    const hall = hallIn(service);
    if (hall !== null) found.set(service.fqdn, hall);
  });
  browser.on('down', ({ fqdn }) => found.delete(fqdn));
  return {
    halls: () => [...found.values()],
    stop: () => {
      browser.stop();
      bonjour.destroy();
    },
  };
}

/** What was heard is a stranger's word: an address is only taken when it can be one. */
export function hallIn(service: {
  readonly name: string;
  readonly port: number;
  readonly addresses?: readonly string[] | undefined;
  readonly txt?: unknown;
}): FoundHall | null {
  const told = typeof service.txt === 'object' && service.txt !== null && 'address' in service.txt;
  const text = told ? Reflect.get(Object(service.txt), 'address') : null;
  const ip = service.addresses?.find((one) => /^\d+\.\d+\.\d+\.\d+$/.test(one));
  const [address] =
    typeof text === 'string' ? addressesToTry(text) : ip ? addressesToTry(`http://${ip}:${service.port}`) : [];
  return address === undefined ? null : { name: service.name.slice(0, 80), address };
}
