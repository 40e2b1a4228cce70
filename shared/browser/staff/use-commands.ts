import { useCallback, useRef, useState } from 'react';
import type { Command } from '../../commands.ts';
import type { CommandId } from '../../ids.ts';
import type { View } from '../../views.ts';
import type { Answer, HallConnection } from '../hall-connection.ts';

export type Refused = Extract<Answer, { readonly ok: false }>;

export interface Commands {
  /** Null: another command is still on its way, this one was not sent. */
  readonly send: (command: Command, id?: CommandId) => Promise<Answer | null>;
  /** Why the last command was refused, until dismissed or the next one. */
  readonly refused: Refused | null;
  /** The hall has not answered for a while. */
  readonly slow: boolean;
  readonly dismiss: () => void;
}

const slowAfterMs = 600;

/** Sends one command at a time and keeps the last refusal for the page to show. */
export function useCommands<Shown extends View>(connection: HallConnection<Shown>): Commands {
  const underWay = useRef(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [slow, setSlow] = useState(false);

  const send = useCallback(
    async (command: Command, id?: CommandId) => {
      if (underWay.current) return null;
      underWay.current = true;
      setRefused(null);
      const timer = setTimeout(setSlow, slowAfterMs, true);
      const answer = await connection.send(command, id);
      clearTimeout(timer);
      setSlow(false);
      underWay.current = false;
      if (!answer.ok) setRefused(answer);
      return answer;
    },
    [connection],
  );
  const dismiss = useCallback(() => setRefused(null), []);
  return { send, refused, slow, dismiss };
}
