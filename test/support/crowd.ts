import type { Command } from '../../shared/commands.ts';
import { CounterId, ServiceId, WorkProfileId } from '../../shared/ids.ts';
import type { Ack } from '../../shared/protocol.ts';
import type { CounterView, TicketKioskView } from '../../shared/views.ts';
import { type Client, connect, connectDevice, connectStaff } from './hall.ts';

/** Several people doing the same at once: sockets of one device or one session, each with its own rate limit. */
export interface Crowd {
  readonly clients: readonly Client[];
  /** Sent by the next of the crowd. */
  readonly send: (command: Command, id?: string) => Promise<Ack>;
  readonly close: () => void;
}

export function crowdOf(clients: readonly Client[]): Crowd {
  let next = 0;
  return {
    clients,
    send: (command, id) => {
      const client = clients[next % clients.length];
      next += 1;
      if (client === undefined) throw new Error('nobody in the crowd');
      return client.send(command, id);
    },
    close: () => {
      for (const client of clients) client.close();
    },
  };
}

/** One ticket kiosk of the demo hall, pressed by many hands. */
export async function kioskCrowd(address: string, size: number): Promise<Crowd> {
  const first = await connectDevice<TicketKioskView>(address, 'ticketKiosk');
  const more = Array.from({ length: size - 1 }, () =>
    connect<TicketKioskView>(address, { audience: 'device', slot: first.slot }, first.cookies),
  );
  return crowdOf([first, ...(await Promise.all(more))]);
}

/** A clerk of the demo hall with so many pages of one session. */
export async function clerkCrowd(address: string, login: string, size: number): Promise<Crowd> {
  const first = await connectStaff<CounterView>(address, 'counter', login);
  const more = Array.from({ length: size - 1 }, () =>
    connect<CounterView>(address, { audience: 'counter' }, first.cookies),
  );
  return crowdOf([first, ...(await Promise.all(more))]);
}

export const issueLicence = {
  type: 'issueTicket',
  serviceId: ServiceId.parse('licence-new-individual'),
  language: 'zhHans',
  priorityClassId: null,
} as const satisfies Command;

export function openCounter(counterId: string): Command {
  return {
    type: 'openCounter',
    counterId: CounterId.parse(counterId),
    workProfileId: WorkProfileId.parse('licence'),
  };
}

/** The receipt, or the test fails with the reason. */
export function accepted(answer: Ack) {
  if (!answer.ok) throw new Error(`refused: ${answer.code}`);
  return answer.receipt;
}

/** The ticket of an accepted command that is about one. */
export function ticketOf(answer: Ack) {
  const { ticket } = accepted(answer);
  if (ticket === undefined) throw new Error('no ticket in the receipt');
  return ticket;
}
