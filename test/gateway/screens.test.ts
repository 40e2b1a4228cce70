import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { usualSettings } from '../../shared/actors.ts';
import type { DeviceList, DeviceRow } from '../../shared/http.ts';
import { DeviceId } from '../../shared/ids.ts';
import type { OrderMessage, Painted } from '../../shared/protocol.ts';
import type { BoardView, SignView } from '../../shared/views.ts';
import { issueLicence } from '../support/crowd.ts';
import {
  type Client,
  connect,
  connectDevice,
  connectStaff,
  cutOf,
  logIn,
  type RunningHall,
  refusalOf,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now: number;
const cookies: Record<string, string> = {};
const open: Client[] = [];

beforeAll(async () => {
  now = Date.parse('2026-03-10T09:00:00+08:00');
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
  for (const login of ['admin', 'manager']) cookies[login] = (await logIn(hall.address, 'admin', login)).cookies;
});
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

const kept = async <One extends Client>(client: Promise<One>): Promise<One> => {
  const one = await client;
  open.push(one);
  return one;
};
const screen = () => kept(connectDevice<BoardView>(hall.address, 'hallScreen', 'hall-screen'));
const rowOf = async (id: string): Promise<DeviceRow> => {
  const { body } = await request(hall.address, '/api/devices', undefined, cookies.admin);
  const row = (body as DeviceList).devices.find((one) => one.deviceId === id);
  return row ?? expect.fail(`no device ${id}`);
};
const report = {
  glass: { width: 1080, height: 1920, devicePixelRatio: 2 },
  font: 'fallback',
  sound: 'blocked',
} as const;

/** The first answer that is as wanted: what a socket sends is handled a moment later. */
async function until(id: string, wanted: (row: DeviceRow) => boolean): Promise<DeviceRow> {
  for (;;) {
    const row = await rowOf(id);
    if (wanted(row)) return row;
  }
}

describe('how a screen is', () => {
  test('is told with each painting and listed; what it told of its glass is kept when it is gone', async () => {
    const board = await screen();
    expect((await rowOf('hall-screen')).health).toEqual({ isCurrentBuild: true, lagMs: 0, screen: null });
    board.socket.emit('painted', { revision: board.revision(), screen: report });
    const { health, online } = await until('hall-screen', (row) => row.health?.screen != null);
    expect({ health, online }).toEqual({
      health: { isCurrentBuild: true, lagMs: 0, screen: report },
      online: true,
    });
    board.close();
    expect(await until('hall-screen', (row) => !row.online)).toMatchObject({ health: null, glass: report.glass });
  });

  test('what it was sent and has not painted makes it late; painting the newest settles all', async () => {
    const board = await screen();
    const kiosk = await kept(connectDevice(hall.address, 'ticketKiosk'));
    board.socket.emit('painted', { revision: board.revision() });
    await until('hall-screen', (row) => row.health?.lagMs === 0);
    const before = board.revision();
    for (let n = 0; n < 3; n += 1) await kiosk.send(issueLicence);
    const sum = (view: BoardView) => view.groups.reduce((all, group) => all + group.waiting, 0);
    await board.until((view) => sum(view) >= 3);
    now += 11_000;
    expect((await rowOf('hall-screen')).health?.lagMs).toBe(11_000);
    // An old picture does not count.
    board.socket.emit('painted', { revision: before });
    now += 1_000;
    expect((await rowOf('hall-screen')).health?.lagMs).toBe(12_000);
    board.socket.emit('painted', { revision: board.revision() });
    await until('hall-screen', (row) => row.health?.lagMs === 0);
  });

  test('a page of another build is told from one of this', async () => {
    const { slot, cookies: token } = await screen();
    await kept(connect(hall.address, { audience: 'device', slot }, token, 'older'));
    expect((await rowOf('hall-screen')).health?.isCurrentBuild).toBe(false);
  });

  test.each([
    ['no revision', { screen: report }],
    ['a glass without size', { revision: { generation: 1, sequence: 1 }, screen: { ...report, glass: {} } }],
    ['a font of no kind', { revision: { generation: 1, sequence: 1 }, screen: { ...report, font: 'Comic Sans' } }],
    ['more than is asked', { revision: { generation: 1, sequence: 1 }, screen: { ...report, name: '王伟' } }],
  ])('%s is not taken', async (_, painted) => {
    const board = await screen();
    const before = await rowOf('hall-screen');
    board.socket.emit('painted', painted as unknown as Painted);
    // Messages of one socket are handled in order: this one is answered after the other.
    await board.send(issueLicence);
    expect((await rowOf('hall-screen')).glass).toEqual(before.glass);
  });
});

describe('orders', () => {
  const order = (deviceId: string, what: string, who = 'manager') =>
    request(hall.address, '/api/devices/order', { deviceId, order: what }, cookies[who]);
  const heardBy = (board: Client) => new Promise<OrderMessage>((settle) => board.socket.once('order', settle));

  test.each(['identify', 'measure', 'reload'])('%s reaches that screen, by its name, and no other', async (what) => {
    const board = await screen();
    const other = await kept(connectDevice(hall.address, 'zoneScreen', 'zone-screen-a'));
    const strayed: OrderMessage[] = [];
    other.socket.on('order', (message) => strayed.push(message));
    const heard = heardBy(board);
    expect((await order('hall-screen', what)).status).toBe(200);
    expect(await heard).toEqual({ order: what, name: '大厅屏' });
    expect(strayed).toEqual([]);
  });

  test('nobody without a session at administration gives one, and nothing but a screen that is there takes one', async () => {
    await screen();
    const desk = (await logIn(hall.address, 'desk', 'reception')).cookies;
    cookies.desk = desk;
    expect((await order('hall-screen', 'identify', 'nobody')).status).toBe(401);
    expect((await order('hall-screen', 'identify', 'desk')).status).toBe(401);
    expect((await order('zone-screen-b', 'identify')).body).toEqual({ code: 'deviceOffline' });
    expect((await order('no-such-screen', 'identify')).body).toEqual({ code: 'unknownDevice' });
    expect((await order('ticket-kiosk-1', 'reload')).body).toEqual({ code: 'malformed' });
    expect((await order('hall-screen', 'explode')).body).toEqual({ code: 'malformed' });
  });
});

describe('a mirror', () => {
  const deviceId = DeviceId.parse('counter-screen-01');
  const mirror = (who: string, id = deviceId) =>
    connect<SignView>(hall.address, { audience: 'mirror', deviceId: id }, cookies[who]);

  test.each(['admin', 'manager'])('shows %s what the screen is shown, and as it changes', async (who) => {
    const sign = await kept(connectDevice<SignView>(hall.address, 'counterScreen', deviceId));
    const picture = await kept(mirror(who));
    expect(picture.view()).toEqual(sign.view());
    const clerk = await kept(connectStaff(hall.address, 'counter', 'clerk01'));
    const [what, status] = who === 'admin' ? ['openCounter', 'open'] : ['closeCounter', 'closed'];
    const command = { type: what, ...(who === 'admin' && { counterId: 'counter-01', workProfileId: 'licence' }) };
    expect(await clerk.send(command as never)).toMatchObject({ ok: true });
    await picture.until((view) => view.status === status);
    expect(picture.view()).toEqual(await sign.until((view) => view.status === status));
  });

  test('is shown an emergency message for that very screen', async () => {
    const manager = await kept(connectStaff(hall.address, 'admin', 'manager'));
    const picture = await kept(mirror('manager'));
    const other = await kept(mirror('manager', DeviceId.parse('counter-screen-02')));
    const show = { type: 'showEmergency', messageId: 'evacuate', devices: [deviceId] };
    expect(await manager.send(show as never)).toMatchObject({ ok: true });
    await picture.until((view) => view.hall.emergency !== null);
    expect(other.view().hall.emergency).toBeNull();
    expect(await manager.send({ type: 'liftEmergency' })).toMatchObject({ ok: true });
    await picture.until((view) => view.hall.emergency === null);
  });

  test('commands nothing, paints nothing, and is not the device', async () => {
    const picture = await kept(mirror('manager'));
    expect(await picture.send({ type: 'closeDay' })).toEqual({ ok: false, code: 'forbidden' });
    picture.socket.emit('painted', { revision: { generation: 1, sequence: 1 }, screen: report });
    expect(await picture.send({ type: 'liftEmergency' })).toEqual({ ok: false, code: 'forbidden' });
    expect(await rowOf(deviceId)).toMatchObject({ online: false, health: null, glass: null });
    expect((await request(hall.address, '/health')).body.connected.staff).toBe(0);
  });

  test('is nobody else’s: other staff, devices, phones, strangers, and of nothing but screens', async () => {
    const who = { audience: 'mirror', deviceId } as const;
    const clerk = (await logIn(hall.address, 'counter', 'clerk01')).cookies;
    const desk = (await logIn(hall.address, 'desk', 'reception')).cookies;
    const board = await screen();
    for (const foreign of ['', clerk, desk, board.cookies]) {
      expect(await refusalOf(hall.address, who, foreign)).toBe('notSignedIn');
    }
    for (const id of ['no-such-screen', 'ticket-kiosk-1', 'rating-kiosk-01']) {
      const wish = { audience: 'mirror', deviceId: DeviceId.parse(id) } as const;
      expect(await refusalOf(hall.address, wish, cookies.admin)).toBe('forbidden');
    }
  });

  test('begins anew when its screen gets another task, and ends with its session', async () => {
    const session = (await logIn(hall.address, 'admin', 'manager')).cookies;
    const picture = await kept(connect<SignView>(hall.address, { audience: 'mirror', deviceId }, session));
    const settings = { ...usualSettings.counterScreen, theme: 'dark' };
    const { assignment, name } = await rowOf(deviceId);
    const gone = cutOf(picture);
    const assigned = await request(
      hall.address,
      '/api/devices/assign',
      { deviceId, name, assignment: { ...assignment, settings } },
      cookies.admin,
    );
    expect(assigned.status).toBe(200);
    expect(await gone).toBe('io server disconnect');
    const again = await kept(connect<SignView>(hall.address, { audience: 'mirror', deviceId }, session));
    expect(again.view().theme).toBe('dark');
    const ended = cutOf(again);
    await request(hall.address, '/api/logout', { page: 'admin' }, session);
    expect(await ended).toBe('io server disconnect');
    expect(await refusalOf(hall.address, { audience: 'mirror', deviceId }, session)).toBe('notSignedIn');
  });
});

describe('a set-up that cannot be read from the farthest seat', () => {
  const assign = (farthestViewMetres: number, diagonalInches = 43) =>
    request(
      hall.address,
      '/api/devices/assign',
      {
        deviceId: 'zone-screen-b',
        name: '分区屏 B',
        assignment: {
          kind: 'zoneScreen',
          zone: 'B',
          panel: { diagonalInches, farthestViewMetres },
          settings: usualSettings.zoneScreen,
        },
      },
      cookies.admin,
    );

  test('is refused with a code of its own and changes nothing', async () => {
    const before = await rowOf('zone-screen-b');
    expect(await assign(20)).toMatchObject({ status: 409, body: { code: 'notReadable' } });
    expect(await rowOf('zone-screen-b')).toEqual(before);
    expect((await assign(8)).status).toBe(200);
  });

  test('is judged by the glass that the screen has told: upright, a line is shorter', async () => {
    expect((await assign(16, 86)).status).toBe(200);
    const board = await kept(connectDevice<BoardView>(hall.address, 'zoneScreen', 'zone-screen-b'));
    const upright = { ...report, glass: { width: 540, height: 1920, devicePixelRatio: 1 } };
    board.socket.emit('painted', { revision: board.revision(), screen: upright });
    await until('zone-screen-b', (row) => row.glass !== null);
    expect(await assign(16, 86)).toMatchObject({ status: 409, body: { code: 'notReadable' } });
  });

  test('is refused when a new screen is approved, by the window that asked', async () => {
    const glass = { width: 320, height: 1920, devicePixelRatio: 1 };
    const { body } = await request(hall.address, '/api/pairing', {
      slot: 'new-screen',
      kind: 'counterScreen',
      wants: 'corner',
      glass,
    });
    const approve = (farthestViewMetres: number) =>
      request(
        hall.address,
        '/api/devices/approve',
        {
          code: body.code,
          name: '1 号窗口屏',
          assignment: {
            kind: 'counterScreen',
            counter: 'counter-01',
            panel: { diagonalInches: 24, farthestViewMetres },
          },
        },
        cookies.admin,
      );
    expect((await approve(6)).body).toEqual({ code: 'notReadable' });
    expect((await approve(1)).status).toBe(200);
  });
});
