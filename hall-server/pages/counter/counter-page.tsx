import { useTexts } from '../../../shared/browser/language.tsx';
import type { SignedIn } from '../../../shared/browser/staff/staff-gate.tsx';
import { StaffSkeleton } from '../../../shared/browser/staff/staff-notice.tsx';
import { useCommands } from '../../../shared/browser/staff/use-commands.ts';
import { useHall, useHallNow } from '../../../shared/browser/use-hall.ts';
import { staffTexts } from '../../../shared/texts/staff.ts';
import type { CounterView } from '../../../shared/views.ts';
import { Console } from './console.tsx';
import { OpenCounter } from './open-counter.tsx';
import { useColleagues } from './use-colleagues.ts';
import { useTakenOver } from './use-taken-over.ts';

/** What the hall says about this clerk's counter, drawn; what the clerk wants, sent. */
export function CounterPage({ connection, me, signOut }: SignedIn<CounterView>) {
  const { link, heardAt, view } = useHall(connection);
  const now = useHallNow(connection);
  const commands = useCommands(connection);
  const texts = useTexts(staffTexts);
  const nameOf = useColleagues([
    ...[view?.counter?.pausedBy, view?.counter?.profileBy, view?.counter?.help?.answered?.by],
    ...[view?.closedForMe?.by, view?.message?.by],
  ]);
  const takenOver = useTakenOver(view);
  if (view === null) return <StaffSkeleton says={texts.connecting} />;
  const { counter } = view;
  const shown = {
    me,
    link,
    heardAt,
    refused: commands.refused,
    slow: commands.slow,
    dismiss: commands.dismiss,
    onCommand: commands.send,
    signOut,
    nameOf,
  };
  return counter === null ? (
    <OpenCounter view={view} takenOver={takenOver} {...shown} />
  ) : (
    <Console view={view} counter={counter} now={now} {...shown} />
  );
}
