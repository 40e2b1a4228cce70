import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { BaseLogger } from 'pino';
import type { Figures } from '../shared/figures.ts';
import { instantOf } from './local-time.ts';
import { dayKeeper, type FiguresAsked, type KeptDay, readFigures } from './store/read-figures.ts';

interface AskFigures {
  readonly db: Database.Database;
  /** Of the database. */
  readonly file: string;
  /** The built `figures-worker.ts`; null: they are read in this thread, as tests of other things do. */
  readonly worker: string | null;
  readonly timeZone: () => string;
  readonly log: Pick<BaseLogger, 'error'>;
}

export interface AskingFigures {
  /** @throws Error when they could not be read in time; asked again, they are read anew */
  readonly ask: (asked: FiguresAsked) => Promise<Figures>;
  readonly close: () => Promise<void>;
}

type Told =
  | { readonly kept: KeptDay }
  | { readonly id: number; readonly figures: Figures }
  | { readonly id: number; readonly failed: string };

/** Longer than a year's first reading takes on a slow machine. */
const patienceMs = 120_000;

/** Asks for figures in a thread that only reads, begun with the first question and begun again if it dies. */
export function askFigures({ db, file, worker, timeZone, log }: AskFigures): AskingFigures {
  const keep = dayKeeper(db);
  if (worker === null) {
    const midnightOf = (date: string) => instantOf(date, 0, timeZone());
    return { ask: async (asked) => readFigures(db, asked, midnightOf, keep), close: async () => {} };
  }
  const waiting = new Map<number, { settle: (figures: Figures) => void; fail: (error: Error) => void }>();
  let thread: Worker | null = null;
  let lastId = 0;

  const failAll = (error: Error) => {
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const heard = (told: Told) => {
    if ('kept' in told) return keep(told.kept);
    const asked = waiting.get(told.id);
    waiting.delete(told.id);
    if ('figures' in told) asked?.settle(told.figures);
    else asked?.fail(new Error(told.failed));
  };
  const begin = () => {
    const begun = new Worker(worker, { workerData: { file } });
    begun.on('message', heard);
    begun.on('error', (err) => log.error({ err }, 'the thread that reads figures has failed'));
    begun.on('exit', () => {
      if (thread === begun) thread = null;
      failAll(new Error('the thread that reads figures has ended'));
    });
    begun.unref();
    return begun;
  };

  return {
    ask(asked) {
      thread ??= begin();
      const own = thread;
      lastId += 1;
      const id = lastId;
      return new Promise((settle, fail) => {
        const late = setTimeout(() => {
          waiting.delete(id);
          fail(new Error('figures took too long'));
          void own.terminate();
        }, patienceMs);
        const end =
          <Value>(act: (value: Value) => void) =>
          (value: Value) => {
            clearTimeout(late);
            act(value);
          };
        waiting.set(id, { settle: end(settle), fail: end(fail) });
        own.postMessage({ id, asked, timeZone: timeZone() });
      });
    },
    async close() {
      await thread?.terminate();
    },
  };
}
