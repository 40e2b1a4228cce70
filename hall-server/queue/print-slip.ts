// 打印号票: a ticket is printed once by itself; again only when somebody asks. What became of the paper is a fact like any other.
import type { Actor } from '../../shared/actors.ts';
import type { CommandOf } from '../../shared/commands.ts';
import type { PrinterId } from '../../shared/ids.ts';
import type { SlipState } from '../../shared/printing.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { hasEnded } from './lifecycle.ts';
import type { HallState, Slip, Ticket } from './state.ts';

/** What may still become of a slip. What is known, and that nothing can be known, is never taken back. */
const slipSteps = {
  issued: ['sent', 'confirmed', 'failed', 'unknown'],
  sent: ['confirmed', 'failed', 'unknown'],
  confirmed: [],
  failed: [],
  unknown: [],
} as const satisfies Record<SlipState, readonly SlipState[]>;

/** The printer beside whoever asks: the kiosk's own, or the front desk's; null where there is none in use. */
export function printerOf({ setup }: HallState, actor: Actor): PrinterId | null {
  const atKiosk = actor.kind === 'device' && actor.assignment.kind === 'ticketKiosk' ? actor.assignment.printer : null;
  const wanted = actor.kind === 'staff' ? setup.rules.printing.deskPrinter : atKiosk;
  const printer = setup.printers.find((one) => one.id === wanted && one.active);
  if (printer === undefined) return null;
  // A printer behind a kiosk's shell prints for that kiosk only.
  return actor.kind === 'staff' && printer.connection.via === 'shell' ? null : printer.id;
}

export function reprintTicket(state: HallState, { ticketId }: CommandOf<'reprintTicket'>, context: Context): Decision {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  const refused = cannotReprint(state, ticket, context.actor, context.now);
  if (refused !== null) return refused;
  const printerId = printerOf(state, context.actor);
  if (printerId === null) return reject('noPrinter');
  return [{ type: 'ticketReprinted', at: context.now, ticketId, printerId, printNo: (ticket.slip?.printNo ?? 0) + 1 }];
}

/** Why a ticket's slip cannot be printed again now by this asker; null when it can. `now`: UTC ms. */
export function cannotReprint(state: HallState, ticket: Ticket, actor: Actor, now: number): Rejection | null {
  if (hasEnded(ticket.status)) return reject('ticketEnded');
  const printerId = printerOf(state, actor);
  if (printerId === null) return reject('noPrinter');
  if (actor.kind === 'device') {
    // At a kiosk it is the visitor who has just taken the number, not a passer-by.
    if (ticket.issuedBy !== actor.deviceId) return reject('notIssuedHere');
    const { reprintMinutes } = state.setup.rules.printing;
    if (now > ticket.issuedAt + reprintMinutes * 60_000) return reject('reprintTooLate', { minutes: reprintMinutes });
  }
  return isOnItsWay(ticket.slip) ? reject('slipOnItsWay') : null;
}

/** Whether a slip may still come: a second one now could make two. */
export function isOnItsWay(slip: Slip | null): boolean {
  return slip !== null && slipSteps[slip.state].length > 0;
}

export function recordPrint(state: HallState, command: CommandOf<'recordPrint'>, context: Context): Decision {
  const { ticketId, printNo, fault } = command;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  const { slip } = ticket;
  if (slip === null || slip.printNo !== printNo || !maySayOf(state, slip, context.actor)) {
    return reject('printNotExpected');
  }
  if (!(slipSteps[slip.state] as readonly SlipState[]).includes(command.state)) return reject('printNotExpected');
  return [{ type: 'printRecorded', at: context.now, ticketId, printNo, state: command.state, fault }];
}

/** The printer that was asked; or the kiosk whose own shell prints there. */
function maySayOf({ setup }: HallState, slip: Slip, actor: Actor): boolean {
  if (actor.kind === 'printer') return actor.printerId === slip.printerId;
  if (actor.kind !== 'device' || actor.assignment.kind !== 'ticketKiosk') return false;
  const printer = setup.printers.find((one) => one.id === slip.printerId);
  return actor.assignment.printer === slip.printerId && printer?.connection.via === 'shell';
}
