import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import type { Command } from '../../shared/commands.ts';
import type { CounterId, ServiceId, TicketId } from '../../shared/ids.ts';
import type { Setup } from '../../shared/setup.ts';

export type Answer =
  | { readonly ok: true; readonly ticketId: TicketId | null }
  | { readonly ok: false; readonly code: string };

/** A counter with its clerk, and a kiosk that sends it visitors. */
export interface Lane {
  readonly kiosk: (command: Command) => Promise<Answer>;
  readonly clerk: (command: Command) => Promise<Answer>;
  readonly serviceId: ServiceId;
}

/** Number taken, called, served, gone. */
export async function visit({ kiosk, clerk, serviceId }: Lane): Promise<void> {
  await done(kiosk(issue(serviceId)));
  const ticketId = await done(clerk({ type: 'callNext' }));
  await done(clerk({ type: 'startService', ticketId }));
  await done(clerk({ type: 'finish', ticketId, outcome: 'instant', externalCaseNo: null, collectOn: null }));
}

export function issue(serviceId: ServiceId): Command {
  return { type: 'issueTicket', serviceId, language: 'zhHans', priorityClassId: null };
}

/** The ticket that the command was about. @throws Error when the hall refused */
export async function done(answer: Promise<Answer>): Promise<TicketId> {
  const given = await answer;
  if (!given.ok) throw new Error(`the hall refused: ${given.code}`);
  return given.ticketId as TicketId;
}

/** Each counter of the demo hall: how its clerk opens it, and a service that comes to it first. */
export const demoCounters = demoSetup.counters.map((counter, turn) => ({
  login: `clerk${String(turn + 1).padStart(2, '0')}`,
  zone: counter.zone,
  counterId: counter.id,
  open: { type: 'openCounter', counterId: counter.id, workProfileId: counter.workProfile } as const,
  serviceId: serviceAt(demoSetup, counter.id),
}));

function serviceAt(
  { counters, workProfiles, services }: Pick<Setup, 'counters' | 'workProfiles' | 'services'>,
  id: CounterId,
) {
  const profile = counters.find((counter) => counter.id === id)?.workProfile;
  const queues = workProfiles.find((one) => one.id === profile)?.levels[0]?.queues ?? [];
  const service = services.find((one) => queues.some(({ queue }) => queue === one.queue));
  if (service === undefined) throw new Error(`nothing is served at ${id}`);
  return service.id;
}
