import { useId } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { identifying } from '../../../shared/identifying.ts';
import { officerTexts } from '../../../shared/texts/officer.ts';

interface WordsFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly rows: number;
  /** Code points. */
  readonly most: number;
  readonly text: string;
  readonly change: (text: string) => void;
}

/** Something to write; says when it is too long, and what in it may tell who wrote it. */
export function WordsField({ label, help, rows, most, text, change }: WordsFieldProps) {
  const { language } = useSpeech();
  const texts = officerTexts[language];
  const id = useId();
  const over = [...text.trim()].length - most;
  const found = identifying(text).slice(0, 6);
  return (
    <div className="officer-words">
      <label htmlFor={id}>{label}</label>
      {help !== undefined && <p className="officer-soft">{help}</p>}
      <textarea id={id} rows={rows} value={text} onChange={(event) => change(event.target.value)} />
      {over > 0 && <p className="officer-refused">{texts.tooLong(over)}</p>}
      {found.length > 0 && (
        <p className="officer-warn">
          {texts.mayIdentify} {found.map((one) => `“${one.found}”`).join(' ')}
        </p>
      )}
    </div>
  );
}
