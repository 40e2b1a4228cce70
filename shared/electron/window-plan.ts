import { z } from 'zod';

/** The page of one window: a ticket kiosk, a rating kiosk, or any screen (administration says which). */
export const DevicePage = z.enum(['ticketKiosk', 'ratingKiosk', 'screen']);
export type DevicePage = z.infer<typeof DevicePage>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlannedWindow {
  /** The device's name on this machine, a `DeviceSlot`; its pairing hangs on it. */
  readonly slot: string;
  readonly page: DevicePage;
  readonly area: Area;
}

const addresses = { ticketKiosk: '/kiosk/', ratingKiosk: '/rating/', screen: '/screen/' } as const;

/** One window for each monitor from left to right, as far as there are both; each is a device of its own. */
export function planWindows(monitors: readonly Area[], pages: readonly DevicePage[]): readonly PlannedWindow[] {
  const inOrder = monitors.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return inOrder.slice(0, pages.length).flatMap((area, i) => {
    const page = pages[i];
    // The first keeps the plain name, so that a second monitor changes nothing for it.
    return page === undefined ? [] : [{ slot: i === 0 ? page : `${page}-${i + 1}`, page, area }];
  });
}

/** 'https://hall.example/kiosk/?device=ticketKiosk' */
export function addressOf({ page, slot }: Pick<PlannedWindow, 'page' | 'slot'>, hall: string): string {
  return `${hall}${addresses[page]}?device=${encodeURIComponent(slot)}`;
}
