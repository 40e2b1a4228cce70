import { app, type WebContents } from 'electron';
import { z } from 'zod';
import type { DeviceWindow } from './device-window.ts';
import type { FirstStart } from './first-start.ts';
import { findHalls, type HallFinder } from './hall-finder.ts';
import { tryHall } from './hall-probe.ts';
import type { ShellIpc } from './shell-ipc.ts';
import { checkStaffCode } from './staff-code.ts';
import { DevicePage } from './window-plan.ts';

/** Told to systemd as "stopped on purpose": see docs/deploy. */
export const leftByStaff = 10;
/** After the right code, staff may set this box up again for so long. */
const staffStayMs = 10 * 60_000;

/** First start, and staff who come back to it by a one-time code. */
export function setUpByStaff(
  choices: readonly DevicePage[],
  ipc: ShellIpc,
  box: {
    hall: () => string | null;
    windowOf: (contents: WebContents) => DeviceWindow | null;
    use: (page: DevicePage, address: string, certificate: string | null) => void;
  },
): void {
  let staffUntil = 0;
  let finder: HallFinder | null = null;
  let offered: { address: string; certificate: string | null } | null = null;
  const byStaff = () => performance.now() < staffUntil;
  const mayChange = () => {
    if (box.hall() !== null && !byStaff()) throw new Error('a box that has its hall is changed by staff only');
  };
  const done = () => {
    finder?.stop();
    finder = null;
    offered = null;
  };

  ipc.hear('corner', (from) => {
    // Without a hall there is nobody to make a code, and nothing to protect: the question is on the glass already.
    if (box.hall() !== null) box.windowOf(from)?.showOwn('staff');
  });
  ipc.hear('back', (from) => {
    staffUntil = 0;
    done();
    box.windowOf(from)?.start();
  });
  ipc.hear('leave', () => {
    if (byStaff()) app.exit(leftByStaff);
  });
  ipc.answer('staffCode', z.string().max(20), async (code, from) => {
    const [hall, window] = [box.hall(), box.windowOf(from)];
    if (hall === null || window === null) return 'unreachable';
    const answer = await checkStaffCode(hall, window.plan.slot, code);
    if (answer === 'right') {
      staffUntil = performance.now() + staffStayMs;
      window.showOwn('setup');
    }
    return answer;
  });
  ipc.answer('firstStart', z.undefined(), (): FirstStart => {
    mayChange();
    finder ??= findHalls();
    return { choices, halls: finder.halls(), byStaff: byStaff() };
  });
  ipc.answer('tryHall', z.string().max(300), async (typed) => {
    mayChange();
    const { tried, pin } = await tryHall(typed);
    const usable = tried.outcome === 'hall' || tried.outcome === 'unknownCertificate';
    offered = usable ? { address: tried.address, certificate: pin } : null;
    return tried;
  });
  ipc.answer('takeHall', DevicePage, (page) => {
    mayChange();
    // The certificate comes from what was tried, never from the page.
    if (offered === null || !choices.includes(page)) throw new Error('no hall has been tried');
    const { address, certificate } = offered;
    done();
    staffUntil = 0;
    box.use(page, address, certificate);
  });
}
