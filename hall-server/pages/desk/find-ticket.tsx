import { Button, Input, type InputRef } from 'antd';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { parseAppointmentCode } from '../../../shared/appointment-code.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import { useKeys } from '../../../shared/browser/staff/use-keys.ts';
import type { Command } from '../../../shared/commands.ts';
import type { TicketId } from '../../../shared/ids.ts';
import { parseNumber } from '../../../shared/number.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import { rejectionTexts, type SayableRefusal } from '../../../shared/texts/rejections.ts';
import type { AppointmentRow, DeskView, TicketRow } from '../../../shared/views.ts';
import type { DeskProps } from './desk.tsx';
import { AppointmentsToday, FindAppointment } from './find-appointment.tsx';
import { TicketLine } from './ticket-line.tsx';

interface FindTicketProps {
  readonly view: DeskView;
  readonly now: number;
  readonly disabled: boolean;
  readonly send: (command: Command) => void;
  readonly find: DeskProps['find'];
  readonly askWhy: DeskProps['askWhy'];
  readonly byCode: DeskProps['appointments']['byCode'];
  readonly checkIn: (appointment: AppointmentRow) => void;
}

/** What a search among the ended tickets brought; `for` the number it was for. */
type Found =
  | { readonly for: string; readonly tickets: readonly TicketRow[] }
  | { readonly for: string; readonly refused: SayableRefusal };

/** Typing narrows the live tickets; a number not among them is looked for among those that ended today. */
export function FindTicket({ view, now, disabled, send, find, askWhy, byCode, checkIn }: FindTicketProps) {
  const { language } = useSpeech();
  const texts = deskTexts[language];
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<TicketId | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  useKeys({ slash: () => input.current?.focus() });

  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const number = parseNumber(plain);
  const live = view.tickets.filter((row) => row.number === number || row.number.includes(plain));
  const code = parseAppointmentCode(typed);
  const only = live.length === 1 ? live[0]?.ticketId : undefined;

  const search = async () => {
    if (only !== undefined) return setOpen(only);
    if (number === null || live.length > 0 || code !== null) return;
    const asked = await find(number);
    setFound(asked.ok ? { for: number, tickets: asked.answer } : { for: number, refused: asked.code });
    if (asked.ok) setOpen(asked.answer[0]?.ticketId ?? null);
  };
  const line = (ticket: TicketRow) => (
    <TicketLine
      key={ticket.ticketId}
      ticket={ticket}
      view={view}
      now={now}
      open={ticket.ticketId === (open ?? only)}
      toggle={() => setOpen(ticket.ticketId === open ? null : ticket.ticketId)}
      disabled={disabled}
      send={send}
      askWhy={askWhy}
    />
  );

  return (
    <section className="desk-side find-ticket" aria-labelledby="find-title">
      <h2 id="find-title">{texts.find}</h2>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void search();
          }}
        >
          <Input
            ref={input}
            size="large"
            value={typed}
            maxLength={12}
            aria-label={texts.typeNumber}
            placeholder={texts.typeNumber}
            prefix={<Search size={20} aria-hidden />}
            suffix={<KeyCap>/</KeyCap>}
            onChange={(event) => {
              setTyped(event.target.value);
              setOpen(null);
              setFound(null);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTyped('');
            }}
          />
        </form>
      </search>
      <p className="find-count" role="status">
        {plain === '' ? (view.tickets.length === 0 ? texts.noneLive : texts.live(view.tickets.length)) : null}
        {code === null && plain !== '' && live.length === 0 ? texts.noneMatch(plain) : null}
      </p>
      {live.length > 0 && <ul className="find-list">{live.map(line)}</ul>}
      {code !== null && <FindAppointment key={code} {...{ code, view, disabled, send, byCode, checkIn }} />}
      {code === null && plain !== '' && live.length === 0 && (
        <div className="find-ended">
          {number === null ? (
            <p>{texts.notANumber}</p>
          ) : found === null || found.for !== number ? (
            <Button size="large" block onClick={() => void search()}>
              {texts.searchEnded(number)}
              <KeyCap>Enter</KeyCap>
            </Button>
          ) : 'refused' in found ? (
            <p role="alert">{rejectionTexts[language][found.refused]({})}</p>
          ) : found.tickets.length === 0 ? (
            <p role="status">{texts.notToday(number)}</p>
          ) : (
            <>
              <h3>{texts.endedFound}</h3>
              <ul className="find-list">{found.tickets.map(line)}</ul>
            </>
          )}
        </div>
      )}
      {plain === '' && view.appointments.length > 0 && <AppointmentsToday {...{ view, disabled, send, checkIn }} />}
    </section>
  );
}
