import { randomInt } from 'node:crypto';
import type { StaffCode } from '../../shared/http.ts';
import type { DeviceId } from '../../shared/ids.ts';

const codeLastsMs = 10 * 60_000;
const mostTries = 5;

export interface StaffCodes {
  /** A new code for this device; an earlier one is over. */
  readonly make: (device: DeviceId) => StaffCode;
  /** Whether this is the device's code. It is used up by that, and gone after five wrong ones. */
  readonly use: (device: DeviceId, code: string) => boolean;
}

/** One-time codes by which staff open a kiosk's shell at its glass: six figures, ten minutes, once. Kept in memory only. */
export function createStaffCodes(now: () => number): StaffCodes {
  const codes = new Map<DeviceId, StaffCode & { triesLeft: number }>();
  return {
    make(device) {
      const made = { code: String(randomInt(10 ** 6)).padStart(6, '0'), expiresAt: now() + codeLastsMs };
      codes.set(device, { ...made, triesLeft: mostTries });
      return made;
    },
    use(device, code) {
      const one = codes.get(device);
      if (one === undefined) return false;
      one.triesLeft -= 1;
      const over = one.expiresAt < now();
      const right = !over && one.code === code.normalize('NFKC').replaceAll(/\D/g, '');
      if (right || over || one.triesLeft === 0) codes.delete(device);
      return right;
    },
  };
}
