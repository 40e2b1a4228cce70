import type { HallConnection } from '../../shared/browser/hall-connection.ts';
import { useHall, useHallNow } from '../../shared/browser/use-hall.ts';
import type { BoardView, SignView } from '../../shared/views.ts';
import { Board } from './board.tsx';
import { Sign } from './sign.tsx';

/** Which of the two is drawn is decided by what the administrator made of this device. */
export function Screen({ connection }: { connection: HallConnection<BoardView | SignView> }) {
  const { view, link, heardAt } = useHall(connection);
  const now = useHallNow(connection);
  if (view === null) return null;
  switch (view.kind) {
    case 'board':
      return <Board {...{ view, link, now, heardAt }} />;
    case 'sign':
      return <Sign {...{ view, link, now, heardAt }} />;
  }
}
