import { expect, test } from 'vitest';
import { createPace } from '../../hall-server/simulate/pace.ts';

test('a minute of the hall passes as fast as the speed says', async () => {
  const pace = createPace(600);
  const before = performance.now();
  await pace.sleep(0.5);
  expect(performance.now() - before).toBeGreaterThanOrEqual(49);
  expect(pace.now()).toBeGreaterThanOrEqual(0.49);
});

test('whoever waits is told when it is there, and only then', async () => {
  const pace = createPace(1);
  let there: string | null = null;
  let found: string | null = null;
  const waiting = pace.until(() => there).then((it) => (found = it));
  pace.tell();
  await Promise.resolve();
  expect(found).toBeNull();
  there = 'there';
  pace.tell();
  await waiting;
  expect(found).toBe('there');
});

test('what does not come in time is not waited for', async () => {
  expect(await createPace(600).until(() => null, 0.1)).toBeNull();
});

test('stopping ends every wait, the ones begun later too', async () => {
  const pace = createPace(1);
  const waits = [pace.sleep(1_000), pace.until(() => null)];
  pace.stop();
  await Promise.all([...waits, pace.sleep(1_000)]);
  expect(pace.stopped()).toBe(true);
});
