import { expect, test } from 'vitest';
import { createRandom } from '../../hall-server/simulate/random.ts';

const many = 20_000;
const draw = <Drawn>(one: () => Drawn) => Array.from({ length: many }, one);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the same seed draws the same, another seed something else', () => {
  const drawn = [1, 1, 2].map((seed) => JSON.stringify(Array.from({ length: 20 }, createRandom(seed).next)));
  expect(drawn[0]).toBe(drawn[1]);
  expect(drawn[0]).not.toBe(drawn[2]);
});

test('next is even over 0 to 1', () => {
  const values = draw(createRandom(3).next);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const inside = values.filter((value) => Math.floor(value * 10) === tenth).length;
    expect(inside / many).toBeCloseTo(0.1, 1.5);
  }
});

test('exponential and around keep their mean, around stays positive', () => {
  const random = createRandom(5);
  expect(mean(draw(() => random.exponential(4)))).toBeCloseTo(4, 0);
  const times = draw(() => random.around(10, 0.4));
  expect(mean(times)).toBeCloseTo(10, 0);
  expect(Math.min(...times)).toBeGreaterThan(0);
  const scatter = Math.sqrt(mean(times.map((time) => (time - 10) ** 2)));
  expect(scatter).toBeCloseTo(4, 0);
});

test('weighted chooses by weight, and never what weighs nothing', () => {
  const random = createRandom(9);
  const chosen = draw(() =>
    random.weighted([
      ['often', 3],
      ['seldom', 1],
      ['never', 0],
    ] as const),
  );
  expect(chosen.filter((one) => one === 'often').length / many).toBeCloseTo(0.75, 1.5);
  expect(chosen).not.toContain('never');
  expect(() => random.weighted([])).toThrow();
});
