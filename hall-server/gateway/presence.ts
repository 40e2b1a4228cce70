import type { DeviceHealth } from '../../shared/http.ts';
import type { DeviceId } from '../../shared/ids.ts';
import { compareRevisions, type OrderMessage, type Revision, type ScreenReport } from '../../shared/protocol.ts';
import type { Audience } from '../../shared/views.ts';

/** A connected page, as the rest of the gateway needs to know it. */
export interface Connected {
  readonly audience: Audience;
  /** Device id, staff id or ticket id. */
  readonly who: string;
  /** The device whose view a member of staff is shown; null for all other pages. */
  readonly mirrors: DeviceId | null;
  /** Hash of the session or device token it came in with; null for phones. */
  readonly tokenHash: string | null;
  readonly build: string;
  readonly order: (message: OrderMessage) => void;
  readonly cut: () => void;
}

/** A page's own thread to the presence. */
export interface Here {
  readonly leave: () => void;
  /** It alone has been sent this revision at this moment (UTC ms). */
  readonly shown: (revision: Revision, at: number) => void;
  /** This revision is on its glass. */
  readonly painted: (revision: Revision, report: ScreenReport | null) => void;
}

export interface Presence {
  readonly enter: (page: Connected) => Here;
  readonly isOnline: (who: string) => boolean;
  /** Every page has been sent this revision at this moment (UTC ms) and owes a painting of it. */
  readonly shown: (revision: Revision, at: number) => void;
  /** How a connected device is; null while it is not. */
  readonly health: (id: DeviceId, build: string, now: number) => DeviceHealth | null;
  /** What a screen last said of itself, also when it is gone. */
  readonly lastReport: (id: DeviceId) => ScreenReport | null;
  /** Tells a device's page to do something; false if there is none. */
  readonly order: (id: DeviceId, message: OrderMessage) => boolean;
  /** Cuts every connection of a device and of those who look at it, of a member of staff, or of one session. */
  readonly cut: (match: { who?: string; tokenHash?: string }) => void;
  readonly count: () => { devices: number; staff: number; phones: number };
}

/** Whoever reads the poster's page does so on a phone. */
const countedAs = {
  device: 'devices',
  desk: 'staff',
  counter: 'staff',
  admin: 'staff',
  phone: 'phones',
  public: 'phones',
} as const satisfies Record<Exclude<Audience, 'mirror'>, string>;
/** Oldest first: what a page was sent and has not painted yet. */
type Owed = readonly { readonly revision: Revision; readonly at: number }[];

/** A page that hangs is sent on and on; one painting of the newest settles all. */
const mostOwed = 100;

export function createPresence(): Presence {
  const pages = new Map<Connected, Owed>();
  const reports = new Map<string, ScreenReport>();
  const owe = (page: Connected, revision: Revision, at: number) => {
    const owed = pages.get(page);
    if (owed === undefined || page.audience !== 'device' || owed.length >= mostOwed) return;
    if (owed.every((one) => compareRevisions(one.revision, revision) < 0)) pages.set(page, [...owed, { revision, at }]);
  };
  /** The page opened last, where a device has several. */
  const pageOf = (id: DeviceId) => [...pages].findLast(([page]) => page.audience === 'device' && page.who === id);
  return {
    enter(page) {
      pages.set(page, []);
      return {
        leave: () => pages.delete(page),
        shown: (revision, at) => owe(page, revision, at),
        painted(revision, report) {
          if (page.audience !== 'device') return;
          const owed = pages.get(page);
          if (owed !== undefined)
            pages.set(
              page,
              owed.filter((one) => compareRevisions(one.revision, revision) > 0),
            );
          if (report !== null) reports.set(page.who, report);
        },
      };
    },
    isOnline: (who) => [...pages.keys()].some((page) => page.audience !== 'mirror' && page.who === who),
    shown(revision, at) {
      for (const page of pages.keys()) owe(page, revision, at);
    },
    health(id, build, now) {
      const found = pageOf(id);
      if (found === undefined) return null;
      const [page, [oldest]] = found;
      return {
        isCurrentBuild: page.build === build,
        lagMs: oldest === undefined ? 0 : Math.max(0, now - oldest.at),
        screen: reports.get(id) ?? null,
      };
    },
    lastReport: (id) => reports.get(id) ?? null,
    order(id, message) {
      const found = [...pages.keys()].filter((page) => page.audience === 'device' && page.who === id);
      for (const page of found) page.order(message);
      return found.length > 0;
    },
    cut({ who, tokenHash }) {
      for (const page of [...pages.keys()]) {
        const isMeant = page.who === who || (who !== undefined && page.mirrors === who);
        if (isMeant || (tokenHash !== undefined && page.tokenHash === tokenHash)) page.cut();
      }
    },
    count() {
      const counted = { devices: 0, staff: 0, phones: 0 };
      for (const { audience } of pages.keys()) {
        // A mirror is a picture on a page that is counted already.
        if (audience !== 'mirror') counted[countedAs[audience]] += 1;
      }
      return counted;
    },
  };
}
