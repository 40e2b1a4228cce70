import type { GroupChoice, ServiceChoice, WaitRange } from '../../shared/views.ts';
import { closingMinute } from '../queue/opening-hours.ts';
import { isServed, nextServed } from '../queue/service-hours.ts';
import { givenToday } from '../queue/state.ts';
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
              othersFirst: picture.othersFirst(queue.id),
              mayNotBeReachedBy: closingBefore(picture, picture.waitOfQueue(queue.id)),
              bookable: service.appointments !== null,
              opens: isServed(setup, service, picture.local) ? null : nextServed(setup, service, picture.local),
              given: isServed(setup, service, picture.local),
              full: queue.dailyLimit !== null && givenToday(picture.state, queue.id) >= queue.dailyLimit,
            },
          ];
        });
      const queues = [...new Map(services.map((service) => [service.queueId, service])).values()];
      return {
        groupId: group.id,
        name: group.name,
        zoneId: group.zone,
        zoneName: zoneName(picture.state, group.zone),
        zoneWay: setup.zones.find((zone) => zone.id === group.zone)?.way ?? null,
        services,
        waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
        wait: widest(queues.flatMap((queue) => queue.wait ?? [])),
      };
    })
    .filter((group) => group.services.length > 0);
}

/** The closing time that a wait may go beyond. A hall open to midnight has none: its day goes on. */
function closingBefore({ state, local }: Picture, wait: WaitRange | null): string | null {
  const closing = closingMinute(state.setup, local);
  if (closing === null || closing === 24 * 60 || wait === null) return null;
  return local.minute + wait.highMinutes > closing ? clockTime(closing) : null;
}

const clockTime = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

function widest(ranges: readonly WaitRange[]): WaitRange | null {
  if (ranges.length === 0) return null;
  return {
    lowMinutes: Math.min(...ranges.map((range) => range.lowMinutes)),
    highMinutes: Math.max(...ranges.map((range) => range.highMinutes)),
  };
}
