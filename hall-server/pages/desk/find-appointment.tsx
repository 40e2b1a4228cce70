import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { showAppointmentCode } from '../../../shared/appointment-code.ts';
import type { Asked } from '../../../shared/browser/ask.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { FoundAppointment } from '../../../shared/http.ts';
import type { AppointmentId } from '../../../shared/ids.ts';
import { appointmentTexts } from '../../../shared/texts/appointments.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { AppointmentRow, DeskView } from '../../../shared/views.ts';
import { AppointmentLine } from './appointment-line.tsx';
import type { AppointmentQuestions } from './questions.ts';

interface Shared {
  readonly view: DeskView;
  readonly disabled: boolean;
  readonly send: (command: Command) => void;
  readonly checkIn: (appointment: AppointmentRow) => void;
}

/** The booking of a whole code, asked for at once. */
export function FindAppointment({
  code,
  byCode,
  view,
  ...rest
}: Shared & { code: string; byCode: AppointmentQuestions['byCode'] }) {
  const { language } = useSpeech();
  const texts = appointmentTexts[language];
  const [asked, setAsked] = useState<Asked<FoundAppointment> | null>(null);
  // Asked again when the hall has changed: the booking may just have been cancelled here.
  const today = view.appointments;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `today` says when to ask again
  useEffect(() => {
    let wanted = true;
    byCode(code).then((answer) => {
      if (wanted) setAsked(answer);
    });
    return () => {
      wanted = false;
    };
  }, [byCode, code, today.length]);
  if (asked === null) return null;
  if (!asked.ok) return <p role="alert">{rejectionTexts[language][asked.code]({})}</p>;
  const { appointment } = asked.answer;
  if (appointment === null) return <p role="status">{texts.noSuchCode(showAppointmentCode(code))}</p>;
  return (
    <ul className="find-list">
      <AppointmentLine appointment={appointment} hall={view.hall} open toggle={() => {}} {...rest} />
    </ul>
  );
}

/** Who is still expected today, for visitors who have lost their code. */
export function AppointmentsToday({ view, ...rest }: Shared) {
  const { language } = useSpeech();
  const texts = appointmentTexts[language];
  const [shown, setShown] = useState(false);
  const [open, setOpen] = useState<AppointmentId | null>(null);
  return (
    <div className="find-appointments">
      <Button size="large" block aria-expanded={shown} onClick={() => setShown(!shown)}>
        {texts.today(view.appointments.length)}
      </Button>
      {shown && (
        <ul className="find-list">
          {view.appointments.map((appointment) => (
            <AppointmentLine
              key={appointment.appointmentId}
              appointment={appointment}
              hall={view.hall}
              open={appointment.appointmentId === open}
              toggle={() => setOpen(appointment.appointmentId === open ? null : appointment.appointmentId)}
              {...rest}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
