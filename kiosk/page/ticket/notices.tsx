import { History } from 'lucide-react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { commonTexts } from '../../../shared/texts/common.ts';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import type { HallFacts, Intake } from '../../../shared/views.ts';
import { Notice } from '../kiosk-frame.tsx';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';
import { mayPass, type Step } from './steps.ts';
import type { Visit } from './use-visit.ts';

/** Outside the hours in which numbers are given out. A missed number may still be put back. */
export function Closed({ intake, hall, visit }: { intake: Intake; hall: HallFacts; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  const opens =
    intake.status === 'notYet'
      ? [texts.opensAt(intake.opensAt)]
      : intake.status === 'closed' && intake.nextOpening !== null
        ? [texts.opensNext(intake.nextOpening)]
        : [];
  const missed = (
    <Tap onTap={() => visit.go({ at: 'missed', page: 0 })}>
      <History aria-hidden /> {texts.missed}
    </Tap>
  );
  return (
    <Notice
      title={intake.status === 'notYet' ? texts.notYet : texts.closed}
      lines={[...opens, common.askFrontDesk, common.hotline(hall.hotline)]}
      action={missed}
    />
  );
}

/** The hall is out of reach: say so and send people on, rather than let them try in vain. */
export function Lost({ hall }: { hall: HallFacts }) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  return <Notice title={texts.lost} lines={[common.unreachable, common.hotline(hall.hotline)]} />;
}

/** The front desk grants priority, having seen the document; the kiosk only says so. */
export function Priority({ visit }: { visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const take = (
    <Tap className="primary" onTap={visit.startAgain}>
      {texts.goTake}
    </Tap>
  );
  return <Notice title={texts.priorityTitle} lines={[texts.priorityWords, texts.priorityFirst]} action={take} />;
}

export function Help({ hall, visit }: { hall: HallFacts; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  const goOn = (
    <Tap className="primary" onTap={visit.back}>
      {texts.goOn}
    </Tap>
  );
  return (
    <Notice title={texts.helpTitle} lines={[texts.helpMore, common.hotline(hall.hotline)]} action={goOn}>
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

interface RefusedProps {
  readonly words: readonly [title: string, next: string];
  readonly refused?: Step & { readonly at: 'refused' };
  readonly visit: Visit;
}

/** What was refused and what can be done: try again where that may help, choose another service, or begin anew. */
export function Refused({ words: [title, next], refused, visit }: RefusedProps) {
  const texts = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  const again = refused !== undefined && mayPass(refused.code) ? refused : null;
  const full = refused?.code === 'dailyLimitReached';
  return (
    <Notice
      title={title}
      lines={[next]}
      action={
        again ? (
          <Tap className="primary" disabled={visit.sending !== null} onTap={() => visit.ask(again.wish)}>
            {visit.sending ? common.loading : texts.tryAgain}
          </Tap>
        ) : (
          <Tap className="primary" onTap={full ? visit.back : visit.startAgain}>
            {full ? texts.chooseOther : common.startAgain}
          </Tap>
        )
      }
    />
  );
}
