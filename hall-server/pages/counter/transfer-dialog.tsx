import { Input, type InputRef, Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import type { CommandOf, TransferTarget } from '../../../shared/commands.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import type { CounterTicket, CounterView } from '../../../shared/views.ts';
import { TransferWhy } from './transfer-why.tsx';

export interface Place {
  /** What a clerk types for it: a queue's letter or a counter's number. */
  readonly typed: string;
  readonly name: string;
  readonly target: TransferTarget;
}

interface TransferDialogProps {
  readonly view: CounterView;
  readonly ticket: CounterTicket;
  readonly transfer: (command: CommandOf<'transfer'>) => void;
  readonly close: () => void;
}

/** Where to, then why. Closed counters are not offered: nobody would call the ticket there. */
export function TransferDialog({ view, ticket, transfer, close }: TransferDialogProps) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];
  const [place, setPlace] = useState<Place | null>(null);
  const queues = view.queues
    .filter((queue) => queue.name.zhHans !== ticket.queueName.zhHans)
    .map<Place>((queue) => ({
      typed: queue.prefix,
      name: texts.queueNamed(queue.prefix, say(queue.name)),
      target: { to: 'queue', queueId: queue.id },
    }));
  const counters = view.counters
    .filter((counter) => counter.status !== 'closed' && counter.counterId !== view.counter?.counterId)
    .map<Place>((counter) => ({
      typed: counter.label,
      name: texts.counterLabel(counter.label),
      target: { to: 'counter', counterId: counter.counterId },
    }));

  if (place !== null) {
    return (
      <TransferWhy
        ticket={ticket}
        place={place}
        staffId={
          view.counters.find(({ counterId }) => 'counterId' in place.target && place.target.counterId === counterId)
            ?.staffId ?? null
        }
        transfer={transfer}
        close={close}
      />
    );
  }
  return <WhereTo number={ticket.number} queues={queues} counters={counters} choose={setPlace} close={close} />;
}

function WhereTo(props: {
  number: string;
  queues: readonly Place[];
  counters: readonly Place[];
  choose: (place: Place) => void;
  close: () => void;
}) {
  const { queues, counters, choose } = props;
  const { language } = useSpeech();
  const texts = counterTexts[language];
  const fieldId = useId();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState(false);
  useEffect(() => input.current?.focus(), []);

  const plain = typed.normalize('NFKC').trim().toUpperCase();
  const matches = (place: Place) => plain !== '' && place.typed.toUpperCase().startsWith(plain);
  const submit = () => {
    const exact = [...queues, ...counters].find((place) => place.typed.toUpperCase() === plain);
    if (exact === undefined) setUnknown(true);
    else choose(exact);
  };
  const buttons = (places: readonly Place[]) =>
    places.map((place) => (
      <button
        key={place.name}
        type="button"
        className={matches(place) ? 'where-to-match' : undefined}
        onClick={() => choose(place)}
      >
        <KeyCap>{place.typed}</KeyCap>
        {place.name}
      </button>
    ));

  return (
    <Modal open title={texts.transferTitle(props.number)} onCancel={props.close} footer={null} width={720} centered>
      <form
        className="where-to"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label htmlFor={fieldId}>
          {texts.typeTarget}
          <Input
            id={fieldId}
            ref={input}
            size="large"
            value={typed}
            maxLength={4}
            status={unknown ? 'error' : ''}
            onChange={(event) => {
              setTyped(event.target.value);
              setUnknown(false);
            }}
          />
        </label>
        <p role="status">{unknown ? texts.noSuchTarget : ''}</p>
        <div className="where-to-places">
          <section>
            <h3>{texts.queues}</h3>
            {buttons(queues)}
          </section>
          <section>
            <h3>{texts.counters}</h3>
            {counters.length === 0 ? (
              <p>{texts.noOtherCounter}</p>
            ) : (
              <div className="where-to-counters">{buttons(counters)}</div>
            )}
          </section>
        </div>
      </form>
    </Modal>
  );
}
