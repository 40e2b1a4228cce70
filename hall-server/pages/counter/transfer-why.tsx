import { Checkbox, Segmented, TimePicker } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { type CommandOf, type LinePlace, transferReasons } from '../../../shared/commands.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterTicket } from '../../../shared/views.ts';
import type { Place } from './transfer-dialog.tsx';

interface TransferWhyProps {
  readonly ticket: CounterTicket;
  readonly place: Place;
  /** Who is at the counter it goes to; null: it goes to a queue. */
  readonly staffId: StaffId | null;
  readonly transfer: (command: CommandOf<'transfer'>) => void;
  readonly close: () => void;
}

const places = ['ownTime', 'first', 'last', 'time'] as const satisfies readonly LinePlace['at'][];

/** Why it is passed on, where in the line it stands, and whether it goes with the colleague rather than the counter. */
export function TransferWhy({ ticket, place, staffId, transfer, close }: TransferWhyProps) {
  const { language } = useSpeech();
  const texts = severalServicesTexts[language];
  const [at, setAt] = useState<LinePlace['at']>('ownTime');
  const [time, setTime] = useState<string | null>(null);
  const [withColleague, setWithColleague] = useState(false);
  const linePlace: LinePlace | null = at !== 'time' ? { at } : time === null ? null : { at, time };
  const target = withColleague && staffId !== null ? ({ to: 'staff', staffId } as const) : place.target;
  return (
    <ChoiceDialog
      title={counterTexts[language].transferWhy(ticket.number, place.name)}
      choices={
        // A time that is not yet chosen is chosen first.
        linePlace === null
          ? []
          : transferReasons.map((reason) => ({ id: reason, label: words[language].transferReasons[reason] }))
      }
      choose={(reason) => {
        if (linePlace === null) return;
        const inLine = linePlace.at === 'ownTime' ? {} : { place: linePlace };
        transfer({ type: 'transfer', ticketId: ticket.ticketId, target, reason, ...inLine });
      }}
      close={close}
    >
      <fieldset className="choice-further">
        <legend>{texts.place}</legend>
        <Segmented
          block
          value={at}
          onChange={setAt}
          options={places.map((value) => ({ value, label: texts.places[value] }))}
        />
        {at === 'time' && (
          <TimePicker
            format="HH:mm"
            minuteStep={5}
            needConfirm={false}
            placeholder={texts.time}
            aria-label={texts.time}
            onChange={(_time, written) => setTime(typeof written === 'string' && written !== '' ? written : null)}
          />
        )}
        {staffId !== null && (
          <Checkbox checked={withColleague} onChange={(event) => setWithColleague(event.target.checked)}>
            {texts.colleague}
          </Checkbox>
        )}
      </fieldset>
    </ChoiceDialog>
  );
}
