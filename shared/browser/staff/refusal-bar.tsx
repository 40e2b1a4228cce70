import { CircleX, Clock, WifiOff } from 'lucide-react';
import { rejectionTexts } from '../../texts/rejections.ts';
import { staffTexts } from '../../texts/staff.ts';
import { useSpeech } from '../language.tsx';
import { KeyCap } from './key-cap.tsx';
import type { Refused } from './use-commands.ts';
import { useKeys } from './use-keys.ts';

export interface RefusalBarProps {
  readonly refused: Refused | null;
  readonly slow: boolean;
  /** What to do while the hall cannot be heard; null while it can. */
  readonly lostHelp: string | null;
  readonly dismiss: () => void;
}

/** What the hall refused and why, under the header of a staff page until it is dismissed or the next command. */
export function RefusalBar({ refused, slow, lostHelp, dismiss }: RefusalBarProps) {
  const { language } = useSpeech();
  const texts = staffTexts[language];
  useKeys({ escape: dismiss }, refused !== null);
  if (lostHelp !== null) {
    return (
      <div className="refusal-bar refusal-bar-wait" role="alert">
        <WifiOff size={20} aria-hidden />
        <span>{lostHelp}</span>
      </div>
    );
  }
  if (refused !== null) {
    return (
      <div className="refusal-bar" role="alert">
        <CircleX size={20} aria-hidden />
        <span>{rejectionTexts[language][refused.code](refused.facts ?? {})}</span>
        <button type="button" onClick={dismiss}>
          {texts.dismiss}
          <KeyCap>Esc</KeyCap>
        </button>
      </div>
    );
  }
  if (!slow) return null;
  return (
    <div className="refusal-bar refusal-bar-wait" role="status">
      <Clock size={20} aria-hidden />
      <span>{texts.waitingForHall}</span>
    </div>
  );
}
