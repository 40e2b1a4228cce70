import { useTexts } from '../../shared/browser/language.tsx';
import { kioskTexts } from '../../shared/texts/kiosk.ts';
import { Tap } from './tap.tsx';

/** Seconds without a touch before the kiosk asks, and then before it starts again for the next visitor. */
export const askAfterSeconds = 60;
export const answerWithinSeconds = 30;

/** Asks before anything is thrown away; any touch answers, as often as needed. */
export function StillThere({ left }: { left: number }) {
  const texts = useTexts(kioskTexts);
  return (
    <div className="still-there" role="alertdialog" aria-modal="true" aria-labelledby="still-there">
      <h2 id="still-there">{texts.stillThere}</h2>
      <p>{texts.startsAgainIn(left)}</p>
      {/* Any touch or key goes on: the count itself listens for it. */}
      <Tap className="primary" autoFocus onTap={() => {}}>
        {texts.goOn}
      </Tap>
    </div>
  );
}
