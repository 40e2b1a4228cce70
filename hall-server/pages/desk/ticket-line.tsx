import { Button } from 'antd';
import { Ban, BookOpenText, Clock, Link2, ListPlus, Printer, Star, Undo2, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { ServicesDialog } from '../../../shared/browser/staff/services-dialog.tsx';
import { type Command, cancelReasons } from '../../../shared/commands.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import { errandTexts } from '../../../shared/texts/errand.ts';
import { printingTexts } from '../../../shared/texts/printing.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import { words } from '../../../shared/texts/words.ts';
import type { DeskView, TicketRow } from '../../../shared/views.ts';
import { EarlierDialog } from './earlier-dialog.tsx';
import { OfficerDialog } from './officer-dialog.tsx';
import { ReserveDialog } from './reserve-dialog.tsx';
import { servicesOf } from './services-of.ts';
import { slipWords } from './slip-words.ts';
import { type AskWhy, WhyWaiting } from './why-waiting.tsx';

interface TicketLineProps {
  readonly ticket: TicketRow;
  readonly view: DeskView;
  readonly now: number;
  readonly open: boolean;
  readonly toggle: () => void;
  readonly disabled: boolean;
  readonly send: (command: Command) => void;
  readonly askWhy: AskWhy;
}

/** One ticket: what has become of it, and, opened, what the front desk can do about it. */
export function TicketLine({ ticket, view, now, open, toggle, disabled, send, askWhy }: TicketLineProps) {
  const { language, say } = useSpeech();
  const texts = deskTexts[language];
  const several = severalServicesTexts[language];
  const minutes = (from: number) => Math.max(0, Math.floor((now - from) / 60_000));
  const priority = view.priorityClasses.find((one) => one.id === ticket.priorityClassId);
  const { counterLabel } = ticket;
  const place =
    counterLabel === null
      ? null
      : ticket.status === 'waiting'
        ? texts.reservedAt(counterLabel)
        : texts.atCounter(counterLabel);
  const when = ended(ticket) ? texts.minutesAgo(minutes(ticket.since)) : texts.sinceMinutes(minutes(ticket.issuedAt));
  return (
    <li className="ticket-line" data-status={ticket.status}>
      <button type="button" aria-expanded={open} onClick={toggle}>
        <b>{ticket.number}</b>
        <span>
          {say(ticket.serviceName)}
          {ticket.further.length > 0 && (
            <small>
              {several.further} {several.and(ticket.further.map(({ name }) => say(name)))}
            </small>
          )}
          {ticket.slip !== null && ticket.slip.state !== 'confirmed' && (
            <small>{slipWords(ticket.slip, printingTexts[language])}</small>
          )}
          {priority !== undefined && <small>{texts.hasPriority(say(priority.name))}</small>}
        </span>
        <span className="ticket-line-state">
          <strong>{words[language].statuses[ticket.status]}</strong>
          <small>{place ?? when}</small>
        </span>
      </button>
      {open && <Actions ticket={ticket} view={view} disabled={disabled} send={send} askWhy={askWhy} />}
    </li>
  );
}

const ended = ({ status }: TicketRow) => status === 'done' || status === 'cancelled' || status === 'expired';

type Question = 'cancel' | 'postpone' | 'priority' | 'officer' | 'earlier' | 'services' | 'reserve';
type ActionsProps = Pick<TicketLineProps, 'ticket' | 'view' | 'disabled' | 'send' | 'askWhy'>;

function Actions({ ticket, view, disabled, send, askWhy }: ActionsProps) {
  const { language, say } = useSpeech();
  const texts = deskTexts[language];
  const several = severalServicesTexts[language];
  const [asked, setAsked] = useState<Question | null>(null);
  const { ticketId, number, status } = ticket;
  const canGrant =
    (status === 'waiting' || status === 'missed') && ticket.priorityClassId === null && view.priorityClasses.length > 0;
  const close = () => setAsked(null);
  const act = (command: Command) => {
    close();
    send(command);
  };

  const { canPutBack, canPostpone, canCancel, canReprint } = ticket;
  const canMark = view.officers.length > 0 && status !== 'cancelled';
  const { called, serving, ended: over } = texts.nothingToDo;
  const nothing = !canPutBack && !canPostpone && !canCancel && !canGrant && !canReprint;
  return (
    <div className="ticket-line-actions">
      {nothing && <p>{status === 'called' ? called : status === 'serving' ? serving : over}</p>}
      {canPutBack && (
        <Button
          type="primary"
          icon={<Undo2 size={18} aria-hidden />}
          disabled={disabled}
          onClick={() => act({ type: 'putBackMissed', ticketId })}
        >
          {texts.putBack}
        </Button>
      )}
      {canGrant && (
        <Button icon={<Star size={18} aria-hidden />} disabled={disabled} onClick={() => setAsked('priority')}>
          {texts.grantPriority}
        </Button>
      )}
      {canPostpone && (
        <Button icon={<Clock size={18} aria-hidden />} disabled={disabled} onClick={() => setAsked('postpone')}>
          {texts.postpone}
        </Button>
      )}
      {canReprint && (
        <Button
          icon={<Printer size={18} aria-hidden />}
          disabled={disabled}
          onClick={() => act({ type: 'reprintTicket', ticketId })}
        >
          {printingTexts[language].desk.again}
        </Button>
      )}
      {canCancel && (
        <Button icon={<Ban size={18} aria-hidden />} disabled={disabled} onClick={() => setAsked('cancel')}>
          {texts.cancelTicket}
        </Button>
      )}
      {canMark && (
        <Button icon={<BookOpenText size={18} aria-hidden />} disabled={disabled} onClick={() => setAsked('officer')}>
          {texts.markOfficer}
        </Button>
      )}
      {!ended(ticket) && (
        <Button icon={<Link2 size={18} aria-hidden />} disabled={disabled} onClick={() => setAsked('earlier')}>
          {errandTexts[language].cameBefore}
        </Button>
      )}
      {!ended(ticket) && (
        <Button icon={<ListPlus size={18} aria-hidden />} disabled={disabled} onClick={() => setAsked('services')}>
          {several.add}
        </Button>
      )}
      {status === 'waiting' && view.counters.length > 0 && (
        <Button icon={<UserCheck size={18} aria-hidden />} disabled={disabled} onClick={() => setAsked('reserve')}>
          {several.reserve}
        </Button>
      )}
      {status === 'waiting' && <WhyWaiting ticketId={ticketId} timeZone={view.hall.timeZone} askWhy={askWhy} />}
      {asked === 'services' && (
        <ServicesDialog
          number={number}
          present={{ serviceId: ticket.serviceId, name: ticket.serviceName }}
          further={ticket.further}
          services={servicesOf(view)}
          disabled={disabled}
          add={(serviceId) => send({ type: 'addService', ticketId, serviceId })}
          drop={(serviceId) => send({ type: 'dropService', ticketId, serviceId })}
          close={close}
        />
      )}
      {asked === 'reserve' && <ReserveDialog ticket={ticket} counters={view.counters} reserve={act} close={close} />}
      {asked === 'officer' && (
        <OfficerDialog
          number={number}
          officers={view.officers}
          choose={(officerNo) => act({ type: 'beginDiary', ticketId, officerNo })}
          close={close}
        />
      )}
      {asked === 'earlier' && <EarlierDialog {...{ ticket, send, close }} />}
      {asked === 'postpone' && (
        <ChoiceDialog
          title={texts.postponeTitle(number)}
          choices={[{ id: 'yes', label: texts.postponeYes(view.postponePlaces), hint: texts.postponeHint }]}
          choose={() => act({ type: 'postponeTicket', ticketId })}
          close={close}
        />
      )}
      {asked === 'cancel' && (
        <ChoiceDialog
          title={texts.cancelTitle(number)}
          choices={cancelReasons.map((reason) => ({ id: reason, label: words[language].cancelReasons[reason] }))}
          choose={(reason) => act({ type: 'cancelTicket', ticketId, reason })}
          close={close}
        />
      )}
      {asked === 'priority' && (
        <ChoiceDialog
          title={texts.grantTitle(number)}
          choices={view.priorityClasses.map(({ id, name, evidence }) => ({
            id,
            label: say(name),
            hint: say(evidence),
          }))}
          choose={(priorityClassId) => act({ type: 'grantPriority', ticketId, priorityClassId })}
          close={close}
        />
      )}
    </div>
  );
}
