import { Button } from 'antd';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { QrCode } from '../../../shared/browser/qr-code.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import { useKeys } from '../../../shared/browser/staff/use-keys.ts';
import { usePressGuard } from '../../../shared/browser/staff/use-press-guard.ts';
import type { Command } from '../../../shared/commands.ts';
import type { IssuedTicket } from '../../../shared/protocol.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import { errandTexts } from '../../../shared/texts/errand.ts';
import { printingTexts } from '../../../shared/texts/printing.ts';
import type { HallFacts, TicketRow } from '../../../shared/views.ts';
import type { Chosen } from './desk.tsx';
import { EarlierDialog } from './earlier-dialog.tsx';
import { slipWords } from './slip-words.ts';

interface IssuedPanelProps {
  readonly hall: HallFacts;
  /** Null: the service was retired a moment ago; the number stands all the same. */
  readonly chosen: Chosen | null;
  readonly number: string;
  readonly issued: IssuedTicket;
  /** The number among those in hand; null until the hall has shown it. */
  readonly row: TicketRow | null;
  readonly disabled: boolean;
  readonly send: (command: Command) => void;
  readonly done: () => void;
}

/** The number, large enough to turn the screen and show it; where to go; the way to follow it by phone. */
export function IssuedPanel({ hall, chosen, number, issued, row, disabled, send, done }: IssuedPanelProps) {
  const { language, say } = useSpeech();
  const texts = deskTexts[language];
  const [asksEarlier, setAsksEarlier] = useState(false);
  const slip = row?.slip ?? null;
  // The press that took the number must not also put it away unseen.
  const guard = usePressGuard('issued', true);
  const press = () => guard(done);
  useKeys({ enter: press, escape: press }, !asksEarlier);
  return (
    <section className="desk-side issued-panel" aria-labelledby="issued-title">
      <h2 id="issued-title">{texts.issued}</h2>
      <p className="issued-number" data-long={number.length > 4} role="status">
        {number}
      </p>
      {chosen !== null && <p className="issued-service">{say(chosen.service.name)}</p>}
      <dl>
        <div>
          <dt>{texts.waitingLabel}</dt>
          <dd>{texts.ahead(issued.ahead)}</dd>
        </div>
        <div>
          <dt>{texts.waitLabel}</dt>
          <dd>{texts.wait(issued.wait)}</dd>
        </div>
        {chosen !== null && (
          <div>
            <dt>{texts.whereLabel}</dt>
            <dd>
              {say(chosen.group.zoneName)}
              {chosen.service.counterLabels.length > 0 && <div>{texts.counters(chosen.service.counterLabels)}</div>}
            </dd>
          </div>
        )}
      </dl>
      <div className="issued-phone">
        <QrCode
          className="issued-qr"
          text={`${hall.phoneOrigin ?? location.origin}/t/#${issued.link}`}
          label={texts.qr}
        />
        <div>
          <p>{texts.qr}</p>
          <p>
            {texts.code} <b>{issued.code}</b>
          </p>
          {slip !== null && (
            <p className="issued-slip" data-state={slip.state} role="status">
              {slipWords(slip, printingTexts[language])}
            </p>
          )}
          <p>{texts.takenAt(clockTime(issued.issuedAt, hall.timeZone))}</p>
        </div>
      </div>
      <div className="desk-next">
        {row !== null && (
          <Button
            size="large"
            icon={<Link2 size={20} aria-hidden />}
            disabled={disabled}
            onClick={() => setAsksEarlier(true)}
          >
            {errandTexts[language].cameBefore}
          </Button>
        )}
        <Button type="primary" className="desk-main" autoFocus onClick={press}>
          {texts.done}
          <KeyCap>Enter</KeyCap>
        </Button>
      </div>
      {asksEarlier && row !== null && <EarlierDialog ticket={row} send={send} close={() => setAsksEarlier(false)} />}
    </section>
  );
}
