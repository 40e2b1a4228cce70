import { demoPassword } from '../../hall-server/demo/accounts.ts';
import type { Command } from '../../shared/commands.ts';
import { type Client, connect, request } from '../support/hall.ts';
import { type Answer, type demoCounters, done, type Lane } from './visit.ts';

/** What a socket may send before it is told to slow down. */
const commandsPerSocket = 18;

export interface OpenLane extends Lane {
  /** The clerk goes home. */
  readonly end: () => Promise<void>;
  readonly close: () => void;
}

/** All kiosks are windows of one paired device: pairing it again would shut the others out. */
export async function pairKiosk(address: string): Promise<() => Promise<Client>> {
  const slot = 'bench';
  const { cookies } = await request(address, '/api/pairing', { slot, kind: 'ticketKiosk', wants: null });
  return () => connect(address, { audience: 'device', slot }, cookies);
}

export async function openLane(
  address: string,
  openKiosk: () => Promise<Client>,
  { login, open, serviceId }: (typeof demoCounters)[number],
  ackMs: number[],
): Promise<OpenLane> {
  const { cookies } = await request(address, '/api/login', { page: 'counter', login, password: demoPassword });
  const clerk = supply(() => connect(address, { audience: 'counter' }, cookies), ackMs);
  const kiosk = supply(openKiosk, ackMs);
  await done(clerk.send(open));
  const close = () => {
    clerk.close();
    kiosk.close();
  };
  const end = async () => void (await done(clerk.send({ type: 'closeCounter' })));
  return { clerk: clerk.send, kiosk: kiosk.send, serviceId, end, close };
}

/** Sends through a connection until its allowance is used up; the next one is ready by then. */
function supply(open: () => Promise<Client>, ackMs: number[]) {
  let ready = open();
  let next = open();
  let left = commandsPerSocket;
  return {
    async send(command: Command): Promise<Answer> {
      if (left === 0) {
        const used = await ready;
        ready = next;
        next = open();
        left = commandsPerSocket;
        used.close();
      }
      left -= 1;
      const client = await ready;
      const before = performance.now();
      const ack = await client.send(command);
      ackMs.push(performance.now() - before);
      return ack.ok ? { ok: true, ticketId: ack.receipt.ticket?.ticketId ?? null } : ack;
    },
    close: () => {
      for (const client of [ready, next]) client.then((one) => one.close());
    },
  };
}
