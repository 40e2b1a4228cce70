import { session } from 'electron';
import { z } from 'zod';
import type { StaffCodeAnswer } from './first-start.ts';

const answersWithinMs = 5_000;

/** Asks the hall whether an administrator has made this code for this very device. A code is used up by it. */
export async function checkStaffCode(hall: string, slot: string, code: string): Promise<StaffCodeAnswer> {
  const by = session.defaultSession;
  try {
    const [cookie] = await by.cookies.get({ url: hall, name: `clearcall-device-${slot}` });
    // A box that is not paired is nobody's: it has no device that a code could have been made for.
    if (cookie === undefined) return 'wrong';
    const response = await by.fetch(`${hall}/api/devices/staff-code/use`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: hall },
      body: JSON.stringify({ token: cookie.value, code }),
      signal: AbortSignal.timeout(answersWithinMs),
      redirect: 'error',
      credentials: 'omit',
    });
    if (response.ok) return 'right';
    const refusal = z.object({ code: z.string() }).safeParse(await response.json());
    return refusal.success && refusal.data.code === 'wrongCode' ? 'wrong' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
