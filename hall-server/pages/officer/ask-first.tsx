import { useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { officerTexts } from '../../../shared/texts/officer.ts';
import type { Refused } from './officer-page.tsx';
import { Refusal } from './refusal.tsx';

interface AskFirstProps {
  /** What the button says. */
  readonly label: string;
  /** What follows from it, shown before it is done. */
  readonly help: string;
  readonly act: () => Promise<Refused | null>;
}

/** A button that says what will follow, and acts on the second press. */
export function AskFirst({ label, help, act }: AskFirstProps) {
  const texts = useTexts(officerTexts);
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  if (!asked) {
    return (
      <button type="button" className="officer-button officer-quiet" onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  }
  return (
    <div className="officer-asked">
      <p>{help}</p>
      <Refusal refused={refused} />
      <button type="button" className="officer-button officer-bad" onClick={async () => setRefused(await act())}>
        {texts.yes}
      </button>
      <button type="button" className="officer-button" onClick={() => setAsked(false)}>
        {texts.back}
      </button>
    </div>
  );
}
