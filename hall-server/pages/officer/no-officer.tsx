import './officer.css';
import '../../../shared/browser/language-row.css';
import { CheckCheck, RotateCw, SearchX } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { LanguageSwitch, useTexts } from '../../../shared/browser/language.tsx';
import { commonTexts } from '../../../shared/texts/common.ts';
import { officerTexts } from '../../../shared/texts/officer.ts';

function Notice({ icon, title, help }: { icon: ReactNode; title: string; help: string }) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="officer officer-empty">
      <LanguageSwitch className="language-row" />
      {icon}
      <h1>{title}</h1>
      <p>{help}</p>
    </main>
  );
}

/** Missing, garbled, forged, renewed: one answer for all. */
export function NotFound() {
  const texts = useTexts(officerTexts);
  return <Notice icon={<SearchX aria-hidden />} title={texts.notFound} help={texts.notFoundHelp} />;
}

export function Left() {
  const texts = useTexts(officerTexts);
  return <Notice icon={<CheckCheck aria-hidden />} title={texts.left} help={texts.leftHelp} />;
}

/** Before the first answer; if it does not come, the next step. */
export function Asking({ late, onRetry }: { late: boolean; onRetry: () => void }) {
  const texts = useTexts(officerTexts);
  const common = useTexts(commonTexts);
  return (
    <main className="officer officer-empty">
      <LanguageSwitch className="language-row" />
      <p role="status">{late ? common.unreachable : texts.asking}</p>
      {late && (
        <button type="button" className="officer-button" onClick={onRetry}>
          <RotateCw aria-hidden />
          {texts.tryAgain}
        </button>
      )}
    </main>
  );
}
