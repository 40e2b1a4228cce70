import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import type { Command } from '../../../shared/commands.ts';
import { type CounterTexts, counterTexts } from '../../../shared/texts/counter.ts';
import { helpTexts } from '../../../shared/texts/help.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterTicket, CounterView } from '../../../shared/views.ts';
import { usualOutcome } from './next-step.ts';
import { minutesBetween } from './shown.ts';
import type { NameOf } from './use-colleagues.ts';

interface AtCounterProps {
  readonly view: CounterView;
  readonly now: number;
  readonly step: Command | null;
  readonly disabled: boolean;
  readonly nameOf: NameOf;
  readonly act: () => void;
}

/** Who is at the counter, and the one button for what comes next: always in the same place. */
export function AtCounter({ view, now, step, disabled, nameOf, act }: AtCounterProps) {
  const { language } = useSpeech();
  const texts = counterTexts[language];
  const several = severalServicesTexts[language];
  const next = view.current?.further[0];
  const stepLabel = (toDo: Command | null) => {
    switch (toDo?.type) {
      case 'startService':
        return texts.startService;
      case 'finish':
        if (next === undefined) return texts.finishAs(words[language].outcomes[usualOutcome]);
        return toDo.next === 'here' ? several.finishHere : several.finishPassOn;
      case 'resumeCounter':
        return texts.resumeCounter;
      default:
        return texts.callNext;
    }
  };
  return (
    <section className="at-counter" aria-label={texts.counterLabel(view.counter?.label ?? '')}>
      {view.current !== null ? (
        <Present ticket={view.current} now={now} />
      ) : view.counter?.status === 'paused' ? (
        <Paused counter={view.counter} now={now} nameOf={nameOf} />
      ) : (
        <Free view={view} now={now} />
      )}
      <Button
        type="primary"
        className="next-step"
        disabled={disabled || step === null}
        aria-keyshortcuts="Enter Space"
        onClick={act}
      >
        {stepLabel(step)}
        <KeyCap>Enter</KeyCap>
      </Button>
    </section>
  );
}

/** The called number stands on the call colour, as on every screen of the hall. */
function Present({ ticket, now }: { ticket: CounterTicket; now: number }) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];
  const called = ticket.status === 'called';
  const history = [
    ...(ticket.missedTimes > 0 ? [texts.missedTimes(ticket.missedTimes)] : []),
    ...(ticket.transferred ? [texts.transferred] : []),
    ...ticket.finished.map(({ name, outcome }) => `${say(name)} ${words[language].outcomes[outcome]}`),
  ];
  const why = [
    words[language].callReasons[ticket.reason],
    ...(ticket.priorityName === null ? [] : [say(ticket.priorityName)]),
    ...(ticket.passedNumber === null ? [] : [texts.passed(ticket.passedNumber)]),
  ];
  return (
    <>
      <Panel
        tone={called ? 'called' : 'plain'}
        status={called ? texts.calledNow(ticket.callNo) : texts.servingNow}
        number={ticket.number}
        service={say(ticket.serviceName)}
      />
      <dl className="facts">
        {called ? (
          <Fact name={texts.sinceCall}>{elapsed(ticket.lastCalledAt, now, texts)}</Fact>
        ) : (
          <Fact name={texts.sinceStart}>{texts.minutes(minutesBetween(ticket.since, now))}</Fact>
        )}
        <Fact name={texts.waited}>{texts.minutes(minutesBetween(ticket.issuedAt, ticket.firstCalledAt))}</Fact>
        <Fact name={texts.why}>{texts.list(why)}</Fact>
        {ticket.further.length > 0 && (
          <Fact name={severalServicesTexts[language].further}>
            {severalServicesTexts[language].and(ticket.further.map(({ name }) => say(name)))}
          </Fact>
        )}
        <Fact name={texts.history}>{history.length > 0 ? texts.list(history) : texts.noHistory}</Fact>
      </dl>
    </>
  );
}

interface PausedProps {
  readonly counter: NonNullable<CounterView['counter']>;
  readonly now: number;
  readonly nameOf: NameOf;
}

function Paused({ counter, now, nameOf }: PausedProps) {
  const { language } = useSpeech();
  const texts = counterTexts[language];
  const reason = counter.pauseReason;
  return (
    <>
      <div className="at-counter-panel">
        <p className="at-counter-status">{texts.counterLabel(counter.label)}</p>
        <p className="at-counter-word">{texts.pausedNow}</p>
        {reason !== null && <p className="at-counter-service">{words[language].pauseReasons[reason]}</p>}
        {counter.pausedBy !== null && (
          <p className="at-counter-by">{helpTexts[language].pausedBy(nameOf(counter.pausedBy))}</p>
        )}
      </div>
      <dl className="facts">
        {counter.since !== null && <Fact name={texts.pausedSince}>{elapsed(counter.since, now, texts)}</Fact>}
      </dl>
    </>
  );
}

function Free({ view, now }: { view: CounterView; now: number }) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];
  const next = view.line[0];
  if (next === undefined) {
    return (
      <div className="at-counter-panel">
        <p className="at-counter-word">{texts.counterFree}</p>
        <p className="at-counter-service">{texts.counterFreeHelp}</p>
      </div>
    );
  }
  return (
    <>
      <Panel tone="next" status={texts.nextUp} number={next.number} service={say(next.serviceName)} />
      <dl className="facts">
        <Fact name={texts.waitedSoFar}>{texts.minutes(minutesBetween(next.issuedAt, now))}</Fact>
        <Fact name={texts.why}>
          {texts.list([
            words[language].callReasons[next.reason],
            ...(next.priorityName === null ? [] : [say(next.priorityName)]),
          ])}
        </Fact>
      </dl>
    </>
  );
}

function Panel(props: { tone: 'called' | 'plain' | 'next'; status: string; number: string; service: string }) {
  return (
    <div className={`at-counter-panel at-counter-${props.tone}`}>
      <p className="at-counter-status">{props.status}</p>
      <p className="at-counter-number" data-long={props.number.length > 4}>
        {props.number}
      </p>
      <p className="at-counter-service">{props.service}</p>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Seconds while they matter, minutes after that. */
function elapsed(from: number, now: number, texts: CounterTexts): string {
  const seconds = Math.max(0, Math.floor((now - from) / 1_000));
  return seconds < 120 ? texts.seconds(seconds) : texts.minutes(Math.floor(seconds / 60));
}
