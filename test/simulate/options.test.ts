import { expect, test } from 'vitest';
import { OptionsRefused, readOptions, usage } from '../../hall-server/simulate/options.ts';

const read = (...args: string[]) => readOptions(args, {}, 7);

test('without options: 100 visitors at 20x in the hall of this machine, with a seed of its own', () => {
  expect(read()).toEqual({ visitors: 100, speed: 20, address: 'http://127.0.0.1:8080', seed: 7 });
});

test('PORT chooses the hall as it does for the server', () => {
  expect(readOptions([], { PORT: '8123' }, 7)).toMatchObject({ address: 'http://127.0.0.1:8123' });
});

test('every option is read, an address down to its origin', () => {
  expect(read('--visitors', '30', '--speed=1.5', '--seed', '4', '--address', 'https://hall.example/counter/')).toEqual({
    visitors: 30,
    speed: 1.5,
    seed: 4,
    address: 'https://hall.example',
  });
});

test.each([
  [['--vistors', '30'], '--vistors'],
  [['30'], '30'],
  [['--visitors'], '--visitors'],
  [['--visitors', 'many'], '--visitors must be a number'],
  [['--visitors', '0'], '--visitors must be from 1 to 5000'],
  [['--visitors', '2.5'], '--visitors must be a whole number'],
  [['--speed', '601'], '--speed must be from 1 to 600'],
  [['--seed', '-1'], '--seed'],
  [['--address', 'hall.example'], '--address must begin with http:// or https://'],
  [['--address', 'ftp://hall.example'], '--address must begin with http:// or https://'],
])('%j is refused in words that name it', (args, words) => {
  expect(() => read(...args)).toThrow(OptionsRefused);
  expect(() => read(...args)).toThrow(words);
});

test('--help asks for the usage, which names every option', () => {
  expect(read('--help')).toBeNull();
  for (const name of ['--visitors', '--speed', '--address', '--seed']) expect(usage).toContain(name);
});
