import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came, with its body as JSON; `signed`: by the secret of the moment. */
export interface Received {
  readonly id: string;
  readonly body: Record<string, unknown>;
  readonly signed: boolean;
}

/** A program outside the hall that answers over a real socket. */
export class Receiver {
  readonly received: Received[] = [];
  /** By which messages should be signed. */
  secret = '';
  /** An HTTP status; null: it takes the message and the line breaks before it can say so. */
  answers: (received: Received) => number | null = () => 200;
  private readonly server: Server;
  private port = 0;
  constructor() {
    this.server = createServer(async (asked, answer) => {
      const received = await this.read(asked);
      this.received.push(received);
      const status = this.answers(received);
      if (status === null) asked.socket.destroy();
      else answer.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('{}');
    });
  }
  async up() {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }
  async down() {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
  get url() {
    return `http://127.0.0.1:${this.port}/events`;
  }
  private async read(asked: IncomingMessage): Promise<Received> {
    let body = '';
    for await (const piece of asked.setEncoding('utf8')) body += piece;
    const signature = createHmac('sha256', this.secret)
      .update(`${asked.headers['clearcall-time']}.${body}`)
      .digest('hex');
    return {
      id: String(asked.headers['idempotency-key']),
      body: JSON.parse(body),
      signed: asked.headers['clearcall-signature'] === `sha256=${signature}`,
    };
  }
}
