import { useTexts } from '../../../shared/browser/language.tsx';
import type { TicketId } from '../../../shared/ids.ts';
import { type KioskTexts, kioskTexts } from '../../../shared/texts/kiosk.ts';
import type { TicketKioskView } from '../../../shared/views.ts';
import { CheckIn } from './check-in.tsx';
import { GroupCards, ServiceCards } from './choices.tsx';
import { Issued, PutBack } from './issued.tsx';
import { ChooseMissed, IsThisYours } from './missed.tsx';
import { Closed, Help, Lost, MayNotBeReached, Priority, Refused, Undone } from './notices.tsx';
import { Several } from './several.tsx';
import { NoSuchSlip, SlipShown } from './slip-shown.tsx';
import type { Step } from './steps.ts';
import type { Visit } from './use-visit.ts';

interface CurrentStepProps {
  readonly view: TicketKioskView;
  readonly visit: Visit;
  /** The hall has not been heard for so long that asking it for a number makes no sense. */
  readonly lost: boolean;
  /** Hall time, UTC ms. */
  readonly now: number;
  readonly secondsLeft: number;
  readonly onDone: () => void;
  readonly onReprint: (ticketId: TicketId) => void;
}

/** Which picture belongs to the step. */
export function CurrentStep({ view, visit, lost, now, secondsLeft, onDone, onReprint }: CurrentStepProps) {
  const texts = useTexts(kioskTexts);
  const { step } = visit;
  switch (step.at) {
    case 'groups':
      if (lost) return <Lost hall={view.hall} />;
      return view.intake.status === 'open' ? (
        <GroupCards view={view} page={step.page} visit={visit} />
      ) : (
        <Closed view={view} visit={visit} />
      );
    case 'services': {
      if (lost) return <Lost hall={view.hall} />;
      const group = view.groups.find(({ groupId }) => groupId === step.groupId);
      // An administrator may have taken the group away while its services were on the glass.
      return group === undefined ? (
        <Refused words={texts.refused.unknownService ?? texts.refused.other} view={view} visit={visit} />
      ) : (
        <ServiceCards group={group} page={step.page} visit={visit} />
      );
    }
    case 'several':
      return <Several visit={visit} />;
    case 'issued':
      return (
        <Issued
          step={step}
          view={view}
          undoSecondsLeft={Math.ceil(view.undoSeconds - (now - step.issued.issuedAt) / 1000)}
          visit={visit}
          secondsLeft={secondsLeft}
          onDone={onDone}
          onReprint={onReprint}
        />
      );
    case 'missed':
      return lost ? <Lost hall={view.hall} /> : <ChooseMissed view={view} page={step.page} visit={visit} />;
    case 'isThisYours':
      return <IsThisYours ticketId={step.ticketId} number={step.number} rule={view.missedRule} visit={visit} />;
    case 'checkIn':
      return lost ? <Lost hall={view.hall} /> : <CheckIn typed={step.typed} visit={visit} />;
    case 'slipShown':
      return <SlipShown slip={step.slip} view={view} visit={visit} />;
    case 'noSuchSlip':
      return <NoSuchSlip unreachable={step.unreachable} visit={visit} />;
    case 'mayNotBeReached':
      return <MayNotBeReached step={step} visit={visit} />;
    case 'undone':
      return <Undone number={step.number} visit={visit} />;
    case 'putBack':
      return <PutBack number={step.number} rule={view.missedRule} secondsLeft={secondsLeft} onDone={onDone} />;
    case 'priority':
      return <Priority view={view} visit={visit} />;
    case 'help':
      return <Help hall={view.hall} visit={visit} />;
    case 'refused':
      return <Refused words={refusalWords(step, texts)} refused={step} view={view} visit={visit} />;
  }
}

/** What was refused, in words; a booking's time stands in the facts of the refusal. */
function refusalWords(
  { code, facts = {} }: Step & { readonly at: 'refused' },
  texts: KioskTexts,
): readonly [string, string] {
  const { slot, from, date, number } = facts;
  if (code === 'appointmentEarly' && slot !== undefined) return texts.appointmentEarly(`${slot}`, `${from}`);
  if (code === 'appointmentOtherDay' && slot !== undefined)
    return texts.appointmentOtherDay(texts.day(`${date}`), `${slot}`);
  if (code === 'appointmentUsed' && number !== undefined) return texts.appointmentUsed(`${number}`);
  return texts.refused[code] ?? texts.refused.other;
}
