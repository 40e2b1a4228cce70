import { useTexts } from '../../../shared/browser/language.tsx';
import type { TicketId } from '../../../shared/ids.ts';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import type { MissedRule, TicketKioskView } from '../../../shared/views.ts';
import { Notice, Question } from '../kiosk-frame.tsx';
import { Tap } from '../tap.tsx';
import { MoreCard, useChoicesAtOnce } from './choices.tsx';
import { pageOf } from './steps.ts';
import type { Visit } from './use-visit.ts';

/** The missed numbers that may still be put back, in the order in which one looks for one's own. */
export function ChooseMissed({ view, page, visit }: { view: TicketKioskView; page: number; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const atOnce = useChoicesAtOnce();
  if (view.missed.length === 0) {
    const takeNew = (
      <Tap className="primary" onTap={visit.startAgain}>
        {texts.takeNew}
      </Tap>
    );
    return <Notice title={texts.noMissed} lines={[texts.notListed]} action={takeNew} />;
  }
  const { shown, more } = pageOf(
    view.missed.toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true })),
    page,
    atOnce,
  );
  return (
    <>
      <Question hint={texts.notListed}>{texts.chooseMissed}</Question>
      <div className="cards">
        {shown.map(({ ticketId, number }) => (
          <Tap key={ticketId} className="card number" onTap={() => visit.go({ at: 'isThisYours', ticketId, number })}>
            {number}
          </Tap>
        ))}
        {more && <MoreCard words={texts.moreMissed} onTap={() => visit.go({ at: 'missed', page: page + 1 })} />}
      </div>
    </>
  );
}

interface IsThisYoursProps {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly rule: MissedRule;
  readonly visit: Visit;
}

/** Asked once more: a number is put back only so often, and a slip of the finger would use up a stranger's turn. */
export function IsThisYours({ ticketId, number, rule, visit }: IsThisYoursProps) {
  const texts = useTexts(kioskTexts);
  const sending = visit.sending !== null;
  const putBack = (
    <Tap className="primary" disabled={sending} onTap={() => visit.ask({ for: 'place', ticketId, number })}>
      {texts.putBackYes}
    </Tap>
  );
  return (
    <Notice
      title={sending ? texts.puttingBack : texts.isThisYours(number)}
      lines={[texts.putBackWords(rule.putBackPlaces)]}
      action={putBack}
    />
  );
}
