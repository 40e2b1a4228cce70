import type { BaseLogger } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { CommandId, type PrinterId, type TicketId } from '../../shared/ids.ts';
import { type Language, languages } from '../../shared/languages.ts';
import type { Paper, PrinterCondition, PrintFault } from '../../shared/printing.ts';
import type { Printer } from '../../shared/setup.ts';
import { shellPrintsWithinMs } from '../../shared/shell.ts';
import type { Hall } from '../hall.ts';
import { isOnItsWay } from '../queue/print-slip.ts';
import type { Slip, Ticket } from '../queue/state.ts';
import type { TicketLinks } from '../ticket-links.ts';
import type { Picture, PrinterHealth } from '../views/picture.ts';
import type { Bitmap } from './bitmap.ts';
import { slipBytes } from './escpos.ts';
import { lookAt, type Patience, type Printed, printOnce } from './print.ts';
import { createPrintQueue, type PrintQueue } from './print-queue.ts';
import { openLine } from './printer-line.ts';
import { type SlipFacts, slipWords } from './slip.ts';
import { openSlipFonts, type SlipFonts } from './slip-fonts.ts';
import { drawSlip } from './slip-picture.ts';
import { sampleSlip, slipOfTicket } from './ticket-slip.ts';

export interface Printing {
  readonly health: () => PrinterHealth;
  readonly onHealthChange: (listener: () => void) => void;
  /** The slip as it is printed by the printer it was given to; null: the ticket has none. */
  readonly slipOf: (ticket: Ticket) => Promise<Bitmap | null>;
  readonly sample: (paper: Paper, language: Language) => Promise<Bitmap>;
  /** Prints a test page; null: there is no such printer that the server could reach. */
  readonly test: (printerId: PrinterId, language: Language) => Promise<Printed | null>;
  readonly close: () => Promise<void>;
}

export interface PrintingParts {
  readonly hall: Hall;
  readonly links: TicketLinks;
  readonly picture: (printers: PrinterHealth) => Picture;
  /** Where phones reach the hall, for the QR code. */
  readonly origin: () => string;
  readonly patience: Patience;
  readonly log: Pick<BaseLogger, 'info' | 'warn' | 'error'>;
}

/** Slips waiting at one printer: about a minute of printing. */
const mostWaiting = 20;
const lookEveryMs = 30_000;
/** A kiosk asks its shell at once; a page that has died meanwhile never tells. */
const shellTellsWithinMs = 3 * shellPrintsWithinMs;

type ServerPrinter = Printer & { readonly connection: Exclude<Printer['connection'], { via: 'shell' }> };
const isServers = (printer: Printer): printer is ServerPrinter => printer.connection.via !== 'shell';

