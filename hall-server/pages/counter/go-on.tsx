import { Segmented } from 'antd';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { CommandOf } from '../../../shared/commands.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import type { CounterTicket } from '../../../shared/views.ts';

export type Next = NonNullable<CommandOf<'finish'>['next']>;

interface GoOnProps {
  readonly ticket: CounterTicket;
  readonly next: Next;
  readonly choose: (next: Next) => void;
}

/** Of a visit for several services: whether the next one is begun here, in its own line, or not today. */
export function GoOn({ ticket: { further, nextHere }, next, choose }: GoOnProps) {
  const { language, say } = useSpeech();
  const texts = severalServicesTexts[language];
  return (
    <fieldset className="choice-further">
      <legend>{texts.afterThis(further[0] === undefined ? '' : say(further[0].name))}</legend>
      <Segmented<Next>
        block
        value={next}
        onChange={choose}
        options={[
          { value: 'here', label: texts.goOnHere, disabled: !nextHere },
          { value: 'passOn', label: texts.passOn },
          { value: 'end', label: texts.endAll(further.length) },
        ]}
      />
    </fieldset>
  );
}
