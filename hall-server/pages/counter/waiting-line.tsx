import { useSpeech } from '../../../shared/browser/language.tsx';
import { useFittingRows } from '../../../shared/browser/staff/use-fitting-rows.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterView, WaitingTicket } from '../../../shared/views.ts';
import { minutesBetween } from './shown.ts';

const rowHeight = 56;

interface WaitingLineProps extends Pick<CounterView, 'waiting' | 'line'> {
  readonly now: number;
  /** Has one called out of turn; null: whoever looks may not, or not now. */
  readonly call: ((ticket: WaitingTicket) => void) | null;
}

/** Everybody this counter may call, in the order in which it would, and why in that order. */
export function WaitingLine({ waiting, line, now, call }: WaitingLineProps) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];
  const { ref, rows } = useFittingRows(rowHeight);
  const shown = waiting > rows ? line.slice(0, Math.max(0, rows - 1)) : line;

  function reason(ticket: WaitingTicket): string {
    if (ticket.callsToGo > 0) return texts.callsToGo(ticket.callsToGo);
    if (ticket.reservedForMe) return texts.reservedHere;
    return words[language].callReasons[ticket.reason];
  }

  return (
    <section className="waiting-line" aria-labelledby="waiting-line-title">
      <h2 id="waiting-line-title">
        {texts.line} <b>{waiting}</b>
      </h2>
      <div ref={ref} className="waiting-line-rows">
        {waiting === 0 && <p className="nothing">{texts.nobodyWaiting}</p>}
        <ol>
          {shown.map((ticket) => (
            <li key={ticket.ticketId} style={{ height: rowHeight }}>
              {call === null ? (
                <b>{ticket.number}</b>
              ) : (
                <button
                  type="button"
                  className="waiting-line-call"
                  aria-label={texts.callChosen(ticket.number)}
                  title={texts.callChosen(ticket.number)}
                  onClick={() => call(ticket)}
                >
                  {ticket.number}
                </button>
              )}
              <span className="waiting-line-service" title={say(ticket.serviceName)}>
                {say(ticket.serviceName)}
                {ticket.further > 0 && <small> {severalServicesTexts[language].carries(ticket.further)}</small>}
              </span>
              <span className="waiting-line-why">
                {texts.minutes(minutesBetween(ticket.issuedAt, now))}
                <small className={ticket.reason === 'fifo' ? undefined : 'waiting-line-unusual'}>
                  {reason(ticket)}
                </small>
              </span>
            </li>
          ))}
        </ol>
        {shown.length < waiting && <p className="more">{texts.more(waiting - shown.length)}</p>}
      </div>
    </section>
  );
}
