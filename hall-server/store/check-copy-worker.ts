import { parentPort, workerData } from 'node:worker_threads';
import { checkCopy } from './check-copy.ts';

// A thread of its own: reading every page of a year's record must not keep a clerk waiting.
parentPort?.postMessage(checkCopy(String(workerData)));
