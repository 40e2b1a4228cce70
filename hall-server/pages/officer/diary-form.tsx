import { Plus, Trash2 } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { DiaryWords, longest, mostSuggestions, noWords } from '../../../shared/diary.ts';
import type { DiaryView } from '../../../shared/diary-views.ts';
import { Language, languageNames, languages } from '../../../shared/languages.ts';
import { officerTexts } from '../../../shared/texts/officer.ts';
import type { Refused, Send } from './officer-page.tsx';
import { Refusal } from './refusal.tsx';
import { ToldMinutes, WholeNumber } from './told-minutes.tsx';
import { WordsField } from './words-field.tsx';

/** Saves what was typed, and says whether that was done; null: there is nothing to save. */
export type SaveFirst = (() => Promise<boolean>) | null;

interface DiaryFormProps {
  readonly diary: DiaryView;
  readonly send: Send;
  /** Told of what would be lost. */
  readonly saveFirst: RefObject<SaveFirst>;
  readonly preview: () => void;
}

const scores = Array.from({ length: 21 }, (_, n) => (20 - n) / 2);
/** Letters and digits, for this diary only; plain http has no secure randomness, and none is needed. */
const newId = () => Math.random().toString(36).slice(2, 10).padEnd(4, '0');

/** Everything an officer tells of a visit. Nothing is asked twice, nothing must be written but story and score, and those only to approve. */
export function DiaryForm({ diary, send, saveFirst, preview }: DiaryFormProps) {
  const { language } = useSpeech();
  const texts = officerTexts[language];
  const [words, setWords] = useState(() => fields(diary.words ?? noWords(language)));
  const [refused, setRefused] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);
  const change = (changes: Partial<typeof words>) => setWords({ ...words, ...changes });
  const written = DiaryWords.safeParse({
    ...words,
    title: orNull(words.title),
    story: orNull(words.story),
    comparison: orNull(words.comparison),
    suggestions: words.suggestions.filter(({ text }) => text.trim() !== ''),
  });
  const isWhole = written.success && written.data.story !== null && written.data.score !== null;
  const nothing = diary.words === null && JSON.stringify(words) === JSON.stringify(fields(noWords(words.language)));
  const isDirty = !nothing && !(written.success && JSON.stringify(written.data) === JSON.stringify(diary.words));
  /** Unchanged words are not sent: they keep their approval. */
  const save = async (): Promise<boolean> => {
    if (sending) return false;
    if (!isDirty) return true;
    if (!written.success) {
      document.querySelector('.officer-refused')?.scrollIntoView({ block: 'center' });
      return false;
    }
    setSending(true);
    const { ticketId, version } = diary;
    const answer = await send({ type: 'writeDiary', ticketId, version, words: written.data });
    setSending(false);
    setRefused(answer);
    return answer === null;
  };
  const saveAndRead = async () => {
    if (isWhole && (await save())) preview();
  };
  useEffect(() => {
    saveFirst.current = isDirty ? save : null;
    return () => {
      saveFirst.current = null;
    };
  });
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isDirty]);
  const setSuggestion = (id: string, text: string) =>
    change({ suggestions: words.suggestions.map((one) => (one.id === id ? { ...one, text } : one)) });
  return (
    <form
      className="officer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void saveAndRead();
      }}
    >
      <ToldMinutes told={words.told} measured={diary.measured} change={(told) => change({ told })} />
      <section>
        <h2>{texts.story}</h2>
        <label>
          {texts.writtenIn}
          <select value={words.language} onChange={(event) => change({ language: Language.parse(event.target.value) })}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </label>
        <WordsField
          label={texts.diaryTitle}
          rows={1}
          most={longest.title}
          text={words.title}
          change={(title) => change({ title })}
        />
        <WordsField
          label={texts.story}
          help={texts.storyHelp}
          rows={9}
          most={longest.story}
          text={words.story}
          change={(story) => change({ story })}
        />
        <label>
          {texts.score}
          <select
            value={words.score ?? ''}
            onChange={(event) => change({ score: event.target.value === '' ? null : Number(event.target.value) })}
          >
            <option value="">{texts.choose}</option>
            {scores.map((score) => (
              <option key={score} value={score}>
                {score}
              </option>
            ))}
          </select>
        </label>
      </section>
      <section>
        <h2>{texts.comparison}</h2>
        <div className="officer-pair">
          <WholeNumber label={texts.trips} most={20} value={words.trips} change={(trips) => change({ trips })} />
          <WholeNumber label={texts.days} most={999} value={words.days} change={(days) => change({ days })} />
        </div>
        <WordsField
          label={texts.comparison}
          help={texts.comparisonHelp}
          rows={4}
          most={longest.comparison}
          text={words.comparison}
          change={(comparison) => change({ comparison })}
        />
      </section>
      <section>
        <h2>{texts.suggestions}</h2>
        <p className="officer-soft">{texts.suggestionsHelp}</p>
        {words.suggestions.map(({ id, text }, n) => (
          <div key={id} className="officer-suggestion">
            <WordsField
              label={texts.suggestion(n + 1)}
              rows={3}
              most={longest.suggestion}
              text={text}
              change={(next) => setSuggestion(id, next)}
            />
            <button
              type="button"
              className="officer-button officer-quiet"
              aria-label={`${texts.remove} ${texts.suggestion(n + 1)}`}
              onClick={() => change({ suggestions: words.suggestions.filter((one) => one.id !== id) })}
            >
              <Trash2 aria-hidden />
              {texts.remove}
            </button>
          </div>
        ))}
        {words.suggestions.length < mostSuggestions && (
          <button
            type="button"
            className="officer-button"
            onClick={() => change({ suggestions: [...words.suggestions, { id: newId(), text: '' }] })}
          >
            <Plus aria-hidden />
            {texts.addSuggestion}
          </button>
        )}
      </section>
      <Refusal refused={refused} />
      {!isWhole && <p className="officer-soft">{texts.notWhole}</p>}
      <button type="submit" className="officer-button officer-main" aria-disabled={!isWhole || sending}>
        {texts.toPreview}
      </button>
      <button type="button" className="officer-button" aria-disabled={!isDirty || sending} onClick={() => void save()}>
        {sending ? texts.saving : isDirty || diary.words === null ? texts.save : texts.saved}
      </button>
    </form>
  );
}

/** As the fields of the form hold them: a text is never missing there, only empty. */
function fields(words: DiaryWords) {
  return { ...words, title: words.title ?? '', story: words.story ?? '', comparison: words.comparison ?? '' };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
