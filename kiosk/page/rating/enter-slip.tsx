import { useTexts } from '../../../shared/browser/language.tsx';
import { parseNumber } from '../../../shared/number.ts';
import { ratingTexts } from '../../../shared/texts/rating.ts';
import { Keypad, Typed } from '../keypad.tsx';
import { Question } from '../kiosk-frame.tsx';
import { Tap } from '../tap.tsx';

/** A letter and as many digits as a day can need. */
const longestNumber = 6;
const codeLength = 4;
/** As many 20 mm keys as stand side by side on the narrowest panel. */
const lettersInRow = 7;

interface EnterNumberProps {
  readonly prefixes: readonly string[];
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onNext: (number: string) => void;
}

/** First the letter, then the digits: what cannot come next cannot be pressed. */
export function EnterNumber({ prefixes, typed, onType, onNext }: EnterNumberProps) {
  const texts = useTexts(ratingTexts);
  const number = parseNumber(typed);
  const rows = Math.ceil(prefixes.length / lettersInRow);
  const columns = Math.ceil(prefixes.length / rows);
  return (
    <>
      <Question hint={<Typed typed={typed} example="A012" />}>{texts.askNumber}</Question>
      <Keypad
        typed={typed}
        digitsFit={typed !== '' && typed.length < longestNumber}
        onType={onType}
        next={
          <Tap className="primary" disabled={number === null} onTap={() => number !== null && onNext(number)}>
            {texts.next}
          </Tap>
        }
        letters={
          <div className="letters" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
            {prefixes.map((letter) => (
              <Tap key={letter} className="key" disabled={typed !== ''} onTap={() => onType(letter)}>
                {letter}
              </Tap>
            ))}
          </div>
        }
      />
    </>
  );
}

interface EnterCodeProps {
  readonly typed: string;
  readonly busy: boolean;
  readonly onType: (typed: string) => void;
  readonly onNext: (code: string) => void;
}

export function EnterCode({ typed, busy, onType, onNext }: EnterCodeProps) {
  const texts = useTexts(ratingTexts);
  return (
    <>
      <Question hint={<Typed typed={typed} example="0000" />}>{busy ? texts.finding : texts.askCode}</Question>
      <Keypad
        typed={typed}
        digitsFit={!busy && typed.length < codeLength}
        onType={onType}
        next={
          <Tap className="primary" disabled={busy || typed.length < codeLength} onTap={() => onNext(typed)}>
            {texts.find}
          </Tap>
        }
        letters={<p className="letters">{texts.codeWhere}</p>}
      />
    </>
  );
}
