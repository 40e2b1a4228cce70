import { ask } from '../../../shared/browser/ask.ts';
import { DeviceGate } from '../../../shared/browser/device-gate.tsx';
import type { HallConnection } from '../../../shared/browser/hall-connection.ts';
import { mountPage } from '../../../shared/browser/mount-page.tsx';
import { useHall, useHallNow } from '../../../shared/browser/use-hall.ts';
import type { FindVisit, FoundVisit } from '../../../shared/http.ts';
import type { RatingKioskView } from '../../../shared/views.ts';
import { RatingKiosk } from './rating-kiosk.tsx';

/** Which of this machine's devices the window is, as the gate names it: the hall asks for that device's cookie. */
const slot = new URLSearchParams(location.search).get('device') ?? 'ratingKiosk';

const find = (shown: FindVisit) => ask<FoundVisit>(`/api/rating/find?slot=${encodeURIComponent(slot)}`, shown);

function Live({ connection }: { connection: HallConnection<RatingKioskView> }) {
  const { view, link, heardAt } = useHall(connection);
  const now = useHallNow(connection);
  // The gate lets nobody through before the first view.
  if (view === null) return null;
  return <RatingKiosk view={view} link={link} heardAt={heardAt} now={now} send={connection.send} find={find} />;
}

mountPage(
  <DeviceGate<RatingKioskView> kind="ratingKiosk">{(connection) => <Live connection={connection} />}</DeviceGate>,
  { forgetLanguage: true },
);
