// 号票的状态: the eight states a ticket can be in, and every step there is between them. What is not listed cannot happen.
import type { Outcome } from '../../shared/commands.ts';
import type { TicketStatus } from '../../shared/views.ts';

export const lifecycle = {
  waiting: ['called', 'cancelled', 'expired'],
  called: ['called', 'serving', 'missed', 'waiting', 'expired'],
  serving: ['held', 'waiting', 'done', 'expired'],
  held: ['serving', 'cancelled', 'expired'],
  missed: ['waiting', 'serving', 'cancelled', 'expired'],
  done: [],
  cancelled: [],
  expired: [],
} as const satisfies Record<TicketStatus, readonly TicketStatus[]>;

/** Whether a ticket may step from one status to another. */
export function mayStep(from: TicketStatus, to: TicketStatus): boolean {
  return (lifecycle[from] as readonly TicketStatus[]).includes(to);
}

/** Whether a ticket's visit is over. */
export function hasEnded(status: TicketStatus): boolean {
  return lifecycle[status].length === 0;
}

/** A visit that ends with one of these has brought its errand to its end. */
export const endsCase: readonly Outcome[] = ['instant', 'collected'];
