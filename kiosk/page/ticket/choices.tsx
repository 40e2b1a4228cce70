import { ArrowRight, ListChecks } from 'lucide-react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { commonTexts } from '../../../shared/texts/common.ts';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import type { GroupChoice, NextOpening, TicketKioskView, WaitRange } from '../../../shared/views.ts';
import { Question } from '../kiosk-frame.tsx';
import { useNeeds } from '../needs.tsx';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';
import { askFor } from './ask-for.ts';
import { Entries, Entry } from './entries.tsx';
import { choicesAtOnce, pageOf } from './steps.ts';
import type { Visit } from './use-visit.ts';

export function useChoicesAtOnce(): number {
  return choicesAtOnce[useNeeds().larger ? 'larger' : 'usual'];
}

/** The first question: which group. A group with a single service has nothing more to ask and gives the number. */
export function GroupCards({ view, page, visit }: { view: TicketKioskView; page: number; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const { say } = useSpeech();
  const { shown, more } = pageOf(view.groups, page, useChoicesAtOnce());
  const choose = (group: GroupChoice) => {
    const [only, ...others] = group.services;
    if (only !== undefined && others.length === 0) askFor(only, group, visit);
    else visit.go({ at: 'services', groupId: group.groupId, page: 0 });
  };
  return (
    <>
      <Question
        {...(visit.several !== null
          ? { hint: texts.severalChoose(visit.several.length + 1) }
          : visit.earlier !== null && { hint: texts.sameErrandAs(visit.earlier.number) })}
      >
        {visit.sending ? texts.taking : texts.chooseGroup}
      </Question>
      <div className="cards">
        {shown.map((group) => (
          <Card
            key={group.groupId}
            name={say(group.name)}
            waiting={group.waiting}
            wait={group.wait}
            othersFirst={group.services.some(({ othersFirst }) => othersFirst)}
            full={group.services.every(({ full }) => full)}
            opens={null}
            busy={visit.sending !== null}
            chosen={visit.sending?.for === 'number' && visit.sending.group.groupId === group.groupId}
            onTap={() => choose(group)}
          />
        ))}
        {more && <MoreCard words={texts.moreGroups} onTap={() => visit.go({ at: 'groups', page: page + 1 })} />}
      </div>
      {visit.several === null && <Entries view={view} visit={visit} />}
    </>
  );
}

/** The second question: which service. The answer gives the number, or is put with what else is to be done on it. */
export function ServiceCards({ group, page, visit }: { group: GroupChoice; page: number; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const { larger } = useNeeds();
  const { say } = useSpeech();
  const { shown, more } = pageOf(group.services, page, useChoicesAtOnce());
  const next = { at: 'services', groupId: group.groupId, page: page + 1 } as const;
  return (
    <>
      <Question hint={say(group.name)}>{visit.sending ? texts.taking : texts.chooseService}</Question>
      <div className="cards">
        {shown.map((service) => (
          <Card
            key={service.serviceId}
            name={say(service.name)}
            waiting={service.waiting}
            wait={service.wait}
            othersFirst={service.othersFirst}
            full={service.full}
            opens={service.given ? null : (service.opens ?? 'unknown')}
            busy={visit.sending !== null}
            chosen={visit.sending?.for === 'number' && visit.sending.service.serviceId === service.serviceId}
            onTap={() => askFor(service, group, visit)}
          />
        ))}
        {more && <MoreCard words={texts.moreServices} onTap={() => visit.go(next)} />}
      </div>
      {!larger && visit.several === null && visit.earlier === null && (
        <div className="entries">
          <Entry icon={ListChecks} disabled={visit.sending !== null} onTap={visit.takeSeveral}>
            {texts.several}
          </Entry>
        </div>
      )}
    </>
  );
}

interface CardProps {
  readonly name: string;
  readonly waiting: number;
  readonly wait: WaitRange | null;
  readonly othersFirst: boolean;
  readonly full: boolean;
  /** Not given now: when next. */
  readonly opens: NextOpening | 'unknown' | null;
  readonly busy: boolean;
  readonly chosen: boolean;
  readonly onTap: () => void;
}

function Card({ name, waiting, wait, othersFirst, full, opens, busy, chosen, onTap }: CardProps) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  return (
    <Tap className={chosen ? 'card chosen' : 'card'} disabled={busy} onTap={onTap}>
      <span className="card-name">
        <Words>{name}</Words>
      </span>
      {opens !== null ? (
        <span className="card-facts">
          {opens === 'unknown' ? (
            texts.notGivenNow
          ) : (
            <>
              <span>{texts.day(opens.date)}</span>
              <span>{texts.fromTime(opens.time)}</span>
            </>
          )}
        </span>
      ) : full ? (
        <span className="card-facts">{texts.full}</span>
      ) : (
        <span className="card-facts">
          {/* 'Nobody is waiting' beside half an hour's wait would be true and not understood. */}
          <span>{waiting === 0 && othersFirst ? texts.othersFirst : texts.waiting(waiting)}</span>
          <span>{wait === null ? texts.noCounterYet : common.waitRange(wait)}</span>
        </span>
      )}
    </Tap>
  );
}

export function MoreCard({ words, onTap }: { words: string; onTap: () => void }) {
  return (
    <Tap className="card more" onTap={onTap}>
      <span className="card-name">
        <Words>{words}</Words>
      </span>
      <ArrowRight aria-hidden />
    </Tap>
  );
}
