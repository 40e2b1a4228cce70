import { DeviceKind } from '../../shared/actors.ts';
import { DeviceGate } from '../../shared/browser/device-gate.tsx';
import { mountPage } from '../../shared/browser/mount-page.tsx';
import type { BoardView, SignView } from '../../shared/views.ts';
import { Screen } from './screen.tsx';
import { volumeAsked } from './voice/volume.ts';

const asked = new URLSearchParams(location.search);
const kind = DeviceKind.extract(['hallScreen', 'zoneScreen', 'counterScreen'])
  .catch('hallScreen')
  .parse(asked.get('kind'));
const volume = volumeAsked(asked.get('volume'), kind);
document.documentElement.dataset.theme = asked.get('theme') === 'dark' ? 'dark' : 'light';

mountPage(
  <DeviceGate<BoardView | SignView> kind={kind}>
    {(connection) => <Screen connection={connection} volume={volume} />}
  </DeviceGate>,
  { forgetLanguage: true },
);
