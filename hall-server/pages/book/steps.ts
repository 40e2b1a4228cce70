import { useEffect, useState } from 'react';
import type { BookableService, PhoneBooking } from '../../../shared/booking.ts';
import type { BookedAppointment } from '../../../shared/protocol.ts';

export interface ChosenSlot {
  readonly service: BookableService;
  readonly date: string;
  readonly slot: string;
  readonly startsAt: number;
}
export type Made = { readonly chosen: ChosenSlot; readonly code: BookedAppointment['code'] };

export type Step =
  | { readonly at: 'start' }
  | { readonly at: 'slot'; readonly service: BookableService }
  | { readonly at: 'confirm'; readonly chosen: ChosenSlot }
  | { readonly at: 'booked'; readonly made: Made }
  | { readonly at: 'code' }
  | { readonly at: 'found'; readonly code: string; readonly booking: PhoneBooking };

export interface Steps {
  readonly step: Step;
  /** One further; the browser's own way back leads back here. */
  readonly go: (step: Step) => void;
  /** The same place with something else on it: no way back to what was there. */
  readonly put: (...steps: readonly Step[]) => void;
  readonly back: () => void;
}

const start: Step = { at: 'start' };

/** Where in the course the visitor is. Nothing of it stands in the address: it would stand in the history too. */
export function useSteps(first: readonly Step[] = []): Steps {
  const [way, setWay] = useState<readonly Step[]>([start, ...first]);
  useEffect(() => {
    const back = () => setWay((before) => (before.length > 1 ? before.slice(0, -1) : before));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const step = way.at(-1) ?? start;
  // Another step begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` says when
  useEffect(() => {
    scrollTo(0, 0);
  }, [step]);
  return {
    step,
    go: (next) => {
      history.pushState(null, '');
      setWay((before) => [...before, next]);
    },
    put: (...steps) => setWay([start, ...steps]),
    back: () => history.back(),
  };
}
