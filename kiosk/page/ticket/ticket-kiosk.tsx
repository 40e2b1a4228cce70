import '../kiosk.css';
import './ticket.css';
import { ArrowLeft, CircleQuestionMark, RotateCcw } from 'lucide-react';
import { useRef } from 'react';
import { parseAppointmentCode } from '../../../shared/appointment-code.ts';
import type { Asked } from '../../../shared/browser/ask.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { ShownSlip } from '../../../shared/http.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import type { TicketKioskView } from '../../../shared/views.ts';
import { KioskFrame, type KioskLink } from '../kiosk-frame.tsx';
import { type Needs, NeedsProvider, useNeeds, useUsual } from '../needs.tsx';
import { answerWithinSeconds, askAfterSeconds, StillThere } from '../still-there.tsx';
import { Tap } from '../tap.tsx';
import { useQuietTime } from '../use-quiet-time.ts';
import { linkIn, useScanner } from '../use-scanner.ts';
import { CurrentStep } from './current-step.tsx';
import { firstStep, type Step, stepName } from './steps.ts';
import { type Chosen, type Send, useVisit } from './use-visit.ts';

interface TicketKioskProps extends KioskLink {
  readonly view: TicketKioskView;
  readonly send: Send;
  readonly show: (link: string) => Promise<Asked<ShownSlip>>;
  /** Where and how to begin; only pictures of single steps begin elsewhere. */
  readonly first?: Step;
  readonly chosen?: readonly Chosen[];
  readonly needs?: Partial<Needs>;
}

/** A number needs time to be read and scanned, but the next visitor waits behind. */
const numberStaysSeconds = 30;
/** With the slip in hand less is enough (legibility-and-touch: 15 s after printing). */
const withSlipSeconds = 15;

/** The ticket kiosk: group, service, number. */
export function TicketKiosk({ needs, ...kiosk }: TicketKioskProps) {
  return (
    <NeedsProvider first={needs}>
      <Wizard {...kiosk} />
    </NeedsProvider>
  );
}

function Wizard({ view, send, show, first = firstStep, chosen, ...link }: Omit<TicketKioskProps, 'needs'>) {
  const texts = useTexts(commonTexts);
  const { isUsual, makeUsual } = useUsual();
  const { spoken } = useNeeds();
  const visit = useVisit(send, first, chosen ?? null);
  const { step, sending } = visit;

  const finished = step.at === 'issued' || step.at === 'putBack' || step.at === 'undone';
  const atStart = step.at === 'groups' && step.page === 0 && visit.earlier === null && visit.several === null;
  const atRest = atStart && isUsual;
  const nextVisitor = () => {
    visit.forget();
    makeUsual();
  };
  useScanner((scanned) => {
    const code = parseAppointmentCode(scanned);
    if (sending !== null || finished) return;
    // A booking's code held before the scanner is a wish to check in, whatever is on the glass.
    if (code !== null) visit.ask({ for: 'checkIn', code });
    else void showSlip(linkIn(scanned));
  });
  const scans = useRef(0);
  const showSlip = async (shown: string | null) => {
    scans.current += 1;
    const scan = scans.current;
    const asked = shown === null ? null : await show(shown);
    // Another slip, or another wish, has come in between.
    if (scan !== scans.current) return;
    if (asked === null || !asked.ok) visit.go({ at: 'noSuchSlip', unreachable: asked?.code === 'unreachable' });
    else if (asked.answer.is !== 'missed') visit.go({ at: 'slipShown', slip: asked.answer });
    else visit.go({ at: 'isThisYours', ticketId: asked.answer.ticketId, number: asked.answer.number });
  };
  const hasSlip =
    step.at === 'issued' &&
    view.slips.some(({ ticketId, state }) => ticketId === step.ticket.ticketId && state === 'confirmed');
  const left = useQuietTime({
    active: !atRest && sending === null,
    step: stepName(step),
    // Heard, it takes twice as long.
    limitSeconds: finished
      ? (hasSlip ? withSlipSeconds : numberStaysSeconds) * (spoken ? 2 : 1)
      : askAfterSeconds + answerWithinSeconds,
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
      <Tap className="help" disabled={step.at === 'help' || sending !== null} onTap={() => visit.go({ at: 'help' })}>
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
      <CurrentStep
        view={view}
        visit={visit}
        lost={link.link === 'lost'}
        now={link.now}
        secondsLeft={left}
        onDone={nextVisitor}
        // What comes of it is shown by the next view.
        onReprint={(ticketId) => void send({ type: 'reprintTicket', ticketId }, newCommandId())}
      />
    </KioskFrame>
  );
}
