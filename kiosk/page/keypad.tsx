import { Delete } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../shared/browser/language.tsx';
import { ratingTexts } from '../../shared/texts/rating.ts';
import { Tap } from './tap.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** What has been typed, over the pale shape of what is expected. */
export function Typed({ typed, example }: { typed: string; example: string }) {
  return (
    <output className="typed">
      {typed}
      <span aria-hidden>{example.slice(typed.length).replaceAll(/./g, '_')}</span>
    </output>
  );
}

interface KeypadProps {
  readonly typed: string;
  readonly digitsFit: boolean;
  readonly onType: (typed: string) => void;
  readonly letters: ReactNode;
  readonly next: ReactNode;
}

export function Keypad({ typed, digitsFit, onType, letters, next }: KeypadProps) {
  const texts = useTexts(ratingTexts);
  return (
    <div className="keypad">
      {letters}
      <div className="digits">
        {digits.map((digit) => (
          <Tap key={digit} className="key" disabled={!digitsFit} onTap={() => onType(typed + digit)}>
            {digit}
          </Tap>
        ))}
        <Tap className="key erase" disabled={typed === ''} onTap={() => onType(typed.slice(0, -1))}>
          <Delete aria-hidden /> {texts.erase}
        </Tap>
      </div>
      {next}
    </div>
  );
}
