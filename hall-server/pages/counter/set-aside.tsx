import { Button } from 'antd';
import type { ReactNode } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import { useFittingRows } from '../../../shared/browser/staff/use-fitting-rows.ts';
import type { Command } from '../../../shared/commands.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterView } from '../../../shared/views.ts';
import { listKeys } from './actions.ts';
import { minutesBetween } from './shown.ts';

type Held = CounterView['held'][number];
type Missed = CounterView['missed'][number];

/** What may be done with a missed ticket now: served here, put back, or neither any more. */
export function waysBack(missed: Missed, now: number, counterFree: boolean): readonly Command[] {
  const { ticketId } = missed;
  return [
    ...(missed.acceptUntil !== null && now <= missed.acceptUntil && counterFree
      ? [{ type: 'acceptMissed', ticketId } as const]
      : []),
    ...(missed.canPutBack ? [{ type: 'putBackMissed', ticketId } as const] : []),
  ];
}

interface SetAsideProps {
  readonly view: CounterView;
  readonly now: number;
  readonly counterFree: boolean;
  readonly disabled: boolean;
  readonly send: (command: Command) => void;
  readonly choose: (list: 'held' | 'missed') => void;
}

/** Held and missed tickets: the newest first, as many as fit; all of them behind the list's key. */
export function SetAside({ view, now, counterFree, disabled, send, choose }: SetAsideProps) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];

  const ago = (since: number) => texts.minutesAgo(minutesBetween(since, now));
  const several = severalServicesTexts[language];
  const isDue = ({ returnAt }: Held) => returnAt !== null && returnAt <= now;
  const backAt = (ticket: Held) => {
    const { returnAt, reason } = ticket;
    if (returnAt === null) return words[language].holdReasons[reason];
    return isDue(ticket) ? several.overdue : several.backBy(clockTime(returnAt, view.hall.timeZone));
  };
  const heldRow = (ticket: Held) => (
    <Row
      key={ticket.ticketId}
      number={ticket.number}
      ago={ago(ticket.since)}
      about={backAt(ticket)}
      title={say(ticket.serviceName)}
    >
      <Button disabled={disabled || !counterFree} onClick={() => send({ type: 'resume', ticketId: ticket.ticketId })}>
        {texts.resume}
      </Button>
    </Row>
  );
  const missedRow = (ticket: Missed) => {
    const [way] = waysBack(ticket, now, counterFree);
    const until = ticket.acceptUntil;
    return (
      <Row
        key={ticket.ticketId}
        number={ticket.number}
        ago={ago(ticket.since)}
        about={
          way === undefined
            ? texts.newNumberNeeded
            : until !== null && now <= until
              ? // Rounded, so that a clock a moment behind does not promise more than the rule.
                texts.acceptFor(Math.max(1, Math.round((until - now) / 60_000)))
              : null
        }
        title={say(ticket.serviceName)}
      >
        {way !== undefined && (
          <Button disabled={disabled} onClick={() => send(way)}>
            {way.type === 'acceptMissed' ? texts.startService : texts.putBack}
          </Button>
        )}
      </Row>
    );
  };
  // Those of this counter first, and of them whoever is due back: they are the ones its clerk is asked about.
  const held = view.held.toSorted(
    (a, b) => elsewhere(a) - elsewhere(b) || Number(isDue(b)) - Number(isDue(a)) || b.since - a.since,
  );
  const missed = view.missed.toSorted((a, b) => Number(a.acceptUntil === null) - Number(b.acceptUntil === null));
  function elsewhere(ticket: Held): number {
    return Number(ticket.counterLabel !== view.counter?.label);
  }

  return (
    <div className="set-aside">
      <List
        title={texts.held}
        keyName={listKeys.held}
        empty={texts.nothingHeld}
        rows={held.map(heldRow)}
        more={texts.more}
        open={counterFree && !disabled ? () => choose('held') : null}
      />
      <List
        title={texts.missed}
        keyName={listKeys.missed}
        empty={texts.nothingMissed}
        rows={missed.map(missedRow)}
        more={texts.more}
        open={disabled ? null : () => choose('missed')}
      />
    </div>
  );
}

const rowHeight = 56;

function List(props: {
  title: string;
  keyName: string;
  empty: string;
  rows: readonly ReactNode[];
  more: (n: number) => string;
  open: (() => void) | null;
}) {
  const { ref, rows: fitting } = useFittingRows(rowHeight);
  const { rows } = props;
  const shown = rows.length > fitting ? rows.slice(0, Math.max(0, fitting - 1)) : rows;
  const open = rows.length > 0 ? props.open : null;
  return (
    <section>
      <button
        type="button"
        className="set-aside-title"
        aria-disabled={open === null}
        aria-keyshortcuts={props.keyName}
        onClick={() => open?.()}
      >
        <span>
          {props.title} <b>{rows.length}</b>
        </span>
        <KeyCap>{props.keyName}</KeyCap>
      </button>
      <div ref={ref} className="set-aside-rows">
        {rows.length === 0 && <p className="nothing">{props.empty}</p>}
        <ul>{shown}</ul>
        {shown.length < rows.length && <p className="more">{props.more(rows.length - shown.length)}</p>}
      </div>
    </section>
  );
}

function Row(props: { number: string; ago: string; about: string | null; title: string; children: ReactNode }) {
  return (
    <li style={{ height: rowHeight }} title={props.title}>
      <span>
        <b>{props.number}</b>
        <small>{props.ago}</small>
        {props.about !== null && <small className="set-aside-about">{props.about}</small>}
      </span>
      {props.children}
    </li>
  );
}
