import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import { useNeeds, usualNeeds } from '../needs.tsx';
import { keyOf, moveFocus, pressHelp } from './keys.ts';
import { linesOf, linesOfQuestion, linesOnGlass } from './lines.ts';
import { createSpeaker, type SaidLog, type Speaker } from './speaker.ts';

/**
 * For visitors who do not see the glass: four keys lead through it, and what stands there is said aloud. The first of
 * the keys switches the voice on; the next visitor finds it off. Draws nothing.
 */
export function Reader({ onGlass, said }: { onGlass: string; said?: SaidLog | undefined }) {
  const { spoken, volume, change } = useNeeds();
  const { language } = useSpeech();
  const texts = useTexts(kioskTexts);
  const [speaker, setSpeaker] = useState<Speaker | null>(null);
  const greeted = useRef(false);
  const question = useRef('');

  const readGlass = useEffectEvent(() => {
    const how = greeted.current ? [] : [texts.spokenHow];
    greeted.current = true;
    question.current = linesOfQuestion().join();
    speaker?.say([...how, ...linesOnGlass()], language);
  });
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const key = keyOf(event);
    const onButton = document.activeElement instanceof HTMLButtonElement;
    if (key === null && !(spoken && event.key === 'Enter' && !onButton)) return;
    event.preventDefault();
    if (!spoken) change({ spoken: true });
    if (key === 'next' || key === 'previous') moveFocus(key);
    else if (key === null || !pressHelp()) readGlass();
  });
  const focused = useEffectEvent((event: FocusEvent) => {
    if (event.target instanceof HTMLButtonElement && greeted.current) speaker?.say(linesOf(event.target), language);
  });

  useEffect(() => {
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  useEffect(() => {
    if (!spoken) return;
    const created = createSpeaker(usualNeeds.volume, said);
    greeted.current = false;
    setSpeaker(created);
    addEventListener('focusin', focused);
    return () => {
      removeEventListener('focusin', focused);
      created.close();
      setSpeaker(null);
    };
  }, [spoken, said]);
  useEffect(() => speaker?.setVolume(volume), [speaker, volume]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step, and each language, is read when it comes
  useEffect(readGlass, [speaker, onGlass]);
  useEffect(() => {
    // What is being asked, or has been typed, may change while the step stays.
    const now = linesOfQuestion().join();
    if (speaker === null || now === question.current) return;
    question.current = now;
    speaker.say(linesOfQuestion(), language);
  });
  return null;
}
