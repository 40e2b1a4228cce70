import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { ServicesDialog } from '../../../shared/browser/staff/services-dialog.tsx';
import { type Command, helpReasons, pauseReasons, withdrawReasons } from '../../../shared/commands.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { helpTexts } from '../../../shared/texts/help.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterView } from '../../../shared/views.ts';
import { FinishDialog } from './finish-dialog.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { waysBack } from './set-aside.tsx';
import { minutesBetween } from './shown.ts';
import { TransferDialog } from './transfer-dialog.tsx';

export type DialogName =
  | 'finish'
  | 'hold'
  | 'transfer'
  | 'services'
  | 'withdraw'
  | 'pause'
  | 'close'
  | 'help'
  | 'held'
  | 'missed';

interface DialogsProps {
  readonly name: DialogName;
  readonly view: CounterView;
  readonly now: number;
  readonly send: (command: Command) => void;
  /** Done without closing the question: what it changes is shown in it. */
  readonly ask: (command: Command) => void;
  readonly close: () => void;
}

/** The question an action asks before it is done: at most one is open. */
export function Dialog({ name, view, now, send, ask, close }: DialogsProps) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];
  const { current } = view;
  const choices = <Id extends string>(ids: readonly Id[], labels: Readonly<Record<Id, string>>) =>
    ids.map((id) => ({ id, label: labels[id] }));

  switch (name) {
    case 'pause':
      return (
        <ChoiceDialog
          title={texts.pauseTitle}
          choices={choices(pauseReasons, words[language].pauseReasons)}
          choose={(reason) => send({ type: 'pauseCounter', reason })}
          close={close}
        />
      );
    case 'close':
      return (
        <ChoiceDialog
          title={texts.closeTitle(view.counter?.label ?? '')}
          choices={[{ id: 'close', label: texts.closeNow, hint: texts.closeHelp }]}
          choose={() => send({ type: 'closeCounter' })}
          close={close}
        />
      );
    case 'help': {
      const { counter } = view;
      if (counter === null) return null;
      return counter.help === null ? (
        <ChoiceDialog
          title={helpTexts[language].callWhy}
          choices={choices(helpReasons, words[language].helpReasons)}
          choose={(reason) => send({ type: 'callForHelp', reason })}
          close={close}
        />
      ) : (
        <ChoiceDialog
          title={helpTexts[language].endQuestion}
          choices={[{ id: 'end', label: helpTexts[language].end }]}
          choose={() => send({ type: 'endHelp', counterId: counter.counterId })}
          close={close}
        />
      );
    }
    case 'held':
      return (
        <ChoiceDialog
          title={texts.resumeTitle}
          choices={view.held.map((ticket) => ({
            id: ticket.ticketId,
            label: `${ticket.number}  ${say(ticket.serviceName)}`,
            hint: texts.list([
              words[language].holdReasons[ticket.reason],
              texts.minutesAgo(minutesBetween(ticket.since, now)),
            ]),
          }))}
          choose={(ticketId) => send({ type: 'resume', ticketId })}
          close={close}
        />
      );
    case 'missed': {
      const counterFree = current === null && view.counter?.status === 'open';
      const ways = view.missed.flatMap((ticket) =>
        waysBack(ticket, now, counterFree).map((command) => ({
          id: `${command.type} ${ticket.ticketId}`,
          label: command.type === 'acceptMissed' ? texts.serveNow(ticket.number) : texts.putBackNow(ticket.number),
          hint: texts.list([say(ticket.serviceName), texts.minutesAgo(minutesBetween(ticket.since, now))]),
          command,
        })),
      );
      return (
        <ChoiceDialog
          title={texts.missedTitle}
          choices={ways}
          choose={(id) => {
            const way = ways.find((one) => one.id === id);
            if (way !== undefined) send(way.command);
          }}
          close={close}
        />
      );
    }
  }
  if (current === null) return null;
  const { ticketId, number } = current;
  switch (name) {
    case 'finish':
      return <FinishDialog ticket={current} now={now} finish={send} join={ask} close={close} />;
    case 'transfer':
      return <TransferDialog view={view} ticket={current} transfer={send} close={close} />;
    case 'hold':
      return <HoldDialog ticket={current} hold={send} close={close} />;
    case 'services':
      return (
        <ServicesDialog
          number={number}
          present={{ serviceId: current.serviceId, name: current.serviceName }}
          further={current.further}
          services={view.services}
          add={(serviceId) => ask({ type: 'addService', ticketId, serviceId })}
          drop={(serviceId) => ask({ type: 'dropService', ticketId, serviceId })}
          close={close}
        />
      );
    case 'withdraw':
      return (
        <ChoiceDialog
          title={texts.withdrawTitle(number)}
          choices={choices(withdrawReasons, words[language].withdrawReasons)}
          choose={(reason) => send({ type: 'withdrawCall', ticketId, reason })}
          close={close}
        />
      );
  }
}
