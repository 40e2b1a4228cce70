import { useLayoutEffect } from 'react';
import type { HallConnection } from '../../shared/browser/hall-connection.ts';
import { useHall, useHallNow } from '../../shared/browser/use-hall.ts';
import type { BoardView, SignView } from '../../shared/views.ts';
import { Board } from './board.tsx';
import { Emergency } from './emergency.tsx';
import { screenReport } from './health.ts';
import { Orders } from './order-note.tsx';
import { Sign } from './sign.tsx';
import { ScreenVoice } from './voice/screen-voice.tsx';

/**
 * One screen of the hall. What it shows, in which colours and how loud, the administrator has settled for this device.
 * `isMirror`: only a picture of it, which neither speaks nor obeys.
 */
export function Screen(props: { connection: HallConnection<BoardView | SignView>; isMirror?: boolean }) {
  const { connection, isMirror = false } = props;
  const { view, link, heardAt } = useHall(connection, screenReport);
  const now = useHallNow(connection);
  const theme = view?.theme ?? 'light';
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  if (view === null) return null;
  // What covers the calls silences them too: nobody is to be sent to a counter now.
  const { emergency } = view.hall;
  return (
    <>
      {view.kind === 'board' ? <Board {...{ view, link, now, heardAt }} /> : <Sign {...{ view, link, now, heardAt }} />}
      {emergency === null && !isMirror && <ScreenVoice view={view} isLive={link === 'live'} now={connection.now} />}
      {emergency !== null && <Emergency emergency={emergency} hall={view.hall} panel={view.panel} />}
      {!isMirror && <Orders connection={connection} panel={view.panel} language={view.hall.displayLanguages[0]} />}
    </>
  );
}
