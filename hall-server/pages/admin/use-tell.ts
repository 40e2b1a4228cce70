import { useState } from 'react';
import type { Answer } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';

export type Tell = (command: Command) => Promise<Answer>;

/** One command at a time, and in words why the last one was refused. */
export function useTell(send: Tell) {
  const { language } = useSpeech();
  const [refused, setRefused] = useState<Extract<Answer, { ok: false }> | null>(null);
  const [sending, setSending] = useState(false);
  return {
    sending,
    failure: refused === null ? null : rejectionTexts[language][refused.code](refused.facts ?? {}),
    /** The answer when it was done; null when it was refused. */
    async tell(command: Command): Promise<Extract<Answer, { ok: true }> | null> {
      setSending(true);
      const answer = await send(command);
      setSending(false);
      setRefused(answer.ok ? null : answer);
      return answer.ok ? answer : null;
    },
  };
}
