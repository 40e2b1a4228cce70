import './emergency.css';
import { Alert, App, Button, Checkbox, Radio } from 'antd';
import { Megaphone, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import type { Answer } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { DeviceRow } from '../../../shared/http.ts';
import type { DeviceId } from '../../../shared/ids.ts';
import { languages, languageTags } from '../../../shared/languages.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { adminScreensTexts } from '../../../shared/texts/admin-screens.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { AdminView } from '../../../shared/views.ts';
import { EntrySection, type SaveEntry } from './entry-section.tsx';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';

interface EmergencySectionProps {
  readonly view: AdminView;
  readonly questions: Questions;
  readonly send: (command: Command) => Promise<Answer>;
  readonly save: SaveEntry;
  readonly mayEdit: boolean;
}

type Message = AdminView['setup']['emergencyMessages'][number];

const everyMs = 30_000;

/** What covers the screens now, one press to show or lift it, and the messages prepared for it. */
export function EmergencySection({ view, questions, send, save, mayEdit }: EmergencySectionProps) {
  const { language } = useSpeech();
  const texts = adminScreensTexts[language];
  const [refusal, setRefusal] = useState<string | null>(null);
  const ask = async (command: Command) => {
    const answer = await send(command);
    setRefusal(answer.ok ? null : rejectionTexts[language][answer.code](answer.facts ?? {}));
  };
  return (
    <section>
      <div className="admin-title">
        <div>
          <h2>{texts.emergency}</h2>
          <p>{texts.emergencyHelp}</p>
        </div>
      </div>
      {refusal !== null && <Alert type="error" title={refusal} role="alert" showIcon />}
      <ShownNow view={view} lift={() => ask({ type: 'liftEmergency' })} />
      <ShowOne view={view} questions={questions} show={ask} />
      <EntrySection kind="emergencyMessage" title={texts.messages} {...{ setup: view.setup, save, mayEdit }} />
    </section>
  );
}

function ShownNow({ view, lift }: { view: AdminView; lift: () => Promise<void> }) {
  const { language, say } = useSpeech();
  const texts = adminScreensTexts[language];
  const { modal } = App.useApp();
  const { emergency, setup } = view;
  const message = setup.emergencyMessages.find((one) => one.id === emergency?.messageId);
  if (emergency === null || message === undefined) return <p className="admin-soft">{texts.nothingShown}</p>;
  const ask = () =>
    modal.confirm({
      title: texts.liftQuestion,
      content: texts.liftWarning,
      okText: texts.lift,
      cancelText: adminTexts[language].cancel,
      onOk: lift,
    });
  return (
    <div className="admin-emergency" role="status">
      <TriangleAlert size={32} aria-hidden />
      <div>
        <strong>{say(message.text)}</strong>
        <span>
          {texts.nowShown} · {texts.shownSince(clockTime(emergency.since, setup.hall.timeZone))} ·{' '}
          {emergency.devices === null ? texts.everywhere : texts.onDevices(emergency.devices.length)}
        </span>
      </div>
      <Button onClick={ask}>{texts.lift}</Button>
    </div>
  );
}

/** Which message, where, and a last question before it covers the hall. */
function ShowOne(props: { view: AdminView; questions: Questions; show: (command: Command) => Promise<void> }) {
  const { view, questions, show } = props;
  const { language, say } = useSpeech();
  const texts = adminScreensTexts[language];
  const { modal } = App.useApp();
  const reading = useReading(questions.devices, everyMs);
  const messages = view.setup.emergencyMessages.filter((one) => one.active);
  const [chosen, setChosen] = useState<Message['id'] | null>(null);
  const [where, setWhere] = useState<'all' | 'chosen'>('all');
  const [devices, setDevices] = useState<readonly DeviceId[]>([]);
  const message = messages.find((one) => one.id === chosen) ?? messages[0];
  if (message === undefined) return null;
  const isAnywhere = where === 'all' || devices.length > 0;
  const ask = () =>
    modal.confirm({
      title: texts.showQuestion,
      content: (
        <>
          <p className="admin-emergency-words">
            {languages.map((one) => (
              <span key={one} lang={languageTags[one]}>
                {message.text[one]}
              </span>
            ))}
          </p>
          <p>{where === 'all' ? texts.everywhere : texts.onDevices(devices.length)}</p>
        </>
      ),
      okText: texts.show,
      okButtonProps: { danger: true },
      cancelText: adminTexts[language].cancel,
      onOk: () =>
        show({ type: 'showEmergency', messageId: message.id, devices: where === 'all' ? null : [...devices] }),
    });
  return (
    <div className="admin-show">
      <fieldset>
        <legend>{texts.which}</legend>
        <Radio.Group
          className="admin-choices"
          name="emergency-message"
          value={message.id}
          onChange={({ target }) => setChosen(messages.find((one) => one.id === target.value)?.id ?? null)}
          options={messages.map((one) => ({ value: one.id, label: say(one.text) }))}
        />
      </fieldset>
      <fieldset>
        <legend>{texts.where}</legend>
        <Radio.Group
          className="admin-choices"
          name="emergency-where"
          value={where}
          onChange={({ target }) => setWhere(target.value === 'all' ? 'all' : 'chosen')}
          options={[
            { value: 'all', label: texts.all },
            { value: 'chosen', label: texts.chosen },
          ]}
        />
        {where === 'chosen' && (
          <>
            <ReadState reading={reading} />
            <Checkbox.Group
              className="admin-device-choices"
              value={[...devices]}
              onChange={setDevices}
              options={(reading.answer?.devices ?? []).map((row: DeviceRow) => ({
                value: row.deviceId,
                label: row.name,
              }))}
            />
            {!isAnywhere && <p className="admin-soft">{texts.chooseDevice}</p>}
          </>
        )}
      </fieldset>
      <Button
        danger
        type="primary"
        size="large"
        icon={<Megaphone size={20} aria-hidden />}
        disabled={!isAnywhere}
        onClick={ask}
      >
        {view.emergency === null ? texts.show : texts.replace}
      </Button>
    </div>
  );
}
