import { useEffect, useEffectEvent, useState } from 'react';

interface QuietTime {
  /** Nothing is counted while the page is at rest anyway. */
  readonly active: boolean;
  /** Starts the count anew, as a touch does: a new step deserves its own time. */
  readonly step: string;
  readonly limitSeconds: number;
  readonly onOver: () => void;
}

/** Seconds left until nobody seems to be there any more; every touch or key starts them anew. */
export function useQuietTime({ active, step, limitSeconds, onOver }: QuietTime): number {
  const [left, setLeft] = useState(limitSeconds);
  const over = useEffectEvent(onOver);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step starts the count anew
  useEffect(() => {
    let seconds = limitSeconds;
    const startAnew = () => {
      seconds = limitSeconds;
      setLeft(seconds);
    };
    startAnew();
    if (!active) return;
    const timer = setInterval(() => {
      seconds -= 1;
      setLeft(seconds);
      if (seconds <= 0) over();
    }, 1_000);
    const signs = ['pointerup', 'keydown'] as const;
    for (const sign of signs) addEventListener(sign, startAnew);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, startAnew);
    };
  }, [active, step, limitSeconds]);
  return left;
}
