import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ScreenReport } from '../protocol.ts';
import type { View } from '../views.ts';
import type { HallConnection, HallState } from './hall-connection.ts';

/**
 * The hall's state as this page last heard it; re-renders on every change and confirms what was painted.
 * `report`: asked each time, how a screen is.
 */
export function useHall<Shown extends View>(
  connection: HallConnection<Shown>,
  report?: () => ScreenReport,
): HallState<Shown> {
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  const { revision } = state;
  useEffect(() => {
    if (revision === null) return;
    // Two frames on, the pixels are on the glass.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => connection.painted(revision, report?.()));
    });
    return () => cancelAnimationFrame(frame);
  }, [connection, revision, report]);
  return state;
}

/** Hall time in UTC ms, moving on every second (or `everyMs`). */
export function useHallNow(connection: Pick<HallConnection<View>, 'now'>, everyMs = 1_000): number {
  const [now, setNow] = useState(connection.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(connection.now()), everyMs);
    return () => clearInterval(timer);
  }, [connection, everyMs]);
  return now;
}
