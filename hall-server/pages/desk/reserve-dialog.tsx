import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { type CommandOf, reserveReasons } from '../../../shared/commands.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import { words } from '../../../shared/texts/words.ts';
import type { DeskView, TicketRow } from '../../../shared/views.ts';

type Whom = CommandOf<'reserveTicket'>['for'];

interface ReserveDialogProps {
  readonly ticket: TicketRow;
  readonly counters: DeskView['counters'];
  readonly reserve: (command: CommandOf<'reserveTicket'>) => void;
  readonly close: () => void;
}

/** For which counter, or for whom wherever he or she sits; then why. */
export function ReserveDialog({
  ticket: { ticketId, number, counterLabel },
  counters,
  reserve,
  close,
}: ReserveDialogProps) {
  const { language } = useSpeech();
  const texts = severalServicesTexts[language];
  const [whom, setWhom] = useState<{ readonly name: string; readonly for: Whom } | null>(null);
  if (whom !== null) {
    return (
      <ChoiceDialog
        title={texts.reserveWhy(number, whom.name)}
        choices={reserveReasons.map((reason) => ({ id: reason, label: words[language].reserveReasons[reason] }))}
        choose={(reason) => reserve({ type: 'reserveTicket', ticketId, for: whom.for, reason })}
        close={() => setWhom(null)}
      />
    );
  }
  const places = counters.flatMap(({ counterId, label, staffId }) => [
    { key: counterId, name: texts.reserveCounter(label), for: { to: 'counter', counterId } as const },
    { key: staffId, name: texts.colleagueAt(label), for: { to: 'staff', staffId } as const },
  ]);
  return (
    <ChoiceDialog
      title={texts.reserveTitle(number)}
      choices={counterLabel === null ? [] : [{ id: 'nobody', label: texts.unreserve }]}
      choose={() => reserve({ type: 'reserveTicket', ticketId, for: null, reason: null })}
      close={close}
    >
      <div className="reserve-places">
        {places.map(({ key, name, for: chosen }) => (
          <button key={key} type="button" onClick={() => setWhom({ name, for: chosen })}>
            {name}
          </button>
        ))}
      </div>
    </ChoiceDialog>
  );
}
