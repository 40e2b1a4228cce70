import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { announceHall } from '../hall-server/announce.ts';
import { findHalls } from '../shared/electron/hall-finder.ts';

// The server's announcement and the box's ear, over real multicast on a port of their own.

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function freeUdpPort(): Promise<{ port: number; socket: Socket }> {
  const socket = createSocket('udp4').bind(0);
  await once(socket, 'listening');
  return { port: socket.address().port, socket };
}

describe('a hall on the network', () => {
  it('is found by a new box, with the address it wants to be known by, and is gone when it stops', async () => {
    const { port, socket } = await freeUdpPort();
    socket.close();
    await once(socket, 'close');
    const log = { warn: vi.fn() };
    const name = '江海区行政服务中心综合大厅及其名字特别长的分中心';
    const plain = announceHall({ name: '一号大厅', port: 8080, address: null }, log, port);
    const proxied = announceHall({ name, port: 8080, address: 'https://hall.example' }, log, port);
    const finder = findHalls(port);
    open.push(finder.stop, plain.stop, proxied.stop);

    await vi.waitFor(() => expect(finder.halls()).toHaveLength(2), 20_000);
    const found = new Map(finder.halls().map((hall) => [hall.name, hall.address]));
    expect(found.get('一号大厅')).toMatch(/^http:\/\/\d+\.\d+\.\d+\.\d+:8080$/);
    expect(found.get(name.slice(0, 21))).toBe('https://hall.example');
    await plain.stop();
    await vi.waitFor(() => expect(finder.halls()).toHaveLength(1), 20_000);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('runs as well where the network does not let it speak, and a box as well where it hears nothing', async () => {
    const { port, socket } = await freeUdpPort();
    const log = { warn: vi.fn() };
    const announced = announceHall({ name: '一号大厅', port: 8080, address: null }, log, port);
    const finder = findHalls(port);
    await vi.waitFor(() => expect(log.warn).toHaveBeenCalledOnce(), 20_000);
    expect(finder.halls()).toEqual([]);
    finder.stop();
    await announced.stop();
    socket.close();
  });
});
