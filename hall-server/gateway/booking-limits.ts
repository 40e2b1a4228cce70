import { timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { z } from 'zod';
import { AppointmentId } from '../../shared/ids.ts';

const hourMs = 3_600_000;
const mostKept = 10_000;

/** Of an address: a household's whole network where addresses are long, else each phone could have as many as it likes. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/** Bookings of one network within the last hour; kept in memory only. `now`: UTC ms. */
export function createAddressLimit(now: () => number) {
  const taken = new Map<string, number[]>();
  const recent = (network: string) => (taken.get(network) ?? []).filter((at) => now() - at < hourMs);
  return {
    /** Takes one of `most`, if there is one left; what comes back gives it back. */
    take(network: string, most: number): (() => void) | null {
      const before = recent(network);
      if (before.length >= most) return null;
      const at = now();
      taken.set(network, [...before, at]);
      if (taken.size > mostKept) for (const key of taken.keys()) if (recent(key).length === 0) taken.delete(key);
      return () => {
        const left = [...(taken.get(network) ?? [])];
        left.splice(left.lastIndexOf(at), 1);
        taken.set(network, left);
      };
    },
  };
}

export const bookingsCookie = 'clearcall-bookings';
const Ids = z.array(AppointmentId).max(40);

/**
 * Which bookings a browser has made, in a cookie that it cannot change. Ids open nothing: they count only. Whoever throws
 * the cookie away meets the limit of the network.
 */
export function createBookingsCookie(sign: (text: string) => string) {
  return {
    read(value: string | undefined): readonly AppointmentId[] {
      const [text = '', signature = ''] = value?.split('.') ?? [];
      const right = Buffer.from(sign(text));
      const given = Buffer.from(signature);
      if (text === '' || right.length !== given.length || !timingSafeEqual(right, given)) return [];
      return Ids.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    },
    write(ids: readonly AppointmentId[]): string {
      const text = Buffer.from(JSON.stringify(ids)).toString('base64url');
      return `${text}.${sign(text)}`;
    },
  };
}
