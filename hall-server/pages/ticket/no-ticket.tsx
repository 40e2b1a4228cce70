import './phone.css';
import '../../../shared/browser/language-row.css';
import { RotateCw, SearchX } from 'lucide-react';
import { useEffect } from 'react';
import { LanguageSwitch, useTexts } from '../../../shared/browser/language.tsx';
import { useIsLate } from '../../../shared/browser/use-is-late.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { phoneTexts } from '../../../shared/texts/phone.ts';

/** A link that is missing, garbled, unknown or over: one answer for all, which tells a guesser nothing. */
export function TicketNotFound() {
  const texts = useTexts(phoneTexts);
  useEffect(() => {
    document.title = texts.notFound;
  }, [texts]);
  return (
    <main className="phone phone-empty">
      <LanguageSwitch className="language-row" />
      <div className="phone-empty-message">
        <SearchX aria-hidden />
        <h1>{texts.notFound}</h1>
        <p>{texts.notFoundHelp}</p>
      </div>
    </main>
  );
}

/** Before the first view: the shape of what comes; if it does not come, the next step. */
export function Connecting({ onRetry, late = false }: { onRetry: () => void; late?: boolean }) {
  const common = useTexts(commonTexts);
  const texts = useTexts(phoneTexts);
  const isLate = useIsLate(late);
  return (
    <main className="phone phone-empty">
      <LanguageSwitch className="language-row" />
      <div className="phone-empty-message" role="status">
        <div className="phone-skeleton" aria-hidden="true" />
        <p>{isLate ? common.unreachable : common.loading}</p>
        {isLate && (
          <button type="button" className="phone-button phone-button-main" onClick={onRetry}>
            <RotateCw aria-hidden />
            {texts.tryAgain}
          </button>
        )}
      </div>
    </main>
  );
}
