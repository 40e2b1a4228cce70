import type { DeskView, NamedService } from '../../../shared/views.ts';

/** Everything a number can be taken for, in the hall's order. */
export function servicesOf({ groups }: Pick<DeskView, 'groups'>): readonly NamedService[] {
  return groups.flatMap(({ services }) => services.map(({ serviceId, name }) => ({ serviceId, name })));
}
