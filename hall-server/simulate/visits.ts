import type { HoldReason, Outcome, RatingLevel } from '../../shared/commands.ts';
import type { PriorityClassId, QueueId, ServiceId } from '../../shared/ids.ts';
import type { Language } from '../../shared/languages.ts';
import type { Service } from '../../shared/setup.ts';
import { type Demand, minutesPerVisit } from './demand.ts';
import type { Random } from './random.ts';

/** What one visitor is going to do; times in minutes of the hall. */
export interface Visit {
  /** After the doors have opened. */
  readonly arrivesAt: number;
  readonly serviceId: ServiceId;
  readonly language: Language;
  /** Shows a document at the front desk and gets the number there; everybody else goes to a kiosk. */
  readonly priorityClassId: PriorityClassId | null;
  /** From hearing the number to standing at the counter. */
  readonly walkMinutes: number;
  readonly serviceMinutes: number;
  readonly course: Course;
  /** Has to step aside for a while in the middle of it. */
  readonly aside: { readonly reason: HoldReason; readonly minutes: number } | null;
  /** Turns out to belong elsewhere as well. */
  readonly transferTo: QueueId | null;
  readonly outcome: Outcome;
  readonly rating: Rating | null;
}

export type Course =
  | { readonly kind: 'comes' }
  /** Gives the number up unless called before. */
  | { readonly kind: 'leaves'; readonly afterMinutes: number }
  /** Is not there when called; what happens once missed. */
  | {
      readonly kind: 'noShow';
      readonly afterwards: 'goesToCounter' | 'isPutBack' | 'neverComes';
      readonly afterMinutes: number;
    };

export interface Rating {
  readonly level: RatingLevel;
  readonly where: 'ratingKiosk' | 'phone';
  readonly afterMinutes: number;
}

/** How many of a hundred do what, as shares. Ours, not measured anywhere. */
export interface Habits {
  readonly noShow: number;
  readonly leaves: number;
  readonly aside: number;
  readonly transferred: number;
  readonly rates: number;
  readonly priority: number;
}

export const usualHabits: Habits = {
  noShow: 0.05,
  leaves: 0.02,
  aside: 0.05,
  transferred: 0.04,
  rates: 0.35,
  priority: 0.06,
};

/** Comes, is served, goes. */
export const noHabits: Habits = { noShow: 0, leaves: 0, aside: 0, transferred: 0, rates: 0, priority: 0 };

/** The part of the counters' time that may be spent waiting for those who do not come. */
const idleShare = 0.15;

/**
 * The missed rule is kept in real time, so the faster the hall runs the dearer is each visitor who does not come:
 * there are only so many that the counters can bear.
 */
export function bearableNoShows(share: number, speed: number, missedAfterSeconds: number, demand: Demand): number {
  const idleMinutes = (missedAfterSeconds / 60) * speed;
  return Math.min(share, idleMinutes === 0 ? 1 : (idleShare * minutesPerVisit(demand)) / idleMinutes);
}

export interface Plan {
  readonly visitors: number;
  readonly demand: Demand;
  readonly habits: Habits;
  readonly counters: number;
  readonly priorityClassIds: readonly PriorityClassId[];
}

/** Everybody who will come, in the order of coming. */
export function planVisits({ visitors, demand, habits, counters, priorityClassIds }: Plan, random: Random): Visit[] {
  const visits: Visit[] = [];
  // A few stand at the door already: the hall should not look empty for its first minutes.
  const atTheDoor = Math.min(counters, Math.ceil(visitors * 0.15));
  let at = 0;
  while (visits.length < visitors) {
    at += visits.length < atTheDoor ? random.between(0, 0.2) : random.exponential(1 / demand.visitorsPerMinute);
    visits.push(planVisit(at, random.weighted(demand.services), { demand, habits, priorityClassIds }, random));
  }
  return visits;
}

/** One visitor for a service. */
export function planVisit(
  arrivesAt: number,
  service: Service,
  { demand, habits, priorityClassIds }: Pick<Plan, 'demand' | 'habits' | 'priorityClassIds'>,
  random: Random,
): Visit {
  const elsewhere = [...new Set(demand.services.map(([other]) => other.queue))].filter(
    (queue) => queue !== service.queue,
  );
  const priority = random.chance(habits.priority) && priorityClassIds.length > 0;
  const course = courseOf(habits, random);
  const transferred = random.chance(habits.transferred) && elsewhere.length > 0;
  const aside = random.chance(habits.aside);
  const rates = random.chance(habits.rates);
  return {
    arrivesAt,
    serviceId: service.id,
    language: random.weighted<Language>([
      ['zhHans', 90],
      ['zhHant', 6],
      ['en', 4],
    ]),
    priorityClassId: priority ? random.weighted(priorityClassIds.map((id) => [id, 1] as const)) : null,
    walkMinutes: Math.min(2, random.around(0.5, 0.6)),
    serviceMinutes: Math.max(0.5, random.around(service.typicalMinutes, 0.4)),
    course,
    aside: aside
      ? {
          reason: random.weighted<HoldReason>([
            ['missingPaper', 5],
            ['fillingForm', 4],
            ['waitingForColleague', 1],
          ]),
          minutes: random.between(3, 12),
        }
      : null,
    transferTo: transferred ? random.weighted(elsewhere.map((queue) => [queue, 1] as const)) : null,
    outcome: random.weighted<Outcome>([
      [usualOutcome(service), 90],
      ['incomplete', 8],
      ['wrongService', 2],
    ]),
    rating: rates
      ? {
          level: random.weighted<RatingLevel>([
            [5, 68],
            [4, 22],
            [3, 6],
            [2, 2],
            [1, 2],
          ]),
          where: random.chance(0.8) ? 'ratingKiosk' : 'phone',
          afterMinutes: random.between(0.1, 0.4),
        }
      : null,
  };
}

function courseOf(habits: Habits, random: Random): Course {
  const kind = random.weighted([
    ['noShow', habits.noShow],
    ['leaves', habits.leaves],
    ['comes', Math.max(0, 1 - habits.noShow - habits.leaves)],
  ] as const);
  switch (kind) {
    case 'comes':
      return { kind };
    case 'leaves':
      return { kind, afterMinutes: random.between(1, 15) };
    case 'noShow':
      return {
        kind,
        afterwards: random.weighted([
          ['goesToCounter', 35],
          ['isPutBack', 35],
          ['neverComes', 30],
        ] as const),
        afterMinutes: random.between(1, 8),
      };
  }
}

/** What visits for this service usually come to; papers are handed out in the demo hall's collecting group. */
function usualOutcome({ caseKind, serviceGroup }: Service): Outcome {
  if (serviceGroup === 'collect') return 'collected';
  return caseKind === 'promised' ? 'accepted' : caseKind === 'instant' ? 'instant' : 'consulted';
}
