import type { EventRow } from '../store/webhooks.ts';

/** What of an event may leave the hall: numbers, ids and choices; never a word that somebody typed, nor a secret of a visitor. */
const tellable = [
  ...(['counterId', 'callNo', 'reason', 'outcome', 'collectOn', 'level', 'channel', 'date', 'slot'] as const),
  ...(['serviceId', 'queueId', 'source', 'appointmentId'] as const),
];

/** The same however often it is sent. */
export const eventId = (generation: number, sequence: number) => `${generation}-${sequence}`;

export function eventMessage({ sequence, at, type, ticketId, number, serviceId, event }: EventRow, generation: number) {
  const told = JSON.parse(event) as Readonly<Record<string, unknown>>;
  return {
    id: eventId(generation, sequence),
    type,
    /** ISO 8601, UTC. */
    at: new Date(at).toISOString(),
    ticketId,
    number,
    ...(serviceId !== null && { serviceId }),
    ...Object.fromEntries(tellable.flatMap((name) => (told[name] === undefined ? [] : [[name, told[name]]]))),
  };
}
export type EventMessage = ReturnType<typeof eventMessage>;
