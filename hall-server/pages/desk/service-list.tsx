import { useRef } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import { useKeys } from '../../../shared/browser/staff/use-keys.ts';
import type { ServiceId } from '../../../shared/ids.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import type { GroupChoice, ServiceChoice } from '../../../shared/views.ts';

interface ServiceListProps {
  readonly groups: readonly GroupChoice[];
  readonly chosen: ServiceId | null;
  readonly disabled: boolean;
  readonly choose: (serviceId: ServiceId) => void;
}

/** Every service of the hall at once, zone by zone; a queue's letter walks through its services. */
export function ServiceList({ groups, chosen, disabled, choose }: ServiceListProps) {
  const { language, say } = useSpeech();
  const texts = deskTexts[language];
  const list = useRef<HTMLDivElement>(null);

  const walk = (prefix: string) => () => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>(`[data-prefix="${prefix}"]`) ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + 1) % buttons.length]?.focus();
  };
  const prefixes = new Set(groups.flatMap((group) => group.services.map((service) => service.prefix)));
  useKeys(Object.fromEntries([...prefixes].map((prefix) => [prefix.toLowerCase(), walk(prefix)])));

  if (groups.length === 0) return <p>{texts.noServices}</p>;
  return (
    <div ref={list} className="service-list">
      {byZone(groups).map(([zoneId, zone]) => (
        <div key={zoneId}>
          <h2>{say(zone[0].zoneName)}</h2>
          {zone.map((group) => {
            const single = ofOneQueue(group);
            return (
              <section key={group.groupId} aria-label={say(group.name)}>
                <h3>
                  {single !== null && <KeyCap>{single}</KeyCap>}
                  <span>{say(group.name)}</span>
                  <small>
                    <span>{texts.waitingNow(group.waiting)}</span> <b>{texts.wait(group.wait)}</b>
                  </small>
                </h3>
                {group.services.map((service) => (
                  <button
                    key={service.serviceId}
                    type="button"
                    data-prefix={service.prefix}
                    aria-pressed={service.serviceId === chosen}
                    disabled={disabled || service.full}
                    onClick={() => choose(service.serviceId)}
                  >
                    <span>{say(service.name)}</span>
                    {service.full ? <small>{texts.full}</small> : single === null && <OwnWait service={service} />}
                  </button>
                ))}
              </section>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Where a group's services wait in different queues, each says its own. */
function OwnWait({ service }: { service: ServiceChoice }) {
  const { language } = useSpeech();
  const texts = deskTexts[language];
  return (
    <small>
      {service.prefix} {texts.waitingNow(service.waiting)} {texts.wait(service.wait)}
    </small>
  );
}

/** The one queue that all services of a group share, or null. */
function ofOneQueue(group: GroupChoice): string | null {
  const [first, ...others] = group.services;
  return first !== undefined && others.every((service) => service.queueId === first.queueId) ? first.prefix : null;
}

type SomeGroups = [GroupChoice, ...GroupChoice[]];

function byZone(groups: readonly GroupChoice[]): [string, SomeGroups][] {
  const zones = new Map<string, SomeGroups>();
  for (const group of groups) {
    const zone = zones.get(group.zoneId);
    if (zone === undefined) zones.set(group.zoneId, [group]);
    else zone.push(group);
  }
  return [...zones];
}
