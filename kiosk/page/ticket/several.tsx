import { Plus, X } from 'lucide-react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import { Question } from '../kiosk-frame.tsx';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';
import { takeForAll } from './ask-for.ts';
import { firstStep } from './steps.ts';
import type { Visit } from './use-visit.ts';

/** What fits the glass with the largest letters; more are added at the front desk or the counter. */
const mostAtKiosk = 4;

/** Several things on one number: what has been chosen, in its order; one more, one less, or the number. */
export function Several({ visit }: { visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const { say } = useSpeech();
  const chosen = visit.several ?? [];
  const busy = visit.sending !== null;
  return (
    <>
      <Question hint={texts.severalOrder}>{busy ? texts.taking : texts.severalChosen(chosen.length)}</Question>
      <ol className="several">
        {chosen.map(({ service }) => (
          <li key={service.serviceId}>
            <span>
              <Words>{say(service.name)}</Words>
            </span>
            <Tap disabled={busy} onTap={() => visit.without(service.serviceId)}>
              <X aria-hidden /> {texts.severalWithout}
            </Tap>
          </li>
        ))}
      </ol>
      <div className="actions">
        <Tap className="answer" disabled={busy || chosen.length >= mostAtKiosk} onTap={() => visit.go(firstStep)}>
          <Plus aria-hidden /> {texts.severalMore}
        </Tap>
        <Tap className="primary" disabled={busy} onTap={() => takeForAll(visit)}>
          {texts.severalTake}
        </Tap>
      </div>
    </>
  );
}
