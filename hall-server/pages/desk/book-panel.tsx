import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { Asked } from '../../../shared/browser/ask.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import type { Commands } from '../../../shared/browser/staff/use-commands.ts';
import { useKeys } from '../../../shared/browser/staff/use-keys.ts';
import { usePressGuard } from '../../../shared/browser/staff/use-press-guard.ts';
import type { OfferedSlots } from '../../../shared/http.ts';
import type { BookedAppointment } from '../../../shared/protocol.ts';
import { appointmentTexts } from '../../../shared/texts/appointments.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import type { Chosen } from './desk.tsx';
import type { AppointmentQuestions } from './questions.ts';

interface BookPanelProps extends Chosen {
  readonly slots: AppointmentQuestions['slots'];
  readonly disabled: boolean;
  readonly send: Commands['send'];
  readonly booked: (appointment: BookedAppointment) => void;
  readonly back: () => void;
}

/** A day, a time with places left, Enter. */
export function BookPanel({ group, service, slots, disabled, send, booked, back }: BookPanelProps) {
  const { language, say } = useSpeech();
  const texts = appointmentTexts[language];
  const [offered, setOffered] = useState<Asked<OfferedSlots> | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [slot, setSlot] = useState<string | null>(null);
  const [wish, setWish] = useState(newCommandId);
  const [busy, setBusy] = useState(false);
  const guard = usePressGuard('book', true);
  const { serviceId } = service;

  const load = useCallback(async () => setOffered(await slots(serviceId)), [slots, serviceId]);
  useEffect(() => void load(), [load]);

  const all = offered?.ok ? offered.answer : [];
  const days = [...new Set(all.map(({ date }) => date))];
  const isFree = (one: OfferedSlots[number]) => one.left > 0 && !one.tooSoon;
  const shownDay = day ?? all.find(isFree)?.date ?? days[0] ?? null;
  const ofDay = all.filter(({ date }) => date === shownDay);
  const chosen = ofDay.find((one) => one.slot === slot && isFree(one)) ?? null;

  const book = async () => {
    if (chosen === null || disabled || busy) return;
    setBusy(true);
    const { date } = chosen;
    const answer = await send({ type: 'bookAppointment', serviceId, date, slot: chosen.slot }, wish);
    setBusy(false);
    if (answer === null || (!answer.ok && answer.code === 'unreachable')) return;
    setWish(newCommandId());
    if (answer.ok && answer.receipt.booked !== undefined) return booked(answer.receipt.booked);
    // Somebody else took the last place: show what is left.
    setSlot(null);
    await load();
  };
  const press = () => guard(() => void book());
  useKeys({ enter: press, escape: back });

  return (
    <section className="desk-side book-panel" aria-labelledby="book-title">
      <p>{say(group.name)}</p>
      <h2 id="book-title">{say(service.name)}</h2>
      {offered !== null && !offered.ok && (
        <p role="alert">
          {texts.slotsFailed} <Button onClick={() => void load()}>{texts.tryAgain}</Button>
        </p>
      )}
      {offered?.ok && days.length === 0 && <p role="status">{texts.noSlots}</p>}
      {days.length > 0 && (
        <div className="book-choices">
          <fieldset>
            <legend>{texts.chooseDay}</legend>
            <div className="book-days">
              {days.map((date) => (
                <label key={date} className="radio-card">
                  <input
                    type="radio"
                    name="day"
                    checked={date === shownDay}
                    onChange={() => {
                      setDay(date);
                      setSlot(null);
                      setWish(newCommandId());
                    }}
                  />
                  {texts.day(date)}
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend>{texts.chooseSlot}</legend>
            {ofDay.some(isFree) || <p>{texts.noSlotsThatDay}</p>}
            <div className="book-slots">
              {ofDay.map((one) => (
                <label key={one.slot} className="radio-card" data-free={isFree(one)}>
                  <input
                    type="radio"
                    name="slot"
                    disabled={!isFree(one)}
                    checked={one === chosen}
                    onChange={() => {
                      setSlot(one.slot);
                      setWish(newCommandId());
                    }}
                  />
                  <b>{one.slot}</b>
                  <small>{one.tooSoon ? texts.tooSoon : texts.left(one.left)}</small>
                </label>
              ))}
            </div>
          </fieldset>
        </div>
      )}
      <p className="book-note">{texts.nothingAsked}</p>
      <div className="desk-next">
        <Button size="large" onClick={back}>
          {deskTexts[language].back}
          <KeyCap>Esc</KeyCap>
        </Button>
        <Button type="primary" className="desk-main" disabled={disabled || chosen === null} onClick={press}>
          {busy
            ? texts.booking
            : chosen === null
              ? texts.chooseFirst
              : texts.bookAt(texts.day(chosen.date), chosen.slot)}
          <KeyCap>Enter</KeyCap>
        </Button>
      </div>
    </section>
  );
}
