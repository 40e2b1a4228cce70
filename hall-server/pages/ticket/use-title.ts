import { useEffect } from 'react';
import type { CommonTexts } from '../../../shared/texts/common.ts';
import type { PhoneTexts } from '../../../shared/texts/phone.ts';
import type { PhoneView } from '../../../shared/views.ts';

const flashMs = 1_000;

/** The tab tells the number and state; while called it alternates, to be noticed behind another tab. */
export function useTitle(
  view: Pick<PhoneView, 'number' | 'status' | 'counterLabel'>,
  ready: boolean,
  texts: PhoneTexts,
  common: CommonTexts,
) {
  const { number, status, counterLabel } = view;
  useEffect(() => {
    if (status !== 'called' || counterLabel === null) {
      document.title = texts.title(number, ready ? texts.ready : texts.state[status]);
      return;
    }
    const titles = [texts.titleCalled(number, common.counterNamed(counterLabel)), texts.titleNow];
    let turn = 0;
    const show = () => {
      document.title = titles[turn++ % titles.length] ?? number;
    };
    show();
    const timer = setInterval(show, flashMs);
    return () => clearInterval(timer);
  }, [number, status, counterLabel, ready, texts, common]);
}
