import { parseAppointmentCode } from '../../../shared/appointment-code.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import { Keypad, Typed } from '../keypad.tsx';
import { Question } from '../kiosk-frame.tsx';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';
import type { Visit } from './use-visit.ts';

const codeLength = 8;

/** Whoever has booked enters the eight digits, or has them scanned, and gets a live number: never a second queue. */
export function CheckIn({ typed, visit }: { typed: string; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const busy = visit.sending !== null;
  const code = parseAppointmentCode(typed);
  const type = (next: string) => visit.replace({ at: 'checkIn', typed: next });
  return (
    <>
      <Question hint={<Typed typed={typed} example="00000000" />}>
        {busy ? texts.taking : texts.askAppointment}
      </Question>
      <Keypad
        typed={typed}
        digitsFit={!busy && typed.length < codeLength}
        onType={type}
        next={
          <Tap
            className="primary"
            disabled={busy || code === null}
            onTap={() => code !== null && visit.ask({ for: 'checkIn', code })}
          >
            {texts.checkIn}
          </Tap>
        }
        letters={
          <p className="letters">
            <Words>{texts.appointmentWhere}</Words>
          </p>
        }
      />
    </>
  );
}
