import { Button } from 'antd';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { showAppointmentCode } from '../../../shared/appointment-code.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { QrCode } from '../../../shared/browser/qr-code.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import { useKeys } from '../../../shared/browser/staff/use-keys.ts';
import { usePressGuard } from '../../../shared/browser/staff/use-press-guard.ts';
import type { BookedAppointment } from '../../../shared/protocol.ts';
import { appointmentTexts } from '../../../shared/texts/appointments.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import type { DeskView } from '../../../shared/views.ts';
import type { Chosen } from './desk.tsx';

interface BookedPanelProps {
  readonly chosen: Chosen | null;
  readonly booked: BookedAppointment;
  readonly rule: DeskView['checkInRule'];
  readonly done: () => void;
}

/** The code, large enough to turn the screen and show it: it is seen only now. */
export function BookedPanel({ chosen, booked, rule, done }: BookedPanelProps) {
  const { language, say } = useSpeech();
  const texts = appointmentTexts[language];
  const [copied, setCopied] = useState(false);
  const guard = usePressGuard('booked', true);
  const press = () => guard(done);
  useKeys({ enter: press, escape: press });
  // On plain http a browser lends no clipboard; the code can still be marked by hand.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  return (
    <section className="desk-side booked-panel" aria-labelledby="booked-title">
      <h2 id="booked-title">
        {texts.booked} · {texts.day(booked.date)} {booked.slot}
      </h2>
      <p>{texts.codeLabel}</p>
      <p className="booked-code" role="status">
        {showAppointmentCode(booked.code)}
      </p>
      {chosen !== null && <p className="issued-service">{say(chosen.service.name)}</p>}
      <p>{texts.comeBetween(rule.beforeMinutes, rule.afterMinutes)}</p>
      <div className="issued-phone">
        <QrCode className="issued-qr" text={booked.code} label={texts.photograph} />
        <div>
          <p>{texts.photograph}</p>
          <p>{texts.keepCode}</p>
          {clipboard !== undefined && (
            <Button
              icon={<Copy size={18} aria-hidden />}
              onClick={() => {
                clipboard.writeText(booked.code).then(
                  () => setCopied(true),
                  () => setCopied(false),
                );
              }}
            >
              {copied ? texts.copied : texts.copy}
            </Button>
          )}
        </div>
      </div>
      <div className="desk-next">
        <Button type="primary" className="desk-main" autoFocus onClick={press}>
          {deskTexts[language].done}
          <KeyCap>Enter</KeyCap>
        </Button>
      </div>
    </section>
  );
}
