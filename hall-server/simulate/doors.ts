import type { DeviceAssignment } from '../../shared/actors.ts';
import type { DeviceList, HallCard, Health, PairingState, StaffPage } from '../../shared/http.ts';
import type { DeviceId } from '../../shared/ids.ts';
import type { PhoneView, View } from '../../shared/views.ts';
import { connectClient, type HallClient, patienceMs } from './hall-client.ts';
import { SimulationRefused } from './refused.ts';

/** The hall's address and what it told about itself. */
export interface Doors {
  readonly card: HallCard;
  /** Staff pages open anywhere just now. */
  readonly staffConnected: number;
  readonly signIn: <Shown extends View>(page: StaffPage, login: string) => Promise<SignedIn<Shown>>;
  /** Demo devices that no page is being just now. */
  readonly freeDevices: (cookies: string) => Promise<readonly FreeDevice[]>;
  /** Null: somebody must approve it first (the hall is on another machine). */
  readonly pair: <Shown extends View>(device: FreeDevice) => Promise<HallClient<Shown> | null>;
  readonly phone: (link: string) => Promise<HallClient<PhoneView>>;
  /** Leaves every page that was opened. */
  readonly leave: () => void;
}

export interface SignedIn<Shown extends View> {
  readonly client: HallClient<Shown>;
  readonly cookies: string;
}

export interface FreeDevice {
  readonly deviceId: DeviceId;
  readonly assignment: DeviceAssignment;
}

/** Knocks at a hall. @throws SimulationRefused when none is there, or it is not for trying out */
export async function findDoors(address: string, onView: () => void): Promise<Doors> {
  const asked = await ask<HallCard>(address, '/api/hall');
  const card = asked.body;
  if (card?.hall === undefined) throw new SimulationRefused(`${address} is not a ClearCall hall.`);
  if (!card.hall.demo) {
    throw new SimulationRefused(
      `${address} is a real hall. Simulated visitors only enter a demo hall: npm start opens one.`,
    );
  }
  const health = await ask<Health>(address, '/health');
  // The pages' build, so that the hall's record does not show us as outdated pages.
  const build = health.body?.build ?? 'simulate';
  const pages: { readonly close: () => void }[] = [];
  const open: typeof connectClient = async (...how) => {
    const page = await connectClient<never>(...how);
    pages.push(page);
    return page;
  };

  return {
    card,
    staffConnected: health.body?.connected.staff ?? 0,
    async signIn(page, login) {
      const account = card.demoAccounts.find((one) => one.login === login);
      if (account === undefined) throw new SimulationRefused(`This demo hall has no account ${login}.`);
      const { status, cookies } = await ask(address, '/api/login', {
        body: { page, login, password: account.password },
      });
      if (status !== 200) throw new SimulationRefused(`${login} could not sign in (${status}). Try again in a minute.`);
      return { client: await open(address, { audience: page }, { cookies, build, onView }), cookies };
    },
    async freeDevices(cookies) {
      const { body } = await ask<DeviceList>(address, '/api/devices', { cookies });
      return (body?.devices ?? []).filter((device) => !device.online);
    },
    async pair({ deviceId, assignment }) {
      const slot = `simulate-${deviceId}`;
      const wish = { slot, kind: assignment.kind, wants: deviceId };
      const { body, cookies } = await ask<PairingState>(address, '/api/pairing', { body: wish });
      if (body?.state !== 'paired' || body.deviceId !== deviceId) return null;
      return open(address, { audience: 'device', slot }, { cookies, build, onView });
    },
    phone: (link) => connectClient(address, { audience: 'phone', link }, { build }),
    leave: () => {
      for (const page of pages) page.close();
    },
  };
}

/** Asks as a page of the hall would. */
async function ask<Answer>(
  address: string,
  path: string,
  { body, cookies = '' }: { body?: object; cookies?: string } = {},
): Promise<{ status: number; cookies: string; body: Answer | null }> {
  let response: Response;
  try {
    response = await fetch(address + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { origin: address, cookie: cookies, ...(body && { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    throw new SimulationRefused(`No hall answers at ${address}. Start one with: npm start`);
  }
  const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  const answer = await response.json().catch(() => null);
  return { status: response.status, cookies: set.join('; '), body: response.ok ? answer : null };
}
