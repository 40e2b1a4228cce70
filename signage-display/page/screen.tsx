import type { HallConnection } from '../../shared/browser/hall-connection.ts';
import { useHall, useHallNow } from '../../shared/browser/use-hall.ts';
import type { BoardView, SignView } from '../../shared/views.ts';
import { Board } from './board.tsx';
import { Sign } from './sign.tsx';
import { ScreenVoice } from './voice/screen-voice.tsx';

/** Which of the two is drawn is decided by what the administrator made of this device. */
export function Screen(props: { connection: HallConnection<BoardView | SignView>; volume: number }) {
  const { connection, volume } = props;
  const { view, link, heardAt } = useHall(connection);
  const now = useHallNow(connection);
  if (view === null) return null;
  return (
    <>
      {view.kind === 'board' ? <Board {...{ view, link, now, heardAt }} /> : <Sign {...{ view, link, now, heardAt }} />}
      <ScreenVoice view={view} volume={volume} now={connection.now} />
    </>
  );
}
