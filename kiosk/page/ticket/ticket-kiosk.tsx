import '../kiosk.css';
import './ticket.css';
import { ArrowLeft, CircleQuestionMark, RotateCcw } from 'lucide-react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { languages } from '../../../shared/languages.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import type { TicketKioskView } from '../../../shared/views.ts';
import { KioskFrame, type KioskLink } from '../kiosk-frame.tsx';
import { answerWithinSeconds, askAfterSeconds, StillThere } from '../still-there.tsx';
import { Tap } from '../tap.tsx';
import { useQuietTime } from '../use-quiet-time.ts';
import { CurrentStep } from './current-step.tsx';
import { firstStep, type Step, stepName } from './steps.ts';
import { type Send, useVisit } from './use-visit.ts';

interface TicketKioskProps extends KioskLink {
  readonly view: TicketKioskView;
  readonly send: Send;
  /** Where to begin; only pictures of single steps begin elsewhere. */
  readonly first?: Step;
}

/** A number needs time to be read and scanned, but the next visitor waits behind. */
const numberStaysSeconds = 30;

/** The ticket kiosk: group, service, number. */
export function TicketKiosk({ view, send, first = firstStep, ...link }: TicketKioskProps) {
  const texts = useTexts(commonTexts);
  const { language, choose } = useSpeech();
  const visit = useVisit(send, first);
  const { step, sending } = visit;

  const finished = step.at === 'issued' || step.at === 'putBack';
  const atStart = step.at === 'groups' && step.page === 0;
  const atRest = atStart && language === languages[0];
  const nextVisitor = () => {
    visit.forget();
    choose(languages[0]);
  };
  const left = useQuietTime({
    active: !atRest && sending === null,
    step: stepName(step),
    limitSeconds: finished ? numberStaysSeconds : askAfterSeconds + answerWithinSeconds,
    onOver: nextVisitor,
  });

  const ways = (
    <>
      <Tap disabled={!visit.canGoBack || sending !== null} onTap={visit.back}>
        <ArrowLeft aria-hidden /> {texts.back}
      </Tap>
      <Tap disabled={atStart || sending !== null} onTap={finished ? nextVisitor : visit.startAgain}>
        <RotateCcw aria-hidden /> {texts.startAgain}
      </Tap>
      <Tap disabled={step.at === 'help' || sending !== null} onTap={() => visit.go({ at: 'help' })}>
        <CircleQuestionMark aria-hidden /> {texts.help}
      </Tap>
    </>
  );

  return (
    <KioskFrame
      hall={view.hall}
      step={stepName(step)}
      ways={ways}
      stillThere={!finished && !atRest && left <= answerWithinSeconds ? <StillThere left={left} /> : null}
      {...link}
    >
      <CurrentStep view={view} visit={visit} lost={link.link === 'lost'} secondsLeft={left} onDone={nextVisitor} />
    </KioskFrame>
  );
}
