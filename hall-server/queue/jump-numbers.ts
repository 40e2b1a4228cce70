// 恢复备份以后的号码: numbers given since the backup are in people's hands and in no record, so every queue goes on well beyond them.
import type { Context, Decision } from './decision.ts';
import { type HallState, queueDay } from './state.ts';

const hundred = 100;

/**
 * Each queue goes on with the first number after the next full hundred and one hundred more: none is given twice as long as no
 * queue has given more than a hundred since the backup.
 */
export function jumpNumbers(state: HallState, { now: at }: Context): Decision {
  const jumps = state.setup.queues.map(({ id }) => {
    const { lastSequence } = queueDay(state, id);
    return { queueId: id, lastSequence: Math.ceil(lastSequence / hundred) * hundred + hundred };
  });
  return [{ type: 'numbersJumped', at, jumps }];
}
