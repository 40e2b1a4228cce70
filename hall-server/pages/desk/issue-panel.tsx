import { Button } from 'antd';
import { CalendarClock, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import { ServicesDialog } from '../../../shared/browser/staff/services-dialog.tsx';
import type { Commands } from '../../../shared/browser/staff/use-commands.ts';
import { useKeys } from '../../../shared/browser/staff/use-keys.ts';
import { usePressGuard } from '../../../shared/browser/staff/use-press-guard.ts';
import type { PriorityClassId, ServiceId } from '../../../shared/ids.ts';
import { type Language, languageNames, languages, languageTags } from '../../../shared/languages.ts';
import type { IssuedTicket } from '../../../shared/protocol.ts';
import { appointmentTexts } from '../../../shared/texts/appointments.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import type { DeskView, NamedService } from '../../../shared/views.ts';
import type { Chosen } from './desk.tsx';

interface IssuePanelProps extends Chosen {
  readonly priorityClasses: DeskView['priorityClasses'];
  readonly services: readonly NamedService[];
  readonly disabled: boolean;
  readonly send: Commands['send'];
  readonly issued: (number: string, issued: IssuedTicket) => void;
  readonly book: () => void;
  readonly back: () => void;
}

/** The second action: Enter takes the number. Language and priority are there for whoever needs them. */
export function IssuePanel(props: IssuePanelProps) {
  const { group, service, services, priorityClasses, disabled, send, issued, book, back } = props;
  const speech = useSpeech();
  const { say } = speech;
  const texts = deskTexts[speech.language];
  const [language, setLanguage] = useState<Language>(speech.language);
  const [further, setFurther] = useState<readonly ServiceId[]>([]);
  const [priorityClassId, setPriorityClassId] = useState<PriorityClassId | null>(null);
  // One wish, one id: asked again after a broken link, the hall answers with the same number. Another wish, another id.
  const [wish, setWish] = useState(newCommandId);
  const [busy, setBusy] = useState(false);
  const [asksMore, setAsksMore] = useState(false);
  const several = severalServicesTexts[speech.language];
  const also = further.flatMap((id) => services.filter(({ serviceId }) => serviceId === id));
  const wishFor = (more: readonly ServiceId[]) => {
    setFurther(more);
    setWish(newCommandId());
  };
  const guard = usePressGuard('issue', true);
  const priority = priorityClasses.find((one) => one.id === priorityClassId) ?? null;

  const issue = async () => {
    if (disabled || busy) return;
    setBusy(true);
    const { serviceId } = service;
    const more = further.length > 0 ? { further } : {};
    const answer = await send({ type: 'issueTicket', serviceId, language, priorityClassId, ...more }, wish);
    setBusy(false);
    if (answer === null || (!answer.ok && answer.code === 'unreachable')) return;
    setWish(newCommandId());
    if (!answer.ok) return;
    const { ticket, issued: shown } = answer.receipt;
    if (ticket !== undefined && shown !== undefined) issued(ticket.number, shown);
  };
  const press = () => guard(() => void issue());
  useKeys({ enter: press, escape: back }, !asksMore);

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
      <div className="issue-more">
        <Button size="large" icon={<ListPlus size={20} aria-hidden />} onClick={() => setAsksMore(true)}>
          {also.length === 0 ? several.add : several.also(also.map(({ name }) => say(name)))}
        </Button>
        {service.bookable && (
          <Button className="issue-book" size="large" icon={<CalendarClock size={20} aria-hidden />} onClick={book}>
            {appointmentTexts[speech.language].bookInstead}
          </Button>
        )}
      </div>
      {asksMore && (
        <ServicesDialog
          number={null}
          present={service}
          further={also}
          services={services}
          disabled={disabled}
          add={(serviceId) => wishFor([...further, serviceId])}
          drop={(serviceId) => wishFor(further.filter((one) => one !== serviceId))}
          close={() => setAsksMore(false)}
        />
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
