import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPassword } from '../../hall-server/demo/accounts.ts';
import { clipAddress, mostClipBytes, RecordingsList } from '../../shared/voice.ts';
import { clipsNeeded, Pack } from '../../signage-display/voice-packs/pack-contract.ts';
import { request, startDemoHall, temporaryFolder } from '../support/hall.ts';

// The hall's own voice: brought by an administrator, checked, served instead of the placeholder, taken away again.
const folder = temporaryFolder();
let hall: Awaited<ReturnType<typeof startDemoHall>>;
let administrator: string;
beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path });
  ({ cookies: administrator } = await signIn('admin'));
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

const signIn = (login: string) => request(hall.address, '/api/login', { page: 'admin', login, password: demoPassword });
const bundled = 'signage-display/voice-packs/zh-Hans';
const pack = Pack.parse(JSON.parse(readFileSync(`${bundled}/pack.json`, 'utf8')));
const clips = Object.fromEntries(
  clipsNeeded(pack).map((name) => [name, readFileSync(`${bundled}/${name}.opus`, 'base64')]),
);
const own = { pack: { ...pack, voice: 'Chen, with her consent' }, clips };
const send = (body: object, cookies = administrator, language = 'zh-Hans') =>
  request(hall.address, `/api/voice/${language}`, body, cookies);
const list = async () => RecordingsList.parse((await request(hall.address, '/api/voice')).body).recordings;

describe('recordings', () => {
  test('a whole pack is served clip by clip, over a restart too, until it is removed', async () => {
    expect((await send(own)).status).toBe(200);
    const [recording] = await list();
    expect(recording).toMatchObject({ language: 'zh-Hans', pack: { voice: 'Chen, with her consent' } });
    const address = clipAddress('zh-Hans', recording?.version ?? '', 'd7');
    const clip = await fetch(hall.address + address);
    expect(clip.headers.get('content-type')).toBe('audio/ogg');
    expect(clip.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await clip.arrayBuffer()).equals(readFileSync(`${bundled}/d7.opus`))).toBe(true);

    await hall.close();
    hall = await startDemoHall({ dataDir: folder.path });
    ({ cookies: administrator } = await signIn('admin'));
    expect(await list()).toEqual([recording]);
    // A newer upload takes its place: screens see another version.
    expect((await send(own)).status).toBe(200);
    const [newer] = await list();
    expect(newer?.version).not.toBe(recording?.version);
    expect((await fetch(hall.address + address)).status).toBe(404);

    expect((await request(hall.address, '/api/voice/zh-Hans/remove', {}, administrator)).status).toBe(200);
    expect(await list()).toEqual([]);
  });

  const { d3: _, ...withoutThree } = clips;
  test.each<readonly [string, object]>([
    ['one clip is missing', { ...own, clips: withoutThree }],
    ['one is more than needed', { ...own, clips: { ...clips, laugh: clips.d3 } }],
    [
      'one is no sound',
      { ...own, clips: { ...clips, d3: Buffer.from('<script>alert(1)</script>').toString('base64') } },
    ],
    ['one is far too large', { ...own, clips: { ...clips, d3: 'A'.repeat(mostClipBytes * 2) } }],
    ['a name leads elsewhere', { ...own, clips: { ...clips, '../../hall.sqlite': clips.d3 } }],
    ['it says another language', { ...own, pack: { ...own.pack, language: 'yue' } }],
    ['it is no pack', { ...own, pack: {} }],
    ['there is nothing in it', {}],
  ])('refused when %s, and nothing is changed', async (_what, body) => {
    expect((await send(body)).status).toBe(400);
    expect(await list()).toEqual([]);
  });

  test('only an administrator brings or removes them', async () => {
    const { cookies: manager } = await signIn('manager');
    expect((await send(own, manager)).status).toBe(403);
    expect((await send(own, '')).status).toBe(401);
    expect((await request(hall.address, '/api/voice/zh-Hans/remove', {}, manager)).status).toBe(403);
    expect((await request(hall.address, '/api/voice/zh-Hans/remove', {}, '')).status).toBe(401);
    expect((await send(own, administrator, 'klingon')).status).toBe(400);
  });

  test.each([
    '/voice/zh-Hans/0123456789abcdef/d1',
    '/voice/zh-Hans/..%2f..%2f/hall.sqlite',
    '/voice/zh-Hans/x/pack.json',
  ])('%s is not there', async (path) => {
    expect([400, 404]).toContain((await fetch(hall.address + path)).status);
  });
});
