import { Button } from 'antd';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import type { Commands } from '../../../shared/browser/staff/use-commands.ts';
import { useKeys } from '../../../shared/browser/staff/use-keys.ts';
import { usePressGuard } from '../../../shared/browser/staff/use-press-guard.ts';
import type { PriorityClassId } from '../../../shared/ids.ts';
import { type Language, languageNames, languages, languageTags } from '../../../shared/languages.ts';
import type { IssuedTicket } from '../../../shared/protocol.ts';
import { appointmentTexts } from '../../../shared/texts/appointments.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import type { DeskView } from '../../../shared/views.ts';
import type { Chosen } from './desk.tsx';

interface IssuePanelProps extends Chosen {
  readonly priorityClasses: DeskView['priorityClasses'];
  readonly disabled: boolean;
  readonly send: Commands['send'];
  readonly issued: (number: string, issued: IssuedTicket) => void;
  readonly book: () => void;
  readonly back: () => void;
}

/** The second action: Enter takes the number. Language and priority are there for whoever needs them. */
export function IssuePanel({ group, service, priorityClasses, disabled, send, issued, book, back }: IssuePanelProps) {
  const speech = useSpeech();
  const { say } = speech;
  const texts = deskTexts[speech.language];
  const [language, setLanguage] = useState<Language>(speech.language);
  const [priorityClassId, setPriorityClassId] = useState<PriorityClassId | null>(null);
  // One wish, one id: asked again after a broken link, the hall answers with the same number. Another wish, another id.
  const [wish, setWish] = useState(newCommandId);
  const [busy, setBusy] = useState(false);
  const guard = usePressGuard('issue', true);
  const priority = priorityClasses.find((one) => one.id === priorityClassId) ?? null;

  const issue = async () => {
    if (disabled || busy) return;
    setBusy(true);
    const answer = await send({ type: 'issueTicket', serviceId: service.serviceId, language, priorityClassId }, wish);
    setBusy(false);
    if (answer === null || (!answer.ok && answer.code === 'unreachable')) return;
    setWish(newCommandId());
    if (!answer.ok) return;
    const { ticket, issued: shown } = answer.receipt;
    if (ticket !== undefined && shown !== undefined) issued(ticket.number, shown);
  };
  const press = () => guard(() => void issue());
  useKeys({ enter: press, escape: back });

  return (
    <section className="desk-side issue-panel" aria-labelledby="issue-title">
      <p>{say(group.name)}</p>
      <h2 id="issue-title">{say(service.name)}</h2>
      <dl>
        <div>
          <dt>{texts.waitingLabel}</dt>
          <dd>{commonTexts[speech.language].people(service.waiting)}</dd>
        </div>
        <div>
          <dt>{texts.waitLabel}</dt>
          <dd>{texts.wait(service.wait)}</dd>
        </div>
        <div>
          <dt>{texts.whereLabel}</dt>
          <dd>
            {say(group.zoneName)}
            {service.counterLabels.length > 0 && <div>{texts.counters(service.counterLabels)}</div>}
          </dd>
        </div>
      </dl>
      <fieldset>
        <legend>{texts.visitorLanguage}</legend>
        <div className="issue-languages">
          {languages.map((one) => (
            <label key={one} className="radio-card" lang={languageTags[one]}>
              <input
                type="radio"
                name="language"
                checked={one === language}
                onChange={() => {
                  setLanguage(one);
                  setWish(newCommandId());
                }}
              />
              {languageNames[one]}
            </label>
          ))}
        </div>
      </fieldset>
      {priorityClasses.length > 0 && (
        <fieldset>
          <legend>{texts.priorityClass}</legend>
          <div className="issue-priorities">
            {[null, ...priorityClasses].map((one) => (
              <label key={one?.id ?? ''} className="radio-card">
                <input
                  type="radio"
                  name="priority"
                  checked={one?.id === priority?.id}
                  onChange={() => {
                    setPriorityClassId(one?.id ?? null);
                    setWish(newCommandId());
                  }}
                />
                {one === null ? texts.ordinary : say(one.name)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {service.bookable && (
        <Button className="issue-book" size="large" icon={<CalendarClock size={20} aria-hidden />} onClick={book}>
          {appointmentTexts[speech.language].bookInstead}
        </Button>
      )}
      <p className="issue-evidence" role="status">
        {priority !== null && texts.lookAt(say(priority.evidence))}
      </p>
      <div className="desk-next">
        <Button size="large" onClick={back}>
          {texts.back}
          <KeyCap>Esc</KeyCap>
        </Button>
        <Button type="primary" className="desk-main" disabled={disabled} autoFocus onClick={press}>
          {busy ? texts.issuing : texts.issue}
          <KeyCap>Enter</KeyCap>
        </Button>
      </div>
    </section>
  );
}
