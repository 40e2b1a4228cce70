import type { GroupChoice, ServiceChoice } from '../../../shared/views.ts';
import type { Visit } from './use-visit.ts';

/**
 * What is known to be full is not asked of the hall again; the visitor hears at once where to go instead. Whoever may
 * not be reached before closing is told first.
 */
export function askFor(service: ServiceChoice, group: GroupChoice, visit: Visit, earlier = visit.earlier) {
  const wish = { for: 'number', service, group, earlier } as const;
  if (service.full) visit.go({ at: 'refused', code: 'dailyLimitReached', wish });
  else if (service.mayNotBeReachedBy !== null) visit.go({ at: 'mayNotBeReached', by: service.mayNotBeReachedBy, wish });
  else visit.ask(wish);
}
