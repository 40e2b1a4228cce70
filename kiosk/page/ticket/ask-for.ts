import type { GroupChoice, ServiceChoice } from '../../../shared/views.ts';
import type { NumberWish } from './steps.ts';
import type { Visit } from './use-visit.ts';

/**
 * What is known to be full is not asked of the hall again; the visitor hears at once where to go instead. Where several
 * things are to be done on one number, the choice is put with the others.
 */
export function askFor(service: ServiceChoice, group: GroupChoice, visit: Visit, earlier = visit.earlier) {
  const wish = { for: 'number', service, group, earlier, further: [] } as const;
  if (!service.given) visit.go({ at: 'refused', code: 'serviceNotNow', wish });
  else if (service.full) visit.go({ at: 'refused', code: 'dailyLimitReached', wish });
  else if (visit.several !== null) visit.alsoFor({ service, group });
  else take(wish, visit);
}

/** One number for everything that has been chosen. */
export function takeForAll(visit: Visit) {
  const [first, ...others] = visit.several ?? [];
  if (first === undefined) return;
  take({ for: 'number', ...first, earlier: visit.earlier, further: others.map(({ service }) => service) }, visit);
}

/** Whoever may not be reached before closing is told first. */
function take(wish: NumberWish, visit: Visit) {
  const by = wish.service.mayNotBeReachedBy;
  if (by === null) visit.ask(wish);
  else visit.go({ at: 'mayNotBeReached', by, wish });
}
