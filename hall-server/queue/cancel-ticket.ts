// 取消: a ticket that waits, is held or was missed is given up; its number is never used again that day.
// 撤销: a ticket kiosk may do so only with a number it has just given, while nobody has called it yet.
// A platform gives up only a number that it took itself; a visitor's link lets it read, not more.
import type { CommandOf } from '../../shared/commands.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { mayStep } from './lifecycle.ts';
import type { HallState, Ticket } from './state.ts';

export function cancelTicket(state: HallState, command: CommandOf<'cancelTicket'>, context: Context): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  const { actor } = context;
  if (actor.kind === 'platform' && ticket.platform !== actor.tokenId) return reject('notOfThisPlatform');
  if (!mayStep(ticket.status, 'cancelled')) return reject('ticketNotCancellable');
  const refused = actor.kind === 'device' ? cannotUndo(state, ticket, actor, context.now) : null;
  return refused ?? [{ type: 'ticketCancelled', at: context.now, ticketId: ticket.id, reason: command.reason }];
}

/** Why this kiosk cannot take the number back; null when it can. */
function cannotUndo(
  state: HallState,
  ticket: Ticket,
  { deviceId }: Extract<Context['actor'], { kind: 'device' }>,
  now: number,
): Rejection | null {
  if (ticket.issuedBy !== deviceId) return reject('issuedElsewhere');
  // Its booking is used up: taken back, the visitor would have neither.
  if (ticket.source === 'appointment') return reject('undoOfAppointment');
  const { undoSeconds } = state.setup.rules.issue;
  // Held or missed: it has been called, and whoever stands at the kiosk now is not who took it.
  const isOver = ticket.status !== 'waiting' || now > ticket.issuedAt + undoSeconds * 1000;
  return isOver ? reject('undoTooLate', { seconds: undoSeconds }) : null;
}
