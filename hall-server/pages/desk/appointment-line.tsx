import { Button } from 'antd';
import { Ban, LogIn } from 'lucide-react';
import { useState } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { appointmentCancelReasons, type Command } from '../../../shared/commands.ts';
import { appointmentTexts } from '../../../shared/texts/appointments.ts';
import type { AppointmentRow, DeskView } from '../../../shared/views.ts';

interface AppointmentLineProps {
  readonly appointment: AppointmentRow;
  readonly hall: DeskView['hall'];
  readonly open: boolean;
  readonly toggle: () => void;
  readonly disabled: boolean;
  readonly send: (command: Command) => void;
  readonly checkIn: (appointment: AppointmentRow) => void;
}

/** One booking: its slot, and, opened, what the front desk can do about it. */
export function AppointmentLine({ appointment, hall, open, toggle, disabled, send, checkIn }: AppointmentLineProps) {
  const { language, say } = useSpeech();
  const texts = appointmentTexts[language];
  const { status, slot, date, number } = appointment;
  return (
    <li className="ticket-line appointment-line" data-status={status}>
      <button type="button" aria-expanded={open} onClick={toggle}>
        <b>{slot}</b>
        <span>{say(appointment.serviceName)}</span>
        <span className="ticket-line-state">
          <strong>{texts.statuses[status]}</strong>
          <small>{number === null ? texts.day(date) : texts.number(number)}</small>
        </span>
      </button>
      {open && <Actions {...{ appointment, hall, disabled, send, checkIn }} />}
    </li>
  );
}

function Actions({
  appointment,
  hall,
  disabled,
  send,
  checkIn,
}: Pick<AppointmentLineProps, 'appointment' | 'hall' | 'disabled' | 'send' | 'checkIn'>) {
  const { language } = useSpeech();
  const texts = appointmentTexts[language];
  const [cancelling, setCancelling] = useState(false);
  const { appointmentId, slot, status, canCheckIn, canCancel, lapsed } = appointment;
  if (status !== 'open') return <p className="ticket-line-actions">{texts.ended}</p>;
  return (
    <div className="ticket-line-actions">
      {canCheckIn ? (
        <Button
          type="primary"
          icon={<LogIn size={18} aria-hidden />}
          disabled={disabled}
          onClick={() => checkIn(appointment)}
        >
          {lapsed ? texts.checkInLate : texts.checkIn}
        </Button>
      ) : (
        <span>
          {texts.checkInFrom(`${texts.day(appointment.date)} ${clockTime(appointment.checkInFrom, hall.timeZone)}`)}
        </span>
      )}
      {canCancel && (
        <Button icon={<Ban size={18} aria-hidden />} disabled={disabled} onClick={() => setCancelling(true)}>
          {texts.cancel}
        </Button>
      )}
      {cancelling && (
        <ChoiceDialog
          title={texts.cancelTitle(slot)}
          choices={appointmentCancelReasons.map((reason) => ({ id: reason, label: texts.cancelReasons[reason] }))}
          choose={(reason) => {
            setCancelling(false);
            send({ type: 'cancelAppointment', appointmentId, reason });
          }}
          close={() => setCancelling(false)}
        />
      )}
    </div>
  );
}
