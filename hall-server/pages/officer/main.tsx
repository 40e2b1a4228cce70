import { useCallback, useEffect, useState } from 'react';
import { type Asked, ask } from '../../../shared/browser/ask.ts';
import { mountPage } from '../../../shared/browser/mount-page.tsx';
import { createWishes } from '../../../shared/browser/wish-once.ts';
import type { Command } from '../../../shared/commands.ts';
import type { OfficerView } from '../../../shared/diary-views.ts';
import { type OfficerAck, TicketLink } from '../../../shared/protocol.ts';
import type { RefusalCode } from '../../../shared/rejections.ts';
import { Asking, Left, NotFound } from './no-officer.tsx';
import { OfficerPage, type Refused } from './officer-page.tsx';

/** The invitation stands behind '#', so it reaches no server log and no referrer. */
const asked = TicketLink.safeParse(location.hash.slice(1).trim().toUpperCase());
const link = asked.success ? asked.data : null;

const wish = createWishes();

function Officer({ link }: { link: string }) {
  const [shown, setShown] = useState<OfficerView | 'asking' | 'late' | 'unknown' | 'left'>('asking');
  const look = useCallback(async () => {
    const answer = await ask<OfficerView>('/api/officer', { link });
    if (answer.ok) setShown(answer.answer);
    else if (answer.code === 'notFound') setShown('unknown');
    // What is on the glass stays, and what is being typed on it.
    else setShown((before) => (typeof before === 'object' ? before : 'late'));
  }, [link]);
  useEffect(() => {
    void look();
    // The visit goes on while the phone is in a pocket.
    const seen = () => document.visibilityState === 'visible' && void look();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [look]);

  const settle = (answer: Asked<OfficerAck>): Refused | null => {
    if (!answer.ok) return { code: answer.code as RefusalCode | 'unreachable' };
    if (!answer.answer.ok) {
      // What is on the glass may be old: the next look is at what is there now.
      void look();
      return answer.answer;
    }
    setShown(answer.answer.view ?? 'left');
    return null;
  };
  const send = async (command: Command) => settle(await wish<OfficerAck>('/api/officer/command', { link, command }));
  const addVisit = async (slip: { number: string; day: string; code: string }) =>
    settle(await wish<OfficerAck>('/api/officer/visit', { link, ...slip }));

  if (shown === 'unknown') return <NotFound />;
  if (shown === 'left') return <Left />;
  if (shown === 'asking' || shown === 'late') return <Asking late={shown === 'late'} onRetry={() => void look()} />;
  return <OfficerPage view={shown} send={send} addVisit={addVisit} />;
}

addEventListener('hashchange', () => location.reload());
mountPage(link === null ? <NotFound /> : <Officer link={link} />);
