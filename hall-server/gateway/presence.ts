import type { Audience } from '../../shared/views.ts';

/** A connected page, as the rest of the gateway needs to know it. */
export interface Connected {
  readonly audience: Audience;
  /** Device id, staff id or ticket id. */
  readonly who: string;
  /** Hash of the session or device token it came in with; null for phones. */
  readonly tokenHash: string | null;
  readonly cut: () => void;
}

export interface Presence {
  readonly enter: (page: Connected) => () => void;
  readonly isOnline: (who: string) => boolean;
  /** Cuts every connection of a device, a member of staff, or one session. */
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
} as const satisfies Record<Audience, string>;

export function createPresence(): Presence {
  const pages = new Set<Connected>();
  return {
    enter(page) {
      pages.add(page);
      return () => pages.delete(page);
    },
    isOnline: (who) => [...pages].some((page) => page.who === who),
    cut({ who, tokenHash }) {
      for (const page of [...pages]) {
        if (page.who === who || (tokenHash !== undefined && page.tokenHash === tokenHash)) page.cut();
      }
    },
    count() {
      const counted = { devices: 0, staff: 0, phones: 0 };
      for (const { audience } of pages) {
        counted[countedAs[audience]] += 1;
      }
      return counted;
    },
  };
}
