import { ask } from '../../../shared/browser/ask.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { SignedIn } from '../../../shared/browser/staff/staff-gate.tsx';
import { StaffSkeleton } from '../../../shared/browser/staff/staff-notice.tsx';
import { useCommands } from '../../../shared/browser/staff/use-commands.ts';
import { useHall, useHallNow } from '../../../shared/browser/use-hall.ts';
import type { FoundTickets } from '../../../shared/http.ts';
import type { TicketId } from '../../../shared/ids.ts';
import { staffTexts } from '../../../shared/texts/staff.ts';
import type { DeskView, WhyNotYet } from '../../../shared/views.ts';
import { Desk } from './desk.tsx';
import { appointmentQuestions } from './questions.ts';

const askWhy = (ticketId: TicketId) => ask<WhyNotYet>(`/api/tickets/why?ticketId=${encodeURIComponent(ticketId)}`);
const find = (number: string) => ask<FoundTickets>(`/api/tickets?number=${encodeURIComponent(number)}`);

/** What the hall says to the front desk, drawn; what the desk wants, sent. */
export function DeskPage({ connection, me, signOut }: SignedIn<DeskView>) {
  const { link, heardAt, view } = useHall(connection);
  const now = useHallNow(connection, 5_000);
  const { send, ...commands } = useCommands(connection);
  const texts = useTexts(staffTexts);
  if (view === null) return <StaffSkeleton says={texts.connecting} />;
  return (
    <Desk
      view={view}
      now={now}
      me={me}
      link={link}
      heardAt={heardAt}
      signOut={signOut}
      onCommand={send}
      find={find}
      askWhy={askWhy}
      appointments={appointmentQuestions}
      {...commands}
    />
  );
}
