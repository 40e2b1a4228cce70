import { connectHall } from '../../shared/browser/hall-connection.ts';
import { mountPage } from '../../shared/browser/mount-page.tsx';
import { DeviceId } from '../../shared/ids.ts';
import type { BoardView, SignView } from '../../shared/views.ts';
import { Screen } from './screen.tsx';

/**
 * What one screen shows, as a picture in administration: the same view drawn by the same page. It makes no sound, asks
 * nothing, and tells the hall of no painting, for it is not the glass. The server decides who may look.
 */
const device = DeviceId.safeParse(new URLSearchParams(location.search).get('device'));
if (device.success) {
  const connection = connectHall<BoardView | SignView>({ audience: 'mirror', deviceId: device.data });
  mountPage(<Screen connection={{ ...connection, painted: () => {} }} isMirror />, { forgetLanguage: true });
}
