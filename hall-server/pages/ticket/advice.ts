import { clockTime } from '../../../shared/browser/clock-time.ts';
import type { CommonTexts } from '../../../shared/texts/common.ts';
import type { PhoneTexts } from '../../../shared/texts/phone.ts';
import type { SeveralServicesTexts } from '../../../shared/texts/several-services.ts';
import type { PhoneView } from '../../../shared/views.ts';

/** What the visitor should do now: one line, and at most two quieter ones under it. */
export interface Advice {
  readonly line: string;
  readonly notes: readonly string[];
}

export interface AdviceTexts {
  readonly phone: PhoneTexts;
  readonly common: CommonTexts;
  readonly several: SeveralServicesTexts;
}

const minuteMs = 60_000;

/** Pure: the same view and time always advise the same. */
export function adviceFor(
  view: PhoneView,
  now: number,
  { phone: texts, common, several }: AdviceTexts,
  zone: string,
): Advice {
  const time = (at: number) => clockTime(at, view.hall.timeZone);
  const counter = view.counterLabel === null ? null : common.counterNamed(view.counterLabel);
  const ratingOver = view.rating === 'over' ? [texts.ratingOver] : [];
  switch (view.status) {
    case 'waiting': {
      if (view.expectedAt !== null)
        return { line: several.calledFrom(time(view.expectedAt)), notes: [texts.stayNear(zone)] };
      const wait = view.wait === null ? common.waitUnknown : texts.expectedWait(common.waitRange(view.wait));
      const ahead = view.ahead ?? 0;
      return { line: ahead === 0 ? texts.next : texts.ahead(ahead), notes: [wait, texts.stayNear(zone)] };
    }
    case 'called':
      return {
        line: counter ?? '',
        notes: [zone, texts.callNo(view.callNo), texts.missedAfter(view.missedRule.afterCalls)],
      };
    case 'serving':
      return { line: counter === null ? '' : texts.servingAt(counter), notes: [] };
    case 'held':
      return {
        line: counter === null ? texts.held : texts.heldAt(counter),
        notes: view.expectedAt === null ? [] : [several.backByPhone(time(view.expectedAt))],
      };
    case 'missed':
      return adviceForMissed(view, now, texts, counter ?? common.counter, zone);
    case 'done':
      return { line: view.rating === 'given' ? texts.rated : texts.thanksForComing, notes: ratingOver };
    case 'cancelled':
      return { line: texts.cancelled, notes: [] };
    case 'expired':
      return { line: view.rating === 'given' ? texts.rated : texts.expired, notes: ratingOver };
  }
}

/** First what costs the visitor least: straight to the counter; else put back; else a new number. */
function adviceForMissed(view: PhoneView, now: number, texts: PhoneTexts, counter: string, zone: string): Advice {
  const time = (until: number) => clockTime(until, view.hall.timeZone);
  const left = (until: number) => texts.minutesLeft(Math.ceil((until - now) / minuteMs));
  const accept = view.acceptUntil !== null && view.acceptUntil > now ? view.acceptUntil : null;
  const putBack = view.putBackUntil !== null && view.putBackUntil > now ? view.putBackUntil : null;
  const place = texts.putBackPlace(view.missedRule.putBackPlaces);
  if (accept !== null) {
    const orLater = putBack === null ? [] : [texts.orPutBackUntil(time(putBack)), place];
    return { line: texts.acceptUntil(counter, time(accept)), notes: [left(accept), zone, ...orLater] };
  }
  if (putBack !== null) return { line: texts.putBackUntil(time(putBack)), notes: [left(putBack), place] };
  return { line: texts.tooLate, notes: [] };
}
