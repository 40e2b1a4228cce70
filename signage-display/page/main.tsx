import { DeviceKind, screenKinds } from '../../shared/actors.ts';
import { DeviceGate } from '../../shared/browser/device-gate.tsx';
import { mountPage } from '../../shared/browser/mount-page.tsx';
import type { BoardView, SignView } from '../../shared/views.ts';
import { Screen } from './screen.tsx';

/** What this window asks to become when it is paired; afterwards the hall's word counts. */
const kind = DeviceKind.extract([...screenKinds])
  .catch('hallScreen')
  .parse(new URLSearchParams(location.search).get('kind'));

mountPage(
  <DeviceGate<BoardView | SignView> kind={kind}>{(connection) => <Screen connection={connection} />}</DeviceGate>,
  { forgetLanguage: true },
);
