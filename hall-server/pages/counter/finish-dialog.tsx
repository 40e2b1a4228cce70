import { Checkbox, DatePicker, Input } from 'antd';
import { useId, useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { EarlierVisit, type FindVisit } from '../../../shared/browser/staff/earlier-visit.tsx';
import { type CommandOf, type Outcome, outcomes } from '../../../shared/commands.ts';
import type { MaterialId } from '../../../shared/ids.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterTicket } from '../../../shared/views.ts';
import { GoOn, type Next } from './go-on.tsx';
import { usualNext } from './next-step.ts';

interface FinishDialogProps {
  readonly ticket: CounterTicket;
  readonly now: number;
  readonly finish: (command: CommandOf<'finish'>) => void;
  readonly join: (command: CommandOf<'joinCase'>) => void;
  readonly find?: FindVisit;
  readonly close: () => void;
}

/** How the visit, or one service of it, ended; the case's number and the day to come back; what comes after it. */
export function FinishDialog({ ticket, now, finish, join, find, close }: FinishDialogProps) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];
  const fieldId = useId();
  const [caseNo, setCaseNo] = useState('');
  const [collectOn, setCollectOn] = useState<string | null>(null);
  const [next, setNext] = useState<Next>(usualNext(ticket) ?? 'end');
  const [missing, setMissing] = useState<readonly MaterialId[] | null>(null);
  const finishAs = (outcome: Outcome, lacking: readonly MaterialId[]) =>
    finish({
      type: 'finish',
      ticketId: ticket.ticketId,
      outcome,
      ...(lacking.length > 0 && { missing: lacking }),
      externalCaseNo: caseNo === '' ? null : caseNo,
      collectOn,
      ...(ticket.further.length > 0 && { next }),
    });
  // All gaps are told at once, so they are asked for at once.
  if (missing !== null) {
    return (
      <ChoiceDialog
        title={texts.missingTitle}
        choices={[{ id: 'finish', label: texts.missingDone(missing.length), hint: texts.missingHint }]}
        choose={() => finishAs('incomplete', missing)}
        close={() => setMissing(null)}
      >
        <Checkbox.Group
          className="finish-missing"
          value={[...missing]}
          onChange={setMissing}
          options={ticket.materials.map(({ id, name }) => ({ value: id, label: say(name) }))}
        />
      </ChoiceDialog>
    );
  }
  return (
    <ChoiceDialog
      title={texts.finishTitle(ticket.number)}
      choices={outcomes.map((outcome) => ({ id: outcome, label: words[language].outcomes[outcome] }))}
      inPairs={ticket.further.length > 0}
      choose={(outcome) =>
        outcome === 'incomplete' && ticket.materials.length > 0 ? setMissing([]) : finishAs(outcome, [])
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
      {ticket.further.length > 0 && <GoOn ticket={ticket} next={next} choose={setNext} />}
      <EarlierVisit
        page="counter"
        joined={ticket.joined}
        join={(earlierTicketId) => join({ type: 'joinCase', ticketId: ticket.ticketId, earlierTicketId })}
        find={find}
      />
    </ChoiceDialog>
  );
}
