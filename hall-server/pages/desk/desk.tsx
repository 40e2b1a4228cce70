import './desk.css';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Asked } from '../../../shared/browser/ask.ts';
import type { HallState } from '../../../shared/browser/hall-connection.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { RefusalBar } from '../../../shared/browser/staff/refusal-bar.tsx';
import { StaffHeader } from '../../../shared/browser/staff/staff-header.tsx';
import type { Commands } from '../../../shared/browser/staff/use-commands.ts';
import { letGoAfterPointer } from '../../../shared/browser/staff/use-keys.ts';
import type { FoundTickets, Me } from '../../../shared/http.ts';
import type { ServiceId } from '../../../shared/ids.ts';
import type { BookedAppointment, IssuedTicket } from '../../../shared/protocol.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import type { AppointmentRow, DeskView, GroupChoice, ServiceChoice } from '../../../shared/views.ts';
import { BookPanel } from './book-panel.tsx';
import { BookedPanel } from './booked-panel.tsx';
import { FindTicket } from './find-ticket.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { IssuedPanel } from './issued-panel.tsx';
import { NoSlips } from './no-slips.tsx';
import type { AppointmentQuestions } from './questions.ts';
import { ServiceList } from './service-list.tsx';
import { servicesOf } from './services-of.ts';
import type { AskWhy } from './why-waiting.tsx';

export interface DeskProps {
  readonly view: DeskView;
  readonly now: number;
  readonly me: Me;
  readonly link: HallState<never>['link'];
  readonly heardAt: number | null;
  readonly refused: Commands['refused'];
  readonly slow: boolean;
  readonly dismiss: () => void;
  readonly onCommand: Commands['send'];
  readonly appointments: AppointmentQuestions;
  readonly find: (number: string) => Promise<Asked<FoundTickets>>;
  readonly askWhy: AskWhy;
  readonly signOut: () => void;
}

/** What the right-hand side is about; the services on the left never move. */
type Side =
  | { readonly of: 'tickets' }
  | { readonly of: 'issue' | 'book'; readonly serviceId: ServiceId }
  | { readonly of: 'booked'; readonly serviceId: ServiceId; readonly booked: BookedAppointment }
  | { readonly of: 'issued'; readonly serviceId: ServiceId; readonly number: string; readonly issued: IssuedTicket };

/** The front desk: a number for somebody in two actions, and any ticket of today found by its number. */
export function Desk({ view, now, onCommand, find, askWhy, appointments, ...shown }: DeskProps) {
  const texts = useTexts(deskTexts);
  const { language } = useSpeech();
  const [side, setSide] = useState<Side>({ of: 'tickets' });
  const lost = shown.link === 'lost';
  const showTickets = () => setSide({ of: 'tickets' });
  const chosen = side.of === 'tickets' ? null : serviceOf(view, side.serviceId);
  const checkIn = async ({ appointmentId, serviceId }: AppointmentRow) => {
    const answer = await onCommand({ type: 'checkIn', appointment: { appointmentId }, language });
    if (!answer?.ok) return;
    const { ticket, issued } = answer.receipt;
    if (ticket && issued) setSide({ of: 'issued', serviceId, number: ticket.number, issued });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only lets go of focus
    <div className="desk-page" onClick={letGoAfterPointer}>
      <StaffHeader hall={view.hall} page="desk" {...shown} />
      <RefusalBar {...shown} lostHelp={lost ? texts.lostHelp : null} />
      <main className="desk">
        <section className="desk-services" aria-label={texts.chooseService}>
          <Intake intake={view.intake} />
          <NoSlips
            view={view}
            disabled={lost}
            reprint={(ticketId) => void onCommand({ type: 'reprintTicket', ticketId })}
          />
          <ServiceList
            groups={view.groups}
            chosen={side.of === 'issue' || side.of === 'book' ? side.serviceId : null}
            disabled={lost}
            choose={(serviceId) => setSide({ of: 'issue', serviceId })}
          />
        </section>
        {side.of === 'issue' && chosen !== null ? (
          <IssuePanel
            key={side.serviceId}
            {...chosen}
            priorityClasses={view.priorityClasses}
            services={servicesOf(view)}
            disabled={lost}
            send={onCommand}
            issued={(number, issued) => setSide({ of: 'issued', serviceId: side.serviceId, number, issued })}
            book={() => setSide({ of: 'book', serviceId: side.serviceId })}
            back={showTickets}
          />
        ) : side.of === 'book' && chosen !== null ? (
          <BookPanel
            key={side.serviceId}
            {...chosen}
            slots={appointments.slots}
            disabled={lost}
            send={onCommand}
            booked={(booked) => setSide({ of: 'booked', serviceId: side.serviceId, booked })}
            back={() => setSide({ of: 'issue', serviceId: side.serviceId })}
          />
        ) : side.of === 'booked' ? (
          <BookedPanel chosen={chosen} booked={side.booked} rule={view.checkInRule} done={showTickets} />
        ) : side.of === 'issued' ? (
          <IssuedPanel
            hall={view.hall}
            chosen={chosen}
            number={side.number}
            issued={side.issued}
            row={view.tickets.find((row) => row.number === side.number) ?? null}
            disabled={lost}
            send={(command) => void onCommand(command)}
            done={showTickets}
          />
        ) : (
          <FindTicket
            view={view}
            now={now}
            disabled={lost}
            send={(command) => void onCommand(command)}
            find={find}
            askWhy={askWhy}
            byCode={appointments.byCode}
            checkIn={(appointment) => void checkIn(appointment)}
          />
        )}
      </main>
    </div>
  );
}

export interface Chosen {
  readonly group: GroupChoice;
  readonly service: ServiceChoice;
}

function serviceOf(view: DeskView, serviceId: ServiceId): Chosen | null {
  for (const group of view.groups) {
    const service = group.services.find((one) => one.serviceId === serviceId);
    if (service !== undefined) return { group, service };
  }
  return null;
}

function Intake({ intake }: { intake: DeskView['intake'] }) {
  const texts = useTexts(deskTexts);
  if (intake.status === 'open') return null;
  return (
    <p className="desk-intake" role="status">
      <CircleAlert size={20} aria-hidden />
      {intake.status === 'notYet' ? texts.intakeNotYet(intake.opensAt) : texts.intakeClosed}
    </p>
  );
}