/** Prints what the hall owes: after the commit, in order, each slip once, and writes down what became of it. */
export async function startPrinting(parts: PrintingParts): Promise<Printing> {
  const { hall, links, picture, origin, patience, log } = parts;
  /** Opened with the first slip: a hall without printers needs none. */
  let fonts: Promise<SlipFonts> | null = null;
  const queues = new Map<PrinterId, PrintQueue>();
  const timers = new Set<NodeJS.Timeout>();
  const listeners: (() => void)[] = [];
  /** Prints this server has taken on: `ticket/number of the print`. */
  const taken = new Set<string>();
  let health: PrinterHealth = new Map();
  let closed = false;

  const printerById = (id: PrinterId) => hall.state().setup.printers.find((one) => one.id === id && one.active);
  const queueOf = (id: PrinterId) => {
    const queue = queues.get(id) ?? createPrintQueue(mostWaiting);
    queues.set(id, queue);
    return queue;
  };
  const find = (id: PrinterId, condition: PrinterCondition) => {
    if (health.get(id)?.condition === condition) return;
    health = new Map(health).set(id, { condition, since: hall.now() });
    log.warn({ printer: id, condition }, 'a printer is found otherwise than before');
    for (const listener of listeners) listener();
  };
  const draw = async (facts: SlipFacts, paper: Paper) => {
    fonts ??= openSlipFonts();
    return drawSlip(slipWords(facts), paper, await fonts);
  };
  const lineTo = ({ connection }: ServerPrinter) => openLine(connection, patience.connect);

  /** Writes down what is known; false: the hall does not take it, because it knows better or its disk refuses. */
  const record = async (
    { id: ticketId }: Ticket,
    { printerId, printNo }: Slip,
    state: 'sent' | Printed['state'],
    fault: PrintFault | null,
  ): Promise<boolean> => {
    const command = { type: 'recordPrint', ticketId, printNo, state, fault } as const;
    const { ok } = await hall.execute(command, { kind: 'printer', printerId }, CommandId.parse(uuidV7()));
    return ok;
  };

  const print = async (ticket: Ticket, slip: Slip) => {
    const printer = printerById(slip.printerId);
    if (printer === undefined || !isServers(printer)) {
      await record(ticket, slip, 'failed', 'notSetUp');
      return;
    }
    try {
      const bytes = slipBytes(await draw(slipOfTicket(picture(health), ticket, links, origin()), printer.paper));
      // Written down before the first byte: after a crash, what is not called sent was not sent.
      const begin = () => (closed ? Promise.resolve(false) : record(ticket, slip, 'sent', null));
      const printed = await printOnce(() => lineTo(printer), bytes, begin, patience);
      if (printed === null) return;
      find(printer.id, printed.condition);
      await record(ticket, slip, printed.state, printed.fault);
    } catch (err) {
      log.error({ err, printer: printer.id }, 'a slip could not be printed');
      await record(ticket, slip, 'failed', 'error');
    }
  };

  /** Takes on what has just been owed. */
  const takeOn = (ticketId: TicketId) => {
    const ticket = hall.ticket(ticketId);
    const slip = ticket?.slip ?? null;
    if (ticket === null || slip?.state !== 'issued') return;
    const name = `${ticketId}/${slip.printNo}`;
    if (taken.has(name)) return;
    taken.add(name);
    const printer = printerById(slip.printerId);
    if (printer !== undefined && !isServers(printer)) {
      waitForShell(ticket, slip);
      return;
    }
    const accepted = queueOf(slip.printerId).add(async () => {
      await print(ticket, slip);
      taken.delete(name);
    });
    if (!accepted) void record(ticket, slip, 'failed', 'queueFull').finally(() => taken.delete(name));
  };

  /** The kiosk's page tells; if it never does, nobody knows. Refused, and rightly, when it has told. */
  const waitForShell = (ticket: Ticket, slip: Slip) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      taken.delete(`${ticket.id}/${slip.printNo}`);
      void record(ticket, slip, 'unknown', 'connectionLost');
    }, shellTellsWithinMs);
    timers.add(timer);
  };

  /** What a kiosk's shell tells is all that is known of the printer behind it. */
  const hearOfShell = (ticketId: TicketId) => {
    const slip = hall.state().tickets.get(ticketId)?.slip ?? null;
    if (slip === null || slip.state === 'issued' || slip.state === 'sent') return;
    const printer = printerById(slip.printerId);
    if (printer === undefined || isServers(printer)) return;
    find(printer.id, slip.state === 'confirmed' ? 'ok' : conditionAfter(slip.fault));
  };

  /** What the last run has left: never sent is known not to have come; sent is not known. Nothing is sent again. */
  const settleOld = async () => {
    for (const ticket of hall.state().tickets.values()) {
      const { slip } = ticket;
      if (slip === null || !isOnItsWay(slip)) continue;
      const printer = printerById(slip.printerId);
      // A kiosk's shell may have printed while the server was away.
      const neverSent = slip.state === 'issued' && (printer === undefined || isServers(printer));
      await record(ticket, slip, neverSent ? 'failed' : 'unknown', 'serverStopped');
    }
  };

  const look = () => {
    for (const printer of hall.state().setup.printers) {
      if (!printer.active || !isServers(printer) || !queueOf(printer.id).idle()) continue;
      queueOf(printer.id).add(async () => find(printer.id, await lookAt(() => lineTo(printer), patience)));
    }
  };

  await settleOld();
  let known = hall.state().setup.printers;
  hall.onChange(({ ticketIds }) => {
    if (closed) return;
    const { printers } = hall.state().setup;
    if (printers !== known) look();
    known = printers;
    for (const id of ticketIds) {
      takeOn(id);
      hearOfShell(id);
    }
  });
  look();
  const looking = setInterval(look, lookEveryMs);
  const warm = setImmediate(() => void warmUp());

  /** The first visitor must not wait for fonts to be read. */
  async function warmUp() {
    try {
      for (const { paper } of hall.state().setup.printers.filter((one) => one.active)) {
        for (const language of languages) {
          if (closed) return;
          await draw(sampleSlip(picture(health), language, origin()), paper);
        }
      }
    } catch (err) {
      log.error({ err }, 'slips cannot be drawn');
    }
  }

  return {
    health: () => health,
    onHealthChange: (listener) => listeners.push(listener),
    slipOf: async (ticket) => {
      const printer = ticket.slip === null ? undefined : printerById(ticket.slip.printerId);
      return printer === undefined ? null : draw(slipOfTicket(picture(health), ticket, links, origin()), printer.paper);
    },
    sample: (paper, language) => draw(sampleSlip(picture(health), language, origin()), paper),
    test: async (printerId, language) => {
      const printer = printerById(printerId);
      if (printer === undefined || !isServers(printer)) return null;
      const bytes = slipBytes(await draw(sampleSlip(picture(health), language, origin()), printer.paper));
      return new Promise((settle) => {
        const accepted = queueOf(printerId).add(async () => {
          const printed = await printOnce(
            () => lineTo(printer),
            bytes,
            async () => !closed,
            patience,
          );
          if (printed !== null) find(printerId, printed.condition);
          settle(printed);
        });
        if (!accepted) settle({ state: 'failed', fault: 'queueFull', condition: 'unknown' });
      });
    },
    close: async () => {
      closed = true;
      clearInterval(looking);
      clearImmediate(warm);
      for (const timer of timers) clearTimeout(timer);
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function conditionAfter(fault: PrintFault | null): PrinterCondition {
  switch (fault) {
    case 'paperOut':
    case 'coverOpen':
    case 'offline':
    case 'error':
    case 'unreachable':
      return fault;
    default:
      return 'unknown';
  }
}
