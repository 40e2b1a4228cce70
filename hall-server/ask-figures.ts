import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { BaseLogger } from 'pino';
import { instantOf } from './local-time.ts';
import {
  dayKeeper,
  type FiguresQuestion,
  type FiguresReader,
  figuresReader,
  type KeptDay,
} from './store/read-figures.ts';

interface AskFigures {
  readonly db: Database.Database;
  /** The built `figures-worker.ts`; null: they are read in this thread, as tests of other things do. */
  readonly worker: string | null;
  readonly timeZone: () => string;
  readonly log: Pick<BaseLogger, 'error'>;
}

/** The reader's answers, each in time or not at all. Rejects when it could not be read; asked again, it is read anew. */
export type AskingFigures = {
  readonly [About in keyof FiguresReader]: (
    asked: Parameters<FiguresReader[About]>[0],
  ) => Promise<ReturnType<FiguresReader[About]>>;
} & { readonly close: () => Promise<void> };

type Told =
  | { readonly kept: KeptDay }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: string };

/** Longer than a year's first reading takes on a slow machine. */
const patienceMs = 120_000;

/** Asks for figures in a thread that only reads, begun with the first question and begun again if it dies. */
export function askFigures({ db, worker, timeZone, log }: AskFigures): AskingFigures {
  const keep = dayKeeper(db);
  if (worker === null) {
    const here = () => figuresReader(db, (date) => instantOf(date, 0, timeZone()), keep);
    return {
      figures: async (asked) => here().figures(asked),
      ratings: async (asked) => here().ratings(asked),
      trips: async (asked) => here().trips(asked),
      close: async () => {},
    };
  }
  const waiting = new Map<number, { settle: (answer: unknown) => void; fail: (error: Error) => void }>();
  let thread: Worker | null = null;
  let lastId = 0;

  const heard = (said: Told) => {
    if ('kept' in said) return keep(said.kept);
    const asked = waiting.get(said.id);
    waiting.delete(said.id);
    if ('answer' in said) asked?.settle(said.answer);
    else asked?.fail(new Error(said.failed));
  };
  const begin = () => {
    const begun = new Worker(worker, { workerData: { file: db.name } });
    begun.on('message', heard);
    begun.on('error', (err) => log.error({ err }, 'the thread that reads figures has failed'));
    begun.on('exit', () => {
      if (thread === begun) thread = null;
      for (const { fail } of waiting.values()) fail(new Error('the thread that reads figures has ended'));
      waiting.clear();
    });
    begun.unref();
    return begun;
  };
  const ask = (question: FiguresQuestion['question']): Promise<unknown> => {
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
      own.postMessage({ id, question, timeZone: timeZone() } satisfies FiguresQuestion);
    });
  };
  return {
    figures: (asked) => ask({ about: 'figures', asked }) as ReturnType<AskingFigures['figures']>,
    ratings: (asked) => ask({ about: 'ratings', asked }) as ReturnType<AskingFigures['ratings']>,
    trips: (asked) => ask({ about: 'trips', asked }) as ReturnType<AskingFigures['trips']>,
    async close() {
      await thread?.terminate();
    },
  };
}
