import type { GroupChoice, ServiceChoice, WaitRange } from '../../shared/views.ts';
import { queueDay } from '../queue/state.ts';
import { zoneName } from './names.ts';
import type { Picture } from './picture.ts';

/** The services to choose from, by group, each with people waiting and the range told before the choice. */
export function groupChoices(picture: Picture): readonly GroupChoice[] {
  const { setup } = picture.state;
  return setup.serviceGroups
    .filter((group) => group.active)
    .map((group) => {
      const services = setup.services
        .filter((service) => service.active && service.serviceGroup === group.id)
        .flatMap((service): ServiceChoice[] => {
          const queue = setup.queues.find((one) => one.id === service.queue && one.active);
          if (queue === undefined) return [];
          return [
            {
              serviceId: service.id,
              name: service.name,
              queueId: queue.id,
              prefix: queue.prefix,
              waiting: picture.line(queue.id).length,
              wait: picture.waitOfQueue(queue.id),
              counterLabels: picture.countersOf(queue.id),
              full: queue.dailyLimit !== null && queueDay(picture.state, queue.id).lastSequence >= queue.dailyLimit,
            },
          ];
        });
      const queues = [...new Map(services.map((service) => [service.queueId, service])).values()];
      return {
        groupId: group.id,
        name: group.name,
        zoneId: group.zone,
        zoneName: zoneName(picture.state, group.zone),
        services,
        waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
        wait: widest(queues.flatMap((queue) => queue.wait ?? [])),
      };
    })
    .filter((group) => group.services.length > 0);
}

function widest(ranges: readonly WaitRange[]): WaitRange | null {
  if (ranges.length === 0) return null;
  return {
    lowMinutes: Math.min(...ranges.map((range) => range.lowMinutes)),
    highMinutes: Math.max(...ranges.map((range) => range.highMinutes)),
  };
}
