import { BellRing, Volume2 } from 'lucide-react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { phoneTexts } from '../../../shared/texts/phone.ts';
import type { Sound } from './alerts.ts';

/** Browsers let a page be heard only after a tap, so the visitor is asked for one, and can hear what it will sound like. */
export function SoundSwitch({ sound, turnOn }: { sound: Sound; turnOn: () => void }) {
  const texts = useTexts(phoneTexts);
  if (sound === 'none') return null;
  return (
    <button type="button" className={`phone-button${sound === 'locked' ? ' phone-button-main' : ''}`} onClick={turnOn}>
      {sound === 'locked' ? <BellRing aria-hidden /> : <Volume2 aria-hidden />}
      {sound === 'locked' ? texts.soundTurnOn : texts.soundIsOn}
    </button>
  );
}
