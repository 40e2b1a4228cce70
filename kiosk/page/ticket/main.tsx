import { ask } from '../../../shared/browser/ask.ts';
import { DeviceGate } from '../../../shared/browser/device-gate.tsx';
import type { HallConnection } from '../../../shared/browser/hall-connection.ts';
import { mountPage } from '../../../shared/browser/mount-page.tsx';
import { useHall, useHallNow } from '../../../shared/browser/use-hall.ts';
import type { ShownSlip } from '../../../shared/http.ts';
import type { TicketKioskView } from '../../../shared/views.ts';
import { TicketKiosk } from './ticket-kiosk.tsx';
import { useShellPrint } from './use-shell-print.ts';

/** Which of this machine's devices the window is, as the gate names it: the hall asks for that device's cookie. */
const slot = new URLSearchParams(location.search).get('device') ?? 'ticketKiosk';

const show = (link: string) => ask<ShownSlip>(`/api/errands/shown?slot=${encodeURIComponent(slot)}`, { link });

function Live({ connection }: { connection: HallConnection<TicketKioskView> }) {
  const { view, link, heardAt } = useHall(connection);
  const now = useHallNow(connection);
  useShellPrint(view, slot, connection.send);
  // The gate lets nobody through before the first view.
  if (view === null) return null;
  return <TicketKiosk view={view} link={link} heardAt={heardAt} now={now} send={connection.send} show={show} />;
}

mountPage(
  <DeviceGate<TicketKioskView> kind="ticketKiosk">{(connection) => <Live connection={connection} />}</DeviceGate>,
  { forgetLanguage: true },
);
