import type { PrinterCondition } from '../../shared/printing.ts';
import type { Bitmap } from './bitmap.ts';

const esc = 0x1b;
const gs = 0x1d;
const dle = 0x10;

/** Rows sent as one picture: small printers cannot hold a whole slip. */
const rowsAtOnce = 128;

/** A slip as a printer takes it: everything as dots (GS v 0), fed to the cutter and cut. */
export function slipBytes(slip: Bitmap): Buffer {
  const parts: Buffer[] = [
    // Afresh, and silent unless asked: an unasked status could be taken for an answer.
    Buffer.from([esc, 0x40, gs, 0x61, 0]),
  ];
  const { bytesPerRow, height, data } = slip;
  for (let from = 0; from < height; from += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - from);
    parts.push(Buffer.from([gs, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8]));
    parts.push(Buffer.from(data.subarray(from * bytesPerRow, (from + rows) * bytesPerRow)));
  }
  parts.push(Buffer.from([gs, 0x56, 66, 0]));
  return Buffer.concat(parts);
}

/** The real-time questions of DLE EOT: printer, cause of being offline, cause of an error, paper. */
export const statusQuestions = [1, 2, 3, 4] as const;
export type StatusQuestion = (typeof statusQuestions)[number];
export type StatusAnswers = Readonly<Record<StatusQuestion, number>>;

/** Answered at once, whatever the printer is doing. */
export function askStatus(question: StatusQuestion): Buffer {
  return Buffer.from([dle, 0x04, question]);
}

/** Answered in its turn: when everything sent before has been worked off. */
export const askWhenDone = Buffer.from([gs, 0x72, 1]);

/** Throws away what has not been printed yet, so that no late half of a slip comes once paper is put in (DLE DC4, function 8). */
export const clearBuffer = Buffer.from([dle, 0x14, 8, 1, 3, 20, 1, 6, 2, 8]);

/** What a byte from a printer is, by its fixed bits. */
export function kindOfByte(byte: number): 'status' | 'automaticStatus' | 'done' | 'other' {
  if ((byte & 0x93) === 0x12) return 'status';
  if ((byte & 0x93) === 0x10) return 'automaticStatus';
  // Two sensors with two bits each, always alike.
  if ((byte & 0x90) === 0 && ((byte & 1) === 1) === ((byte & 2) === 2) && ((byte & 4) === 4) === ((byte & 8) === 8)) {
    return 'done';
  }
  return 'other';
}

/** The bytes that follow the first of an automatic status. */
export const restOfAutomaticStatus = 3;

/** What the four answers say, the thing a person must see to first. */
export function conditionOf(answers: StatusAnswers): PrinterCondition {
  const has = (question: StatusQuestion, bits: number) => (answers[question] & bits) !== 0;
  if (has(2, 0x04)) return 'coverOpen';
  if (has(4, 0x60) || has(2, 0x20)) return 'paperOut';
  // Cutter, mechanics, voltage, temperature.
  if (has(2, 0x40) || has(3, 0x6c)) return 'error';
  if (has(1, 0x08)) return 'offline';
  return has(4, 0x0c) ? 'paperLow' : 'ok';
}
