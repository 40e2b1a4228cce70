import { Check } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { ConsentView, OfficerView } from '../../../shared/diary-views.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officerTexts } from '../../../shared/texts/officer.ts';
import { AskFirst } from './ask-first.tsx';
import type { Refused, Send } from './officer-page.tsx';
import { Refusal } from './refusal.tsx';

/** Three consents, each by itself, each with its date, each withdrawn at once. */
export function ConsentList({ view, send }: { view: OfficerView; send: Send }) {
  const { language } = useSpeech();
  const texts = officerTexts[language];
  const [refused, setRefused] = useState<Refused | null>(null);
  const set = (kind: ConsentView['kind'], given: boolean) =>
    send({ type: 'setConsent', officerNo: view.officerNo, consent: kind, given });
  return (
    <section>
      <h2>{texts.consentTitle}</h2>
      <p className="officer-soft">{texts.consentHelp}</p>
      <ul className="officer-consents">
        {view.consent.map((one) => (
          <li key={one.kind}>
            <p>
              <strong>{diaryTexts[language].consents[one.kind]}</strong> {diaryTexts[language].consentSays[one.kind]}
            </p>
            <State one={one} />
            {one.kind === 'keep' ? (
              <AskFirst label={texts.take} help={texts.leaveHelp} act={() => set('keep', false)} />
            ) : (
              <button
                type="button"
                className="officer-button"
                aria-label={`${one.inForce ? texts.take : texts.give} ${diaryTexts[language].consents[one.kind]}`}
                onClick={async () => setRefused(await set(one.kind, !one.inForce))}
              >
                {one.inForce ? texts.take : texts.give}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refusal refused={refused} />
    </section>
  );
}

function State({ one: { inForce, givenOn, withdrawnOn } }: { one: ConsentView }) {
  const { language } = useSpeech();
  const texts = diaryTexts[language];
  if (inForce && givenOn !== null) {
    return (
      <p className="officer-good">
        <Check aria-hidden />
        {texts.givenOn(givenOn)}
      </p>
    );
  }
  return <p className="officer-soft">{withdrawnOn === null ? texts.notGiven : texts.withdrawnOn(withdrawnOn)}</p>;
}
