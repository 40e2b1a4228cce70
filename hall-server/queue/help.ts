// 求助: a counter calls for the manager, a manager says "coming", and whoever is there says that it is over.
import type { CommandOf } from '../../shared/commands.ts';
import type { CounterId } from '../../shared/ids.ts';
import { ownCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { HelpEvent } from './events.ts';
import type { CounterDuty, HallState, HelpCall, MannedDuty } from './state.ts';

export function callForHelp(state: HallState, { reason }: CommandOf<'callForHelp'>, context: Context): Decision {
  const own = ownCounter(state, context);
  if ('rejected' in own) return own;
  if (own.duty.help !== null) return reject('helpCalledAlready');
  return [{ type: 'helpCalled', at: context.now, counterId: own.counterId, reason }];
}

export function answerHelp(state: HallState, { counterId }: CommandOf<'answerHelp'>, context: Context): Decision {
  if (context.actor.kind !== 'staff') return reject('noCounter');
  const { staffId } = context.actor;
  const help = helpAt(state, counterId);
  if (help === null) return reject('helpNotCalled');
  if (help.answered !== null) return reject('helpAnsweredAlready');
  return [{ type: 'helpAnswered', at: context.now, counterId, staffId }];
}

export function endHelp(state: HallState, { counterId }: CommandOf<'endHelp'>, context: Context): Decision {
  const { actor } = context;
  const isManager = actor.kind === 'staff' && actor.role === 'manager';
  const own = isManager ? null : ownCounter(state, context);
  if (own !== null && 'rejected' in own) return own;
  if (own !== null && own.counterId !== counterId) return reject('notOwnCounter');
  return helpAt(state, counterId) === null
    ? reject('helpNotCalled')
    : [{ type: 'helpEnded', at: context.now, counterId }];
}

/** The call of a counter that nobody has said to be over. */
export function helpAt(state: HallState, counterId: CounterId): HelpCall | null {
  const duty = state.counters.get(counterId);
  return duty === undefined || duty.status === 'closed' ? null : duty.help;
}

/** What it does to the counter. @throws when nobody is there: the journal contradicts itself */
export function evolveHelp(duty: CounterDuty | undefined, event: HelpEvent): MannedDuty {
  if (duty === undefined || duty.status === 'closed') throw new Error(`no help at ${event.counterId}: nobody is there`);
  switch (event.type) {
    case 'helpCalled':
      return { ...duty, help: { reason: event.reason, since: event.at, answered: null } };
    case 'helpAnswered':
      return { ...duty, help: duty.help && { ...duty.help, answered: { by: event.staffId, at: event.at } } };
    case 'helpEnded':
      return { ...duty, help: null };
  }
}
