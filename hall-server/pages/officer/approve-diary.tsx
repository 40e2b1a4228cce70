import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { withCuts } from '../../../shared/diary.ts';
import type { DiaryView, OfficerView } from '../../../shared/diary-views.ts';
import { languageTags } from '../../../shared/languages.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officerTexts } from '../../../shared/texts/officer.ts';
import type { Refused, Send } from './officer-page.tsx';
import { Refusal } from './refusal.tsx';

interface ApproveDiaryProps {
  readonly view: OfficerView;
  readonly diary: DiaryView;
  readonly mayPublish: boolean;
  readonly send: Send;
  readonly change: () => void;
}

/** The whole text as it would be published, and the one button that agrees to exactly this. */
export function ApproveDiary({ view, diary, mayPublish, send, change }: ApproveDiaryProps) {
  const { language } = useSpeech();
  const texts = officerTexts[language];
  const [refused, setRefused] = useState<Refused | null>(null);
  const { status, words, ticketId, version, no } = diary;
  const approve = async () => setRefused(await send({ type: 'approveDiary', ticketId, version }));
  return (
    <>
      {diary.isEdited && <p className="officer-warn">{texts.edited}</p>}
      {status === 'approved' && <p className="officer-good">{mayPublish ? texts.waits : texts.needsPublish}</p>}
      {status === 'published' && no !== null && (
        <p className="officer-good">
          {texts.published}{' '}
          <a href={`/diaries/${no}?lang=${language}`} target="_blank" rel="noopener">
            {texts.seePage}
          </a>
        </p>
      )}
      {words !== null && (
        <article className="officer-preview">
          {status !== 'published' && <p className="officer-soft">{texts.preview}</p>}
          <Whole view={view} diary={diary} words={words} />
        </article>
      )}
      <Refusal refused={refused} />
      {(status === 'draft' || status === 'withdrawn') && (
        <button type="button" className="officer-button officer-main" onClick={() => void approve()}>
          {texts.approve}
        </button>
      )}
      {status !== 'published' && (
        <button type="button" className="officer-button" onClick={change}>
          {texts.change}
        </button>
      )}
    </>
  );
}

function Whole(props: { view: OfficerView; diary: DiaryView; words: NonNullable<DiaryView['words']> }) {
  const { view, diary, words } = props;
  const { language } = useSpeech();
  const texts = diaryTexts[language];
  const { card } = view;
  const told = (['gate', 'find', 'wait', 'service', 'total'] as const).flatMap((step) => {
    const one = words.told[step];
    return one === null ? [] : [`${texts.steps[step]} ${texts.toldMinutes(one)}`];
  });
  const trips = [
    words.trips === null ? [] : [texts.trips(words.trips)],
    words.days === null ? [] : [texts.days(words.days)],
  ];
  const who = card && [
    ...[card.name, card.sex && texts.sexes[card.sex], card.ageBand && texts.ages[card.ageBand], card.occupation],
  ];
  return (
    <div lang={languageTags[words.language]}>
      {words.title !== null && <h2>{words.title}</h2>}
      <p className="officer-soft" lang={languageTags[language]}>
        {who?.filter((part) => part !== null).join(' · ')}
      </p>
      <Lines text={withCuts(words.story ?? '', diary.cuts)} />
      {words.comparison !== null && (
        <>
          <h3 lang={languageTags[language]}>{texts.comparison}</h3>
          <Lines text={words.comparison} />
        </>
      )}
      <p lang={languageTags[language]}>{[...told, ...trips.flat()].join(' · ')}</p>
      {words.score !== null && (
        <p lang={languageTags[language]}>
          {texts.score} <strong>{texts.points(words.score)}</strong> {texts.outOfTen}
        </p>
      )}
      {words.suggestions.length > 0 && (
        <>
          <h3 lang={languageTags[language]}>{texts.suggestions}</h3>
          <ol>
            {words.suggestions.map(({ id, text }) => (
              <li key={id}>
                <Lines text={text} />
              </li>
            ))}
          </ol>
        </>
      )}
      {diary.note !== null && (
        <aside lang={languageTags[view.hall.displayLanguages[0] ?? 'zhHans']}>
          <h3 lang={languageTags[language]}>{texts.note}</h3>
          <Lines text={diary.note} />
        </aside>
      )}
    </div>
  );
}

/** A paragraph a line. */
function Lines({ text }: { text: string }) {
  return (
    <div className="officer-text">
      {text.split('\n').map((line, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are drawn, never moved
        <p key={n}>{line}</p>
      ))}
    </div>
  );
}
