import './poster.css';
import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import { LanguageSwitch, useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { QrCode } from '../../../shared/browser/qr-code.tsx';
import { languages, languageTags } from '../../../shared/languages.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { nowTexts } from '../../../shared/texts/now.ts';
import type { HallFacts } from '../../../shared/views.ts';

interface PosterPageProps {
  /** Null until the hall has answered. */
  readonly hall: HallFacts | null;
  /** Where this page itself came from: the address on the poster if the hall has none for phones. */
  readonly here: string;
}

/** A sheet to print and hang at the entrance: one code that shows everybody how long the wait is, in all three languages. */
export function PosterPage({ hall, here }: PosterPageProps) {
  const { language } = useSpeech();
  const texts = useTexts(nowTexts);
  const common = useTexts(commonTexts);
  useEffect(() => {
    document.title = texts.posterLead;
  }, [texts]);
  const origin = hall?.phoneOrigin ?? here;
  const onlyHere = /^https?:\/\/(127\.|localhost|\[::1\])/.test(origin);
  const address = `${origin}/now/`;
  return (
    <div className="poster-page">
      <header className="poster-tools">
        <LanguageSwitch className="poster-languages" />
        <p>{onlyHere ? texts.posterLocal : texts.posterNote}</p>
        <button type="button" disabled={hall === null} onClick={() => print()}>
          <Printer aria-hidden />
          {texts.posterPrint}
        </button>
      </header>
      {hall === null ? (
        <p role="status">{common.loading}</p>
      ) : (
        <main className="poster">
          <div className="poster-names">
            {languages.map((one) => (
              <p key={one} lang={languageTags[one]}>
                {hall.name[one]}
              </p>
            ))}
          </div>
          <h1>{texts.posterLead}</h1>
          <QrCode className="poster-code" text={address} label={address} />
          <p className="poster-address">{address}</p>
          <div className="poster-hows">
            {[language, ...languages.filter((one) => one !== language)].map((one) => (
              <div key={one} lang={languageTags[one]}>
                <h2>{nowTexts[one].posterScan}</h2>
                <p>
                  {nowTexts[one].posterHow}
                  {hall.phoneBooking && nowTexts[one].posterBook}
                </p>
              </div>
            ))}
          </div>
          <p className="poster-foot">{common.hotline(hall.hotline)}</p>
        </main>
      )}
    </div>
  );
}
