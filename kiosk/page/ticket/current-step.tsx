import { useTexts } from '../../../shared/browser/language.tsx';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import type { TicketKioskView } from '../../../shared/views.ts';
import { GroupCards, ServiceCards } from './choices.tsx';
import { Issued, PutBack } from './issued.tsx';
import { ChooseMissed, IsThisYours } from './missed.tsx';
import { Closed, Help, Lost, Priority, Refused } from './notices.tsx';
import type { Visit } from './use-visit.ts';

interface CurrentStepProps {
  readonly view: TicketKioskView;
  readonly visit: Visit;
  /** The hall has not been heard for so long that asking it for a number makes no sense. */
  readonly lost: boolean;
  readonly secondsLeft: number;
  readonly onDone: () => void;
}

/** Which picture belongs to the step. */
export function CurrentStep({ view, visit, lost, secondsLeft, onDone }: CurrentStepProps) {
  const texts = useTexts(kioskTexts);
  const { step } = visit;
  switch (step.at) {
    case 'groups':
      if (lost) return <Lost hall={view.hall} />;
      return view.intake.status === 'open' ? (
        <GroupCards view={view} page={step.page} visit={visit} />
      ) : (
        <Closed intake={view.intake} hall={view.hall} visit={visit} />
      );
    case 'services': {
      if (lost) return <Lost hall={view.hall} />;
      const group = view.groups.find(({ groupId }) => groupId === step.groupId);
      // An administrator may have taken the group away while its services were on the glass.
      return group === undefined ? (
        <Refused words={texts.refused.unknownService ?? texts.refused.other} visit={visit} />
      ) : (
        <ServiceCards group={group} page={step.page} visit={visit} />
      );
    }
    case 'issued':
      return (
        <Issued
          number={step.number}
          issued={step.issued}
          wish={step.wish}
          hall={view.hall}
          missedRule={view.missedRule}
          secondsLeft={secondsLeft}
          onDone={onDone}
        />
      );
    case 'missed':
      return lost ? <Lost hall={view.hall} /> : <ChooseMissed view={view} page={step.page} visit={visit} />;
    case 'isThisYours':
      return <IsThisYours ticketId={step.ticketId} number={step.number} rule={view.missedRule} visit={visit} />;
    case 'putBack':
      return <PutBack number={step.number} rule={view.missedRule} secondsLeft={secondsLeft} onDone={onDone} />;
    case 'priority':
      return <Priority visit={visit} />;
    case 'help':
      return <Help hall={view.hall} visit={visit} />;
    case 'refused':
      return <Refused words={texts.refused[step.code] ?? texts.refused.other} refused={step} visit={visit} />;
  }
}
