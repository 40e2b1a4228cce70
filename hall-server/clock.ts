import { v7 as uuidV7 } from 'uuid';
import { CommandId } from '../shared/ids.ts';
import type { Hall } from './hall.ts';
import { localTime } from './local-time.ts';
import { dayIsOver } from './queue/business-day.ts';

const lookEveryMs = 10_000;

/** Opens each new day and closes it after hours, by commands like anybody's. Returns how to stop. */
export async function startClock(hall: Hall): Promise<() => void> {
  const look = async () => {
    const state = hall.state();
    const local = localTime(hall.now(), state.setup.hall.timeZone);
    const ask = (type: 'openDay' | 'closeDay') => hall.execute({ type }, { kind: 'clock' }, CommandId.parse(uuidV7()));
    if (state.day === null || state.day.date < local.date) await ask('openDay');
    else if (dayIsOver(state, local)) await ask('closeDay');
  };
  await look();
  const timer = setInterval(look, lookEveryMs);
  return () => clearInterval(timer);
}
