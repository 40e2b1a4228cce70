import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { entriesOf, entryKey } from '../../hall-server/queue/setup-entries.ts';
import type { SetupEntry } from '../../shared/setup.ts';
import { admin, clerk, given, openCounters, short, waiting } from '../support/given.ts';

// The set-up as a whole: from a file, or back to what it was. All of it or nothing.

const whole = entriesOf(demoSetup);
const changed = (key: string, change: object, entries: readonly SetupEntry[] = whole) =>
  entries.map((entry) =>
    entryKey(entry) === key ? ({ ...entry, value: { ...entry.value, ...change } } as SetupEntry) : entry,
  );
const without = (...keys: readonly string[]) => whole.filter((entry) => !keys.includes(entryKey(entry)));
const saved = (story: ReturnType<typeof given>) => story.state.setup;

describe('a whole set-up', () => {
  test('as it is already changes nothing, in whatever order its fields stand', () => {
    const shuffled = whole.map(({ kind, value }) => ({
      kind,
      value: Object.fromEntries(Object.entries(value).toReversed()),
    })) as unknown as readonly SetupEntry[];
    expect(short(given().when(admin.savesAll(shuffled, 'switchOff')))).toBe('nothingToChange');
  });

  test('only what differs is saved; what is left out stays or is switched off, as asked', () => {
    const target = changed('counter/counter-12', { label: '21' }, without('priorityClass/military'));
    expect(given().when(admin.savesAll(target, 'keep'))).toMatchObject([{ entry: { value: { label: '21' } } }]);
    const off = given().given(admin.savesAll(target, 'switchOff'));
    expect(saved(off).counters.find(({ id }) => id === 'counter-12')?.label).toBe('21');
    expect(saved(off).priorityClasses.find(({ id }) => id === 'military')?.active).toBe(false);
  });

  test('two labels change places, which one by one they could not', () => {
    const target = changed('counter/counter-11', { label: '12' }, changed('counter/counter-12', { label: '11' }));
    expect(
      short(given().when(admin.saves(target.find((one) => entryKey(one) === 'counter/counter-11') ?? expect.fail()))),
    ).toBe('setupDuplicate');
    expect(short(given().when(admin.savesAll(target)))).toEqual(['setupSaved', 'setupSaved']);
  });

  test('never makes a hall a demonstration, nor takes that away', () => {
    const target = changed('hall/only', { demo: !demoSetup.hall.demo, hotline: '12340' });
    const after = saved(given().given(admin.savesAll(target)));
    expect(after.hall).toMatchObject({ demo: demoSetup.hall.demo, hotline: '12340' });
  });

  test.each<[string, readonly SetupEntry[], string]>([
    ['a letter twice', changed('queue/T', { prefix: 'A' }), 'setupDuplicate'],
    ['a counter of no profile', changed('counter/counter-01', { workProfile: 'none' }), 'setupRefersToUnknown'],
    ['a zone that others stand in', without('zone/A'), 'setupRefersToUnknown'],
  ])('is refused whole: %s', (_, target, reason) => {
    expect(short(given().when(admin.savesAll(target, 'switchOff')))).toBe(reason);
  });
});

describe('in opening hours', () => {
  const busy = given(openCounters(1), waiting('A', 2), clerk(1).callNext());

  test('rules may go back at any time; the number at the counter stays where it is', () => {
    const target = whole.map((entry) =>
      entry.kind === 'rules'
        ? { ...entry, value: { ...entry.value, call: { ...entry.value.call, maxRecalls: 1 } } }
        : entry,
    );
    const after = busy.given(admin.savesAll(target, 'switchOff'));
    expect(after.ticket('A001').status).toBe('called');
    expect(saved(after).rules.call.maxRecalls).toBe(1);
  });

  test.each<[string, readonly SetupEntry[]]>([
    ['an open counter', without('counter/counter-01')],
    ['a letter that has given numbers', changed('queue/A', { prefix: 'K' })],
  ])('%s does not go away, and nothing else is changed with it', (_, target) => {
    const both = changed('counter/counter-12', { label: '21' }, target);
    expect(short(busy.when(admin.savesAll(both, 'switchOff')))).toBe('setupStillInUse');
  });
});
