import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { Language, type LocalizedText, languageNames, languages, languageTags } from '../languages.ts';

interface Speech {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** The text in the page's language. */
  readonly say: (text: LocalizedText) => string;
}

const SpeechContext = createContext<Speech | null>(null);

const storageKey = 'language';

/** `?lang=en` wins, then what this browser chose last; a page for strangers (`forget`) always starts in 简体. */
function firstLanguage(forget: boolean): Language {
  const asked = Language.safeParse(new URLSearchParams(location.search).get('lang'));
  if (asked.success) return asked.data;
  const stored = forget ? null : Language.safeParse(localStorage.getItem(storageKey));
  return stored?.success ? stored.data : 'zhHans';
}

/** Gives every component below the page's language. `fixed` pins it (for previews and signs). */
export function LanguageProvider(props: { forget?: boolean; fixed?: Language; children: ReactNode }) {
  const { forget = false, fixed } = props;
  const [chosen, setChosen] = useState<Language>(() => fixed ?? firstLanguage(forget));
  const language = fixed ?? chosen;
  useEffect(() => {
    document.documentElement.lang = languageTags[language];
  }, [language]);
  const speech = useMemo<Speech>(
    () => ({
      language,
      choose: (next) => {
        if (!forget) localStorage.setItem(storageKey, next);
        setChosen(next);
      },
      say: (text) => text[language],
    }),
    [language, forget],
  );
  return <SpeechContext value={speech}>{props.children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('useSpeech needs a LanguageProvider above it');
  return speech;
}

/** The page's texts in its language, e.g. `useTexts(kioskTexts)`. */
export function useTexts<Texts>(texts: Record<Language, Texts>): Texts {
  return texts[useSpeech().language];
}

/** One button a language, each in its own words; styled by the page through `className`. */
export function LanguageSwitch({ className = 'language-switch' }: { className?: string }) {
  const { language, choose } = useSpeech();
  return (
    <fieldset className={className} aria-label="语言 語言 Language">
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={languageTags[one]}
          aria-pressed={one === language}
          onClick={() => choose(one)}
        >
          {languageNames[one]}
        </button>
      ))}
    </fieldset>
  );
}
