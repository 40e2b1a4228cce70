import { expect, test } from 'vitest';
import { createWorkProgress } from '../../hall-server/gateway/work-progress.ts';

async function* each(count: number) {
  for (let n = 0; n < count; n += 1) yield { n };
}

test('how far a file is can be told while it is written, and nothing is remembered of one that is over', async () => {
  const progress = createWorkProgress();
  const { rows } = progress.counted('one', { columns: ['n'], rows: each(4), count: 4 });
  expect(progress.of('one'), 'not begun').toBeNull();
  const seen: unknown[] = [];
  for await (const _ of rows) seen.push({ ...progress.of('one') });
  expect(seen).toEqual([0, 1, 2, 3].map((done) => ({ done, total: 4 })));
  expect(progress.of('one')).toBeNull();
});

test('nor of one whose reader went away', async () => {
  const progress = createWorkProgress();
  const { rows } = progress.counted('one', { columns: ['n'], rows: each(4), count: 4 });
  for await (const _ of rows) break;
  expect(progress.of('one')).toBeNull();
});
