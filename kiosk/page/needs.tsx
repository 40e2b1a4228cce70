import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useSpeech } from '../../shared/browser/language.tsx';
import { languages } from '../../shared/languages.ts';

/** How this visitor wants the kiosk to be; the next one finds it as usual. */
export interface Needs {
  /** 长辈模式: everything larger, fewer things at once. */
  readonly larger: boolean;
  /** What is on the glass is said aloud. */
  readonly spoken: boolean;
  /** Of the voice, 0 to 100. */
  readonly volume: number;
}

export const usualNeeds: Needs = { larger: false, spoken: false, volume: 70 };

interface Kept extends Needs {
  readonly change: (needs: Partial<Needs>) => void;
}

const NeedsContext = createContext<Kept | null>(null);

export function NeedsProvider({ first = {}, children }: { first?: Partial<Needs> | undefined; children: ReactNode }) {
  const [needs, setNeeds] = useState<Needs>({ ...usualNeeds, ...first });
  const change = useCallback((changed: Partial<Needs>) => setNeeds((before) => ({ ...before, ...changed })), []);
  const kept = useMemo(() => ({ ...needs, change }), [needs, change]);
  return <NeedsContext value={kept}>{children}</NeedsContext>;
}

export function useNeeds(): Kept {
  const needs = useContext(NeedsContext);
  if (needs === null) throw new Error('useNeeds needs a NeedsProvider above it');
  return needs;
}

/** Whether anything is not as the next visitor shall find it, and how to make it so. */
export function useUsual(): { readonly isUsual: boolean; readonly makeUsual: () => void } {
  const { language, choose } = useSpeech();
  const { larger, spoken, volume, change } = useNeeds();
  return {
    isUsual: language === languages[0] && !larger && !spoken && volume === usualNeeds.volume,
    makeUsual: () => {
      choose(languages[0]);
      change(usualNeeds);
    },
  };
}
