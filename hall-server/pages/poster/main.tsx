import { useEffect, useState } from 'react';
import { ask } from '../../../shared/browser/ask.ts';
import { mountPage } from '../../../shared/browser/mount-page.tsx';
import type { HallCard } from '../../../shared/http.ts';
import { PosterPage } from './poster-page.tsx';

const askAgainMs = 5_000;

/** Asks the hall for its name and address until it answers. */
function Poster() {
  const [card, setCard] = useState<HallCard | null>(null);
  useEffect(() => {
    if (card !== null) return;
    const askHall = async () => {
      const said = await ask<HallCard>('/api/hall');
      if (said.ok) setCard(said.answer);
    };
    void askHall();
    const timer = setInterval(askHall, askAgainMs);
    return () => clearInterval(timer);
  }, [card]);
  return <PosterPage hall={card?.hall ?? null} here={location.origin} />;
}

mountPage(<Poster />);
