import type { CounterTexts } from '../../../shared/texts/counter.ts';
import type { SeveralServicesTexts } from '../../../shared/texts/several-services.ts';
import type { CounterView } from '../../../shared/views.ts';
import { secondsBetween } from './shown.ts';

export const actionNames = [
  'startService',
  'recall',
  'markMissed',
  'finish',
  'hold',
  'transfer',
  'services',
  'withdraw',
  'pause',
  'close',
  'help',
] as const;
export type ActionName = (typeof actionNames)[number];

/** The keyboard's letter for each action: always the same, always in the same place. */
export const actionKeys = {
  startService: 'S',
  recall: 'R',
  markMissed: 'M',
  finish: 'F',
  hold: 'H',
  transfer: 'T',
  services: 'A',
  withdraw: 'W',
  pause: 'P',
  close: 'C',
  help: 'Q',
} as const satisfies Record<ActionName, string>;

/** The letters that open the lists of what was set aside. */
export const listKeys = { held: 'G', missed: 'B' } as const;

/** The letter that says: the manager's message is read. */
export const readKey = 'Y';

export interface Action {
  readonly name: ActionName;
  readonly label: string;
  /** What it will do, or why it cannot be done now. */
  readonly hint: string;
  readonly possible: boolean;
}

/** Every action in its place, possible or not: a clerk's fingers remember places. */
export function actionsNow(
  { counter, current }: CounterView,
  now: number,
  texts: CounterTexts,
  help: Pick<Action, 'label' | 'hint'>,
  several: SeveralServicesTexts,
): readonly Action[] {
  const called = current?.status === 'called' ? current : null;
  const serving = current?.status === 'serving' ? current : null;
  const paused = counter?.status === 'paused';
  const when = (possible: boolean, hint: string, otherwise: string) => ({
    possible,
    hint: possible ? hint : otherwise,
  });

  const ofCalled = (hint: string) => when(called !== null, hint, texts.notCalled);
  const ofServing = (hint: string) => when(serving !== null, hint, texts.notServing);
  const ofFreeCounter = when(current === null, '', texts.endTicketFirst);

  return [
    { name: 'startService', label: texts.startService, ...ofCalled('') },
    {
      name: 'recall',
      label: texts.recall,
      ...(called === null
        ? ofCalled('')
        : { possible: called.recallsLeft > 0, hint: texts.recallsLeft(called.recallsLeft) }),
    },
    {
      name: 'markMissed',
      label: texts.markMissed,
      ...(called === null ? ofCalled('') : missable(called.missableFrom)),
    },
    { name: 'finish', label: texts.finish, ...ofServing(texts.chooseOutcome) },
    { name: 'hold', label: texts.hold, ...ofServing(texts.freesCounter) },
    { name: 'transfer', label: texts.transfer, ...ofServing(texts.toOther) },
    { name: 'services', label: several.add, ...when(current !== null, several.addHint, texts.notServing) },
    { name: 'withdraw', label: texts.withdraw, ...ofCalled(texts.keepsPlace) },
    { name: 'pause', label: paused ? texts.resume : texts.pause, ...ofFreeCounter },
    { name: 'close', label: texts.close, ...ofFreeCounter },
    { name: 'help', ...help, possible: true },
  ];

  function missable(from: number | null): Pick<Action, 'possible' | 'hint'> {
    if (from === null) return { possible: false, hint: texts.recallFirst };
    return now < from
      ? { possible: false, hint: texts.missableIn(secondsBetween(now, from)) }
      : { possible: true, hint: '' };
  }
}
