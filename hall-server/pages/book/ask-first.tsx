import type { LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';

interface AskFirstProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly main?: boolean;
  readonly question: string;
  readonly warning: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: string;
  /** Why it was refused, in words; null: it was done. */
  readonly act: () => Promise<string | null>;
}

/** A button that asks before it does what cannot be taken back. */
export function AskFirst({ label, icon: Icon, main = false, question, warning, yes, no, busy, act }: AskFirstProps) {
  const heading = useId();
  const [asking, setAsking] = useState(false);
  const [acting, setActing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const press = async () => {
    if (acting) return;
    setActing(true);
    setFailure(null);
    const refused = await act();
    setActing(false);
    setFailure(refused);
  };
  if (!asking) {
    return (
      <button type="button" className={`book-button ${main ? 'book-main' : ''}`} onClick={() => setAsking(true)}>
        <Icon aria-hidden />
        {label}
      </button>
    );
  }
  return (
    <section className="book-ask" aria-labelledby={heading}>
      <h2 id={heading}>{question}</h2>
      <p>{warning}</p>
      <button
        type="button"
        className={`book-button ${main ? 'book-main' : ''}`}
        aria-disabled={acting}
        onClick={() => void press()}
      >
        <Icon aria-hidden />
        {acting ? busy : yes}
      </button>
      <button type="button" className={`book-button ${main ? '' : 'book-main'}`} onClick={() => setAsking(false)}>
        {no}
      </button>
      {failure !== null && <p role="alert">{failure}</p>}
    </section>
  );
}
