import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PhoneView } from '../../../shared/views.ts';
import { type Alerts, createAlerts, isReady, type Sound } from './alerts.ts';

/** ms after each call at which a phone that is not yet at its counter rings again: as often as the hall's screens. */
const ringAgainMs = [15_000, 35_000] as const;

/** Rings for the present view: once when it is nearly the visitor's turn, and for each call. */
export function useAlerts(
  view: PhoneView,
  words: { readonly ready: string; readonly called: string },
): { readonly sound: Sound; readonly turnOn: Alerts['turnOn'] } {
  const [alerts, setAlerts] = useState<Alerts | null>(null);
  useEffect(() => {
    const made = createAlerts();
    setAlerts(made);
    return made.close;
  }, []);

  const { ticketId, status, callNo, since } = view;
  const ready = isReady(view);
  useEffect(() => {
    if (alerts === null || !ready || hasReminded(ticketId)) return;
    remember(ticketId);
    alerts.ring('ready', words.ready);
  }, [alerts, ready, ticketId, words.ready]);

  const call = status === 'called' ? `${since} ${callNo}` : null;
  useEffect(() => {
    if (alerts === null || call === null) return;
    const ring = () => alerts.ring('called', words.called);
    ring();
    const timers = ringAgainMs.map((ms) => setTimeout(ring, ms));
    return () => timers.forEach(clearTimeout);
  }, [alerts, call, words.called]);

  const sound = useSyncExternalStore(alerts?.subscribe ?? never, alerts?.sound ?? (() => 'none' as const));
  return { sound, turnOn: () => alerts?.turnOn() };
}

const never = () => () => {};

/** Once for a ticket, also when the page is loaded anew. */
const key = (ticketId: string) => `reminded-${ticketId}`;
const hasReminded = (ticketId: string) => sessionStorage.getItem(key(ticketId)) !== null;
const remember = (ticketId: string) => sessionStorage.setItem(key(ticketId), 'yes');
