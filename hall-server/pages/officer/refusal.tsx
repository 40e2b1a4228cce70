import { useSpeech } from '../../../shared/browser/language.tsx';
import { commonTexts } from '../../../shared/texts/common.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { Refused } from './officer-page.tsx';

/** Why it was not done, in the officer's words; nothing while all is well. */
export function Refusal({ refused }: { refused: Refused | null }) {
  const { language } = useSpeech();
  if (refused === null) return null;
  const { code, facts = {} } = refused;
  return (
    <p className="officer-refused" role="alert">
      {code === 'unreachable' ? commonTexts[language].unreachable : rejectionTexts[language][code](facts)}
    </p>
  );
}
