import { DatePicker, Input } from 'antd';
import { useId, useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { type CommandOf, outcomes } from '../../../shared/commands.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterTicket } from '../../../shared/views.ts';

interface FinishDialogProps {
  readonly ticket: CounterTicket;
  readonly now: number;
  readonly finish: (command: CommandOf<'finish'>) => void;
  readonly close: () => void;
}

/** How the visit ended; the case's number and the day to come back, if they are known. */
export function FinishDialog({ ticket, now, finish, close }: FinishDialogProps) {
  const { language } = useSpeech();
  const texts = counterTexts[language];
  const fieldId = useId();
  const [caseNo, setCaseNo] = useState('');
  const [collectOn, setCollectOn] = useState<string | null>(null);
  return (
    <ChoiceDialog
      title={texts.finishTitle(ticket.number)}
      choices={outcomes.map((outcome) => ({ id: outcome, label: words[language].outcomes[outcome] }))}
      choose={(outcome) =>
        finish({
          type: 'finish',
          ticketId: ticket.ticketId,
          outcome,
          externalCaseNo: caseNo === '' ? null : caseNo,
          collectOn,
        })
      }
      close={close}
    >
      <div className="finish-facts">
        <label htmlFor={`${fieldId}-case`}>
          {texts.caseNo}
          <Input
            id={`${fieldId}-case`}
            value={caseNo}
            maxLength={40}
            onChange={(event) => setCaseNo(event.target.value.normalize('NFKC').replaceAll(/[^A-Za-z0-9-]/g, ''))}
          />
        </label>
        <label htmlFor={`${fieldId}-day`}>
          {texts.collectOn}
          <DatePicker
            id={`${fieldId}-day`}
            placeholder=""
            disabledDate={(day) => day.endOf('day').valueOf() < now}
            onChange={(_day, written) => setCollectOn(typeof written === 'string' && written !== '' ? written : null)}
          />
        </label>
      </div>
    </ChoiceDialog>
  );
}
