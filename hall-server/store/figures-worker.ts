import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { instantOf } from '../local-time.ts';
import { type FiguresAsked, readFigures } from './read-figures.ts';

// A thread of its own: no report ever keeps a clerk waiting. The database is only read here.
const { file } = z.object({ file: z.string() }).parse(workerData);
const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 250 });

parentPort?.on('message', ({ id, asked, timeZone }: { id: number; asked: FiguresAsked; timeZone: string }) => {
  try {
    const figures = readFigures(
      db,
      asked,
      (date) => instantOf(date, 0, timeZone),
      (kept) => parentPort?.postMessage({ kept }),
    );
    parentPort?.postMessage({ id, figures });
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
});
