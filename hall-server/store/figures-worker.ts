import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { instantOf } from '../local-time.ts';
import { type FiguresQuestion, figuresReader } from './read-figures.ts';

// A thread of its own: no report ever keeps a clerk waiting. The database is only read here.
const { file } = z.object({ file: z.string() }).parse(workerData);
const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 250 });

parentPort?.on('message', ({ id, question, timeZone }: FiguresQuestion) => {
  const reader = figuresReader(
    db,
    (date) => instantOf(date, 0, timeZone),
    (kept) => parentPort?.postMessage({ kept }),
  );
  try {
    const answer =
      question.about === 'figures'
        ? reader.figures(question.asked)
        : question.about === 'ratings'
          ? reader.ratings(question.asked)
          : reader.trips(question.asked);
    parentPort?.postMessage({ id, answer });
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
});
