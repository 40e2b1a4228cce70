import { CalendarCheck, History, Volume2, VolumeX } from 'lucide-react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { commonTexts } from '../../../shared/texts/common.ts';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import type { HallFacts, TicketKioskView } from '../../../shared/views.ts';
import { Notice } from '../kiosk-frame.tsx';
import { useNeeds, usualNeeds } from '../needs.tsx';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';
import { BookByPhone } from './book-by-phone.tsx';
import { mayPass, type Step } from './steps.ts';
import type { Visit } from './use-visit.ts';

/**
 * Outside the hours in which numbers are given out. A missed number may still be put back, and before the doors open a
 * booking may already be checked in: within its time it is owed a number.
 */
export function Closed({ view: { intake, hall, takesAppointments }, visit }: { view: TicketKioskView; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  const opens =
    intake.status === 'notYet'
      ? [texts.opensAt(intake.opensAt)]
      : intake.status === 'closed' && intake.nextOpening !== null
        ? [texts.opensNext(texts.day(intake.nextOpening.date), intake.nextOpening.time)]
        : [];
  const entries = (
    <>
      {intake.status === 'notYet' && takesAppointments && (
        <Tap onTap={() => visit.go({ at: 'checkIn', typed: '' })}>
          <CalendarCheck aria-hidden /> {texts.checkIn}
        </Tap>
      )}
      <Tap onTap={() => visit.go({ at: 'missed', page: 0 })}>
        <History aria-hidden /> {texts.missed}
      </Tap>
    </>
  );
  return (
    <Notice
      title={intake.status === 'notYet' ? texts.notYet : texts.closed}
      lines={[...opens, common.askFrontDesk, common.hotline(hall.hotline)]}
      below={<BookByPhone hall={hall} />}
      action={entries}
    />
  );
}

/** The hall is out of reach: say so and send people on, rather than let them try in vain. */
export function Lost({ hall }: { hall: HallFacts }) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  return <Notice title={texts.lost} lines={[common.unreachable, common.hotline(hall.hotline)]} />;
}

/** More classes than fit are asked about at the front desk. */
const classesShown = 6;

/** The front desk grants priority, having seen the document; the kiosk says who has it, and how it is had. */
export function Priority({ view, visit }: { view: TicketKioskView; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const { say } = useSpeech();
  const take = (
    <Tap className="primary" onTap={visit.startAgain}>
      {texts.goTake}
    </Tap>
  );
  const others = view.priorityClasses.length > classesShown ? [texts.priorityOthers] : [];
  return (
    <Notice title={texts.priorityTitle} lines={[...others, texts.priorityFirst]} action={take}>
      <p>
        <Words>{texts.priorityWords}</Words>
      </p>
      <dl className="classes">
        {view.priorityClasses.slice(0, classesShown).map(({ name, evidence }) => (
          <div key={say(name)}>
            <dt>
              <Words>{say(name)}</Words>
            </dt>
            <dd>
              <Words>{say(evidence)}</Words>
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}

export function Help({ hall, visit }: { hall: HallFacts; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  const { larger } = useNeeds();
  const action = (
    <>
      {larger && (
        <Tap onTap={() => visit.go({ at: 'missed', page: 0 })}>
          <History aria-hidden /> {texts.missed}
        </Tap>
      )}
      <ReadAloud />
      <Tap className="primary" onTap={visit.back}>
        {texts.goOn}
      </Tap>
    </>
  );
  return (
    <Notice title={texts.helpTitle} lines={[texts.helpMore, common.hotline(hall.hotline)]} action={action}>
      <ol>
        {texts.helpSteps.map((words) => (
          <li key={words}>
            <Words>{words}</Words>
          </li>
        ))}
      </ol>
    </Notice>
  );
}

/** One button for the voice: on, louder, off again. */
function ReadAloud() {
  const texts = useTexts(kioskTexts);
  const { spoken, volume, change } = useNeeds();
  const isLoud = volume > usualNeeds.volume;
  const Icon = isLoud ? VolumeX : Volume2;
  const next = !spoken ? { spoken: true } : isLoud ? usualVoice : { volume: 100 };
  return (
    <Tap aria-pressed={spoken} onTap={() => change(next)}>
      <Icon aria-hidden /> {!spoken ? texts.readAloud : isLoud ? texts.silent : texts.louder}
    </Tap>
  );
}

const usualVoice = { spoken: usualNeeds.spoken, volume: usualNeeds.volume };

interface MayNotBeReachedProps {
  readonly step: Step & { readonly at: 'mayNotBeReached' };
  readonly visit: Visit;
}

/** Said before the number is given: the visitor decides. Neither answer is made more than the other. */
export function MayNotBeReached({ step: { by, wish }, visit }: MayNotBeReachedProps) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  const busy = visit.sending !== null;
  const { wait } = wish.service;
  const action = (
    <>
      <Tap className="answer" disabled={busy} onTap={visit.back}>
        {texts.rather}
      </Tap>
      <Tap className="answer" disabled={busy} onTap={() => visit.ask(wish)}>
        {texts.allTheSame}
      </Tap>
    </>
  );
  const known = wait === null ? [] : [`${texts.expectedWait} ${common.waitRange(wait)}`];
  return (
    <Notice
      title={busy ? texts.taking : texts.mayNotBeReached}
      lines={[texts.closesAt(by), ...known, texts.comeEarlier]}
      action={action}
    />
  );
}

/** The number just given is gone; nobody will be called by it. */
export function Undone({ number, visit }: { number: string; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const again = (
    <Tap className="primary" onTap={visit.startAgain}>
      {texts.takeNew}
    </Tap>
  );
  return <Notice title={texts.undone(number)} lines={[texts.undoneWords]} action={again} />;
}

interface RefusedProps {
  readonly words: readonly [title: string, next: string];
  readonly refused?: Step & { readonly at: 'refused' };
  readonly view: TicketKioskView;
  readonly visit: Visit;
}

/** What was refused and what can be done: try again where that may help, another service, or the way back. */
export function Refused({ words: [title, next], refused, view, visit }: RefusedProps) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  if (refused !== undefined && mayPass(refused.code)) {
    const again = (
      <Tap className="primary" disabled={visit.sending !== null} onTap={() => visit.ask(refused.wish)}>
        {visit.sending ? common.loading : texts.tryAgain}
      </Tap>
    );
    return <Notice title={title} lines={[next, common.hotline(view.hall.hotline)]} action={again} />;
  }
  const full = refused?.code === 'dailyLimitReached';
  const undo = refused?.wish.for === 'undo';
  const onward = (
    <Tap className="primary" onTap={full || undo ? visit.back : visit.startAgain}>
      {full ? texts.chooseOther : undo ? texts.backToNumber : common.startAgain}
    </Tap>
  );
  const canBook = refused?.wish.for === 'number' && refused.wish.service.bookable;
  return (
    <Notice
      title={title}
      lines={full ? [...whenAgain(), next] : [next]}
      below={full && canBook && <BookByPhone hall={view.hall} />}
      action={onward}
    />
  );

  /** When a full service gives numbers again, and what can be had before. */
  function whenAgain(): readonly string[] {
    const { nextOpening } = view;
    const again = nextOpening === null ? [] : [texts.againFrom(texts.day(nextOpening.date), nextOpening.time)];
    return canBook ? [...again, texts.bookAtDesk] : again;
  }
}
