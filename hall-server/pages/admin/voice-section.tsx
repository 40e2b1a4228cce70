import { Alert, App, Button, Input } from 'antd';
import { AudioLines, Undo2, Upload, Volume2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { type VoiceLanguage, voiceLanguages } from '../../../shared/languages.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { adminVoiceTexts } from '../../../shared/texts/admin-voice.ts';
import type { RecordingsList } from '../../../shared/voice.ts';
import type { Fault } from '../../../signage-display/voice-packs/pack-contract.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { playSample, readRecordings, scriptOf } from './recordings.ts';
import { SectionTitle } from './section-title.tsx';

const everyMs = 60_000;
const mostFaultsShown = 12;

/** Whose voice says the calls: the placeholders, or recordings that the hall brings. */
export function VoiceSection({ questions, mayEdit }: { questions: Questions; mayEdit: boolean }) {
  const { language } = useSpeech();
  const reading = useReading(questions.recordings, everyMs);
  const voice = adminVoiceTexts[language];
  return (
    <section>
      <SectionTitle title={adminTexts[language].sections.voice} help={voice.help} mayEdit={mayEdit} />
      <ReadState reading={reading} />
      {reading.answer !== null &&
        voiceLanguages.map((one) => (
          <OneVoice
            key={one}
            language={one}
            recording={reading.answer?.recordings.find((found) => found.language === one) ?? null}
            {...{ questions, mayEdit }}
            changed={reading.again}
          />
        ))}
    </section>
  );
}

type Outcome = { readonly faults: readonly Fault[] } | 'checking' | 'done' | 'refused' | 'unheard' | null;

function OneVoice(props: {
  language: VoiceLanguage;
  recording: RecordingsList['recordings'][number] | null;
  questions: Questions;
  mayEdit: boolean;
  changed: () => void;
}) {
  const { language, recording, questions, mayEdit, changed } = props;
  const texts = useTexts(adminVoiceTexts);
  const common = useTexts(adminTexts);
  const { modal } = App.useApp();
  const picker = useRef<HTMLInputElement>(null);
  const [speaker, setSpeaker] = useState('');
  const [outcome, setOutcome] = useState<Outcome>(null);
  const script = scriptOf(language);

  const upload = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setOutcome('checking');
    const read = await readRecordings(language, speaker.trim(), files);
    if (read.faults.length > 0) return setOutcome({ faults: read.faults });
    const answer = await questions.saveRecordings(language, read.upload);
    setOutcome(answer.ok ? 'done' : 'refused');
    changed();
  };
  const remove = () =>
    modal.confirm({
      title: texts.removeQuestion,
      okText: texts.remove,
      cancelText: common.cancel,
      onOk: async () => {
        const answer = await questions.removeRecordings(language);
        setOutcome(answer.ok ? null : 'refused');
        changed();
      },
    });
  const listen = () => recording !== null && playSample(recording).catch(() => setOutcome('unheard'));

  return (
    <section className="admin-voice">
      <h3>
        <AudioLines size={20} aria-hidden /> {texts.languages[language]}
      </h3>
      <p>{recording === null ? texts.placeholder : texts.recorded(String(recording.pack.voice))}</p>
      <details>
        <summary>{texts.script(script.length)}</summary>
        <p>{texts.scriptHelp}</p>
        <ul className="admin-voice-script">
          {script.map(([clip, words]) => (
            <li key={clip}>
              <code>{clip}</code> {words}
            </li>
          ))}
        </ul>
      </details>
      <div className="admin-voice-actions">
        {mayEdit && (
          <>
            <Input
              aria-label={texts.speaker}
              placeholder={texts.speaker}
              value={speaker}
              maxLength={200}
              onChange={(event) => setSpeaker(event.target.value)}
            />
            <input
              ref={picker}
              type="file"
              multiple
              accept=".opus,.ogg,.wav"
              hidden
              onChange={(event) => {
                void upload([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
            <Button
              icon={<Upload size={18} aria-hidden />}
              disabled={speaker.trim() === ''}
              loading={outcome === 'checking'}
              onClick={() => picker.current?.click()}
            >
              {texts.choose}
            </Button>
          </>
        )}
        {recording !== null && (
          <Button icon={<Volume2 size={18} aria-hidden />} onClick={() => void listen()}>
            {texts.sample}
          </Button>
        )}
        {recording !== null && mayEdit && (
          <Button icon={<Undo2 size={18} aria-hidden />} onClick={remove}>
            {texts.remove}
          </Button>
        )}
      </div>
      <Told outcome={outcome} />
    </section>
  );
}

/** What has become of an upload. */
function Told({ outcome }: { outcome: Outcome }) {
  const texts = useTexts(adminVoiceTexts);
  if (outcome === null || outcome === 'checking') return null;
  if (outcome === 'done') return <Alert type="success" title={texts.done} role="status" showIcon />;
  if (outcome === 'refused') return <Alert type="error" title={texts.refused} role="alert" showIcon />;
  if (outcome === 'unheard') return <Alert type="error" title={texts.unheard} role="alert" showIcon />;
  const { faults } = outcome;
  const shown = faults.slice(0, mostFaultsShown);
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={texts.faults(faults.length)}
      description={
        <ul>
          {shown.map(({ clip, kind }) => (
            <li key={`${clip} ${kind}`}>
              {clip !== null && <code>{clip}</code>} {texts.faultKinds[kind]}
            </li>
          ))}
          {faults.length > shown.length && <li>…</li>}
        </ul>
      }
    />
  );
}
