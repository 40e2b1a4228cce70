import { connectHall, type HallConnection } from '../../../shared/browser/hall-connection.ts';
import { mountPage } from '../../../shared/browser/mount-page.tsx';
import { useHall, useHallNow } from '../../../shared/browser/use-hall.ts';
import { TicketLink } from '../../../shared/protocol.ts';
import type { PhoneView } from '../../../shared/views.ts';
import { Connecting, TicketNotFound } from './no-ticket.tsx';
import { PhonePage } from './phone-page.tsx';

/** The link stands behind '#', so it reaches no server log and no referrer; printed QR codes are upper case anyway. */
function linkOfAddress(): string | null {
  const link = TicketLink.safeParse(location.hash.slice(1).trim().toUpperCase());
  return link.success ? link.data : null;
}

function Ticket({ connection }: { connection: HallConnection<PhoneView> }) {
  const hall = useHall(connection);
  const now = useHallNow(connection);
  if (hall.link === 'refused') return <TicketNotFound />;
  if (hall.view === null) return <Connecting onRetry={connection.retry} />;
  return <PhonePage view={hall.view} now={now} link={hall.link} heardAt={hall.heardAt} send={connection.send} />;
}

// Another slip scanned into the same tab changes only the part behind '#': start over with it.
addEventListener('hashchange', () => location.reload());
const link = linkOfAddress();
mountPage(
  link === null ? <TicketNotFound /> : <Ticket connection={connectHall<PhoneView>({ audience: 'phone', link })} />,
);
