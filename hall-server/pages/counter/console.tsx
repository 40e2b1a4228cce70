import './counter.css';
import { Button } from 'antd';
import { useState } from 'react';
import { localDate } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { RefusalBar } from '../../../shared/browser/staff/refusal-bar.tsx';
import { StaffHeader } from '../../../shared/browser/staff/staff-header.tsx';
import { letGoAfterPointer, useKeys } from '../../../shared/browser/staff/use-keys.ts';
import { usePressGuard } from '../../../shared/browser/staff/use-press-guard.ts';
import { type Command, type CommandOf, chooseReasons } from '../../../shared/commands.ts';
import type { MessageId, TicketId } from '../../../shared/ids.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { helpTexts } from '../../../shared/texts/help.ts';
import { ownRatingsTexts } from '../../../shared/texts/own-ratings.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterView, WaitingTicket } from '../../../shared/views.ts';
import { ActionGrid } from './action-grid.tsx';
import { type ActionName, actionKeys, actionsNow, listKeys, readKey } from './actions.ts';
import { AtCounter } from './at-counter.tsx';
import { Dialog, type DialogName } from './dialogs.tsx';
import { helpTile } from './help-tile.ts';
import { MessageBar } from './message-bar.tsx';
import { nextStep } from './next-step.ts';
import { NoticeDialog } from './notice-dialog.tsx';
import { OwnRatings } from './own-ratings.tsx';
import { SetAside } from './set-aside.tsx';
import type { Shown } from './shown.ts';
import { WaitingLine } from './waiting-line.tsx';

interface ConsoleProps extends Shown {
  readonly view: CounterView;
  readonly counter: NonNullable<CounterView['counter']>;
  readonly now: number;
}

/** A clerk's whole day on one page: who is here, what can be done, who is next. Every action has its key. */
export function Console({ view, counter, now, onCommand, ...shown }: ConsoleProps) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];
  const [asked, setAsked] = useState<DialogName | null>(null);
  const [chosen, setChosen] = useState<WaitingTicket | null>(null);
  /** Finished with another trip to come: told on paper once the hall has taken it. */
  const [toTell, setToTell] = useState<TicketId | null>(null);
  const { current } = view;
  const lost = shown.link === 'lost';
  const paused = counter.status === 'paused';
  const counterFree = current === null && !paused;
  const step = nextStep(view);
  const guard = usePressGuard(`${step?.type} ${current?.ticketId} ${current?.finished.length}`);

  const send = (command: Command) => {
    if (lost) return;
    guard(() => {
      setAsked(null);
      setToTell(command.type === 'finish' && comesAgain(command) ? command.ticketId : null);
      onCommand(command);
    });
  };
  const goOn = () => {
    if (step !== null) send(step);
  };
  const help = helpTile(counter.help, now, shown.nameOf, language);
  const actions = actionsNow(view, now, texts, help, severalServicesTexts[language]).map((action) =>
    lost ? { ...action, possible: false } : action,
  );

  const act = (name: ActionName) => {
    if (!actions.some((action) => action.name === name && action.possible)) return;
    if (name === 'pause' && paused) return send({ type: 'resumeCounter' });
    if (name === 'startService' || name === 'recall' || name === 'markMissed') {
      if (current !== null) send({ type: name, ticketId: current.ticketId });
    } else {
      setAsked(name);
    }
  };
  const choose = (list: 'held' | 'missed') => {
    if (!lost && view[list].length > 0 && (list === 'missed' || counterFree)) setAsked(list);
  };

  const { message } = view;
  const read = (messageId: MessageId) => {
    if (!lost) onCommand({ type: 'readMessage', messageId });
  };

  const [ownShown, setOwnShown] = useState(false);
  const telling = toTell !== null && current?.ticketId !== toTell;

  useKeys(
    {
      ...Object.fromEntries(actions.map(({ name }) => [actionKeys[name].toLowerCase(), () => act(name)])),
      enter: goOn,
      space: goOn,
      [listKeys.held.toLowerCase()]: () => choose('held'),
      [listKeys.missed.toLowerCase()]: () => choose('missed'),
      [readKey.toLowerCase()]: () => message !== null && read(message.messageId),
    },
    asked === null && !telling && !ownShown,
  );

  const profile = view.workProfiles.find((one) => one.id === counter.workProfileId);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only lets go of focus
    <div className="counter-page" onClick={letGoAfterPointer}>
      <StaffHeader hall={view.hall} page="counter" title={texts.counterLabel(counter.label)} {...shown}>
        {profile !== undefined && (
          <span>
            {say(profile.name)}
            {counter.profileBy !== null && ` · ${helpTexts[language].profileBy(shown.nameOf(counter.profileBy))}`}
          </span>
        )}
        <span>{texts.finishedToday(view.finishedToday)}</span>
        <Button type="text" onClick={() => setOwnShown(true)}>
          {ownRatingsTexts[language].open}
        </Button>
      </StaffHeader>
      <RefusalBar {...shown} lostHelp={lost ? texts.lostHelp : null} />
      {message !== null && (
        <MessageBar {...{ message, read }} nameOf={shown.nameOf} timeZone={view.hall.timeZone} disabled={lost} />
      )}
      <main className="console">
        <AtCounter view={view} now={now} step={step} disabled={lost} nameOf={shown.nameOf} act={goOn} />
        <section className="console-middle" aria-label={texts.actions}>
          <ActionGrid actions={actions} paused={paused} helpCalled={counter.help !== null} act={act} />
          <SetAside view={view} now={now} counterFree={counterFree} disabled={lost} send={send} choose={choose} />
        </section>
        <WaitingLine
          waiting={view.waiting}
          line={view.line}
          now={now}
          call={view.me.role === 'manager' && counterFree && !lost ? setChosen : null}
        />
      </main>
      {chosen !== null && (
        <ChoiceDialog
          title={texts.chooseTitle(chosen.number)}
          choices={chooseReasons.map((reason) => ({ id: reason, label: words[language].chooseReasons[reason] }))}
          choose={(reason) => {
            setChosen(null);
            send({ type: 'callChosen', ticketId: chosen.ticketId, counterId: counter.counterId, reason });
          }}
          close={() => setChosen(null)}
        />
      )}
      {ownShown && <OwnRatings today={localDate(now, view.hall.timeZone)} close={() => setOwnShown(false)} />}
      {telling && <NoticeDialog ticketId={toTell} close={() => setToTell(null)} />}
      {asked !== null && (
        <Dialog
          name={asked}
          view={view}
          now={now}
          send={send}
          ask={(command) => void onCommand(command)}
          close={() => setAsked(null)}
        />
      )}
    </div>
  );
}

/** Whether a visit that ends so has another to come: the same cases in which the phone says so. */
function comesAgain({ outcome, collectOn }: CommandOf<'finish'>): boolean {
  return outcome === 'incomplete' || outcome === 'wrongService' || (collectOn !== null && outcome !== 'collected');
}
