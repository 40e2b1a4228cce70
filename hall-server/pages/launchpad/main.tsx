import { useEffect, useState } from 'react';
import { ask } from '../../../shared/browser/ask.ts';
import { mountPage } from '../../../shared/browser/mount-page.tsx';
import type { HallCard } from '../../../shared/http.ts';
import { type Asked, LaunchpadPage } from './launchpad-page.tsx';

const askAgainMs = 5_000;

/** Asks the hall what it is until it answers. */
function Launchpad() {
  const [asked, setAsked] = useState<Asked>('asking');
  useEffect(() => {
    if (typeof asked === 'object') return;
    let gone = false;
    const askHall = async () => {
      const said = await ask<HallCard>('/api/hall');
      if (!gone) setAsked(said.ok ? said.answer : 'unreachable');
    };
    if (asked === 'asking') void askHall();
    const timer = setInterval(askHall, askAgainMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [asked]);
  return <LaunchpadPage asked={asked} />;
}

mountPage(<Launchpad />);
