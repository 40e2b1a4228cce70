import { Segmented } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { type CommandOf, holdReasons } from '../../../shared/commands.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterTicket } from '../../../shared/views.ts';

const minutes = [10, 20, 30, 60] as const;

interface HoldDialogProps {
  readonly ticket: CounterTicket;
  readonly hold: (command: CommandOf<'hold'>) => void;
  readonly close: () => void;
}

/** Why the visitor steps aside, and when to be back, if that is agreed. */
export function HoldDialog({ ticket: { ticketId, number, pickUp }, hold, close }: HoldDialogProps) {
  const { language } = useSpeech();
  const texts = counterTexts[language];
  const several = severalServicesTexts[language];
  const [back, setBack] = useState<number | null>(null);
  return (
    <ChoiceDialog
      title={texts.holdTitle(number)}
      choices={holdReasons
        .filter((reason) => reason !== 'preparingPapers' || pickUp)
        .map((reason) => ({ id: reason, label: words[language].holdReasons[reason] }))}
      choose={(reason) => hold({ type: 'hold', ticketId, reason, ...(back !== null && { returnInMinutes: back }) })}
      close={close}
    >
      <fieldset className="choice-further">
        <legend>{several.returnIn}</legend>
        <Segmented
          block
          value={back ?? 0}
          onChange={(value) => setBack(value === 0 ? null : value)}
          options={[{ value: 0, label: several.noReturn }, ...minutes.map((value) => ({ value, label: `${value}` }))]}
        />
      </fieldset>
    </ChoiceDialog>
  );
}
