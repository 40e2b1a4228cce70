import { useEffect, useState } from 'react';
import type { BookingOffer } from '../../../shared/booking.ts';
import { ask } from '../../../shared/browser/ask.ts';
import { mountPage } from '../../../shared/browser/mount-page.tsx';
import { Asking } from './asking.tsx';
import { BookPage } from './book-page.tsx';
import { hallQuestions } from './questions.ts';

const askAgainMs = 30_000;

/** What can be booked, and whether there is an emergency, is asked again while the page is open. */
function Book() {
  const [offer, setOffer] = useState<BookingOffer | null>(null);
  const [tried, setTried] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tried` asks at once
  useEffect(() => {
    const askHall = async () => {
      const said = await ask<BookingOffer>('/api/booking');
      if (said.ok) setOffer(said.answer);
    };
    void askHall();
    const timer = setInterval(askHall, askAgainMs);
    return () => clearInterval(timer);
  }, [tried]);
  if (offer === null) return <Asking onRetry={() => setTried(tried + 1)} />;
  return <BookPage offer={offer} questions={hallQuestions} />;
}

mountPage(<Book />);
