import type { PrinterCondition, PrintFault } from '../../shared/printing.ts';
import {
  askStatus,
  askWhenDone,
  clearBuffer,
  conditionOf,
  kindOfByte,
  restOfAutomaticStatus,
  type StatusQuestion,
  statusQuestions,
} from './escpos.ts';
import type { PrinterLine } from './printer-line.ts';

/** How long a printer is waited for, ms. */
export interface Patience {
  readonly connect: number;
  /** For the answer to one question. */
  readonly answer: number;
  /** For the slip to be taken, and then to be printed. */
  readonly print: number;
  /** How often a printer at work is asked whether it is stuck. */
  readonly look: number;
}
export const usualPatience: Patience = { connect: 3_000, answer: 1_000, print: 20_000, look: 1_000 };

/** What became of one print, and what the printer was found to be in. */
export interface Printed {
  readonly state: 'confirmed' | 'failed' | 'unknown';
  readonly fault: PrintFault | null;
  readonly condition: PrinterCondition;
}

/** What a question found out; `mute`: it answers nothing, or nothing that is an answer. */
type Found = PrinterCondition | 'mute' | 'lost';

/** Conditions in which a slip does not come. */
const stops = ['paperOut', 'coverOpen', 'offline', 'error'] as const;
type Stop = (typeof stops)[number];
const isStop = (found: Found): found is Stop => (stops as readonly Found[]).includes(found);

/**
 * Sends one slip once and learns what became of it. Nothing is sent unless `begin` answers true; from then on what is
 * not known for certain is called unknown. @throws only what `begin` throws
 */
export async function printOnce(
  open: () => Promise<PrinterLine>,
  slip: Uint8Array,
  begin: () => Promise<boolean>,
  patience: Patience,
): Promise<Printed | null> {
  let line: PrinterLine;
  try {
    line = await open();
  } catch {
    return { state: 'failed', fault: 'unreachable', condition: 'unreachable' };
  }
  try {
    const talk = createTalk(line, patience);
    const before = await talk.condition();
    if (before === 'lost') return { state: 'failed', fault: 'unreachable', condition: 'unreachable' };
    if (isStop(before)) return { state: 'failed', fault: before, condition: before };
    if (!(await begin())) return null;
    return before === 'mute' ? await sendBlindly(line, slip, patience) : await sendAndWatch(line, talk, slip, patience);
  } finally {
    line.close();
  }
}

/** What a printer is in, asked by itself. */
export async function lookAt(open: () => Promise<PrinterLine>, patience: Patience): Promise<PrinterCondition> {
  let line: PrinterLine;
  try {
    line = await open();
  } catch {
    return 'unreachable';
  }
  try {
    const found = await createTalk(line, patience).condition();
    return found === 'lost' ? 'unreachable' : found === 'mute' ? 'unknown' : found;
  } finally {
    line.close();
  }
}

/** To a printer that does not answer: the slip is sent, and nobody knows. */
async function sendBlindly(line: PrinterLine, slip: Uint8Array, patience: Patience): Promise<Printed> {
  try {
    await line.write(slip, patience.print);
  } catch {
    return { state: 'unknown', fault: 'connectionLost', condition: 'unreachable' };
  }
  return { state: 'unknown', fault: 'noAnswer', condition: 'unknown' };
}

/** To a printer that answers: done is what it calls done. */
async function sendAndWatch(line: PrinterLine, talk: Talk, slip: Uint8Array, patience: Patience): Promise<Printed> {
  const lost: Printed = { state: 'unknown', fault: 'connectionLost', condition: 'unreachable' };
  const until = Date.now() + patience.print;
  let sending: 'under way' | 'taken' | 'broken' = 'under way';
  // Not waited for: a printer that is stuck takes nothing more.
  line.write(Buffer.concat([slip, askWhenDone]), patience.print).then(
    () => {
      sending = 'taken';
    },
    () => {
      sending = 'broken';
    },
  );
  const sent = () => sending;
  while (Date.now() < until && sent() !== 'broken') {
    const heard = await talk.waitForDone(patience.look);
    if (heard === 'lost') return lost;
    // Questions queue up behind the slip: before it is taken there is no use in asking.
    if (heard === 'silent' && sent() !== 'taken') continue;
    const now = await talk.condition();
    if (now === 'lost') return lost;
    if (heard === 'done') {
      // Only one who goes on making sense is believed.
      if (now === 'mute') return { state: 'unknown', fault: 'noAnswer', condition: 'unknown' };
      if (isStop(now)) return { state: 'unknown', fault: now, condition: now };
      return { state: 'confirmed', fault: null, condition: now };
    }
    if (isStop(now)) {
      await line.write(clearBuffer, patience.answer).catch(() => undefined);
      return { state: 'failed', fault: now, condition: now };
    }
  }
  // It has answered before, so silence now is not its habit.
  return { ...lost, condition: 'unknown' };
}

interface Talk {
  readonly condition: () => Promise<Found>;
  readonly waitForDone: (withinMs: number) => Promise<'done' | 'silent' | 'lost'>;
}

/** Questions and answers on a line, told apart by what the bytes look like. */
function createTalk(line: PrinterLine, patience: Patience): Talk {
  /** The answer to `askWhenDone` may come between the answers to others. */
  let done = false;

  /** The next byte that means something. */
  const next = async (
    withinMs: number,
  ): Promise<'status' | 'done' | 'other' | 'silent' | 'lost' | { status: number }> => {
    const byte = await line.read(withinMs);
    if (typeof byte === 'string') return byte;
    const kind = kindOfByte(byte);
    if (kind === 'automaticStatus') {
      for (let i = 0; i < restOfAutomaticStatus; i += 1) await line.read(patience.answer);
      return next(withinMs);
    }
    return kind === 'status' ? { status: byte } : kind;
  };

  const answerTo = async (question: StatusQuestion): Promise<number | 'mute' | 'lost'> => {
    try {
      await line.write(askStatus(question), patience.answer);
    } catch {
      return 'lost';
    }
    for (;;) {
      const heard = await next(patience.answer);
      if (typeof heard === 'object') return heard.status;
      if (heard === 'lost') return 'lost';
      if (heard !== 'done') return 'mute';
      done = true;
    }
  };

  return {
    async condition() {
      const answers: Record<StatusQuestion, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
      for (const question of statusQuestions) {
        const answer = await answerTo(question);
        if (typeof answer === 'string') return answer;
        answers[question] = answer;
      }
      return conditionOf(answers);
    },
    async waitForDone(withinMs) {
      if (done) return 'done';
      const heard = await next(withinMs);
      if (heard === 'done' || heard === 'lost') return heard;
      return 'silent';
    },
  };
}
