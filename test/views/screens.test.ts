import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { boardView } from '../../hall-server/views/board.ts';
import { groupChoices } from '../../hall-server/views/group-choices.ts';
import { phoneView } from '../../hall-server/views/phone.ts';
import { ratingKioskView } from '../../hall-server/views/rating-kiosk.ts';
import { signView } from '../../hall-server/views/sign.ts';
import { ticketKioskView } from '../../hall-server/views/ticket-kiosk.ts';
import { DeviceAssignment, usualSettings } from '../../shared/actors.ts';
import {
  admin,
  at,
  clerk,
  counterId,
  given,
  givenIn,
  kiosk,
  later,
  missedAt,
  openCounters,
  phone,
  ratingKiosk,
  type Story,
  servedNext,
  waiting,
} from '../support/given.ts';

const panel = { diagonalInches: 55, farthestViewMetres: 10 };
const board = (story: Story) =>
  boardView(story.picture(), { kind: 'hallScreen', panel, settings: usualSettings.hallScreen });

describe('board', () => {
  test('D2 newest call first, a recall is a new call; then those being served', () => {
    const story = given(
      openCounters(1, 2, 3, 4),
      waiting('A', 4),
      [at('10:00'), clerk(1).callNext(), at('10:01'), clerk(2).callNext(), at('10:02'), clerk(3).callNext()],
      [at('10:03'), clerk(4).callNext(), clerk(2).startService('A002'), at('10:04'), clerk(1).recall('A001')],
    );
    expect(board(story).calls.map(({ number, callNo }) => [number, callNo])).toEqual([
      ['A001', 2],
      ['A004', 1],
      ['A003', 1],
      ['A002', 0],
    ]);
  });

  test('the missed strip: latest first, each for an hour', () => {
    const story = given(
      openCounters(1, 2),
      waiting('A', 2),
      at('10:00'),
      missedAt(1, 'A001'),
      at('10:30'),
      missedAt(2, 'A002'),
    );
    const strip = (time: string) => board(story.given(at(time))).missed.map((missed) => missed.number);
    expect(strip('10:31')).toEqual(['A002', 'A001']);
    expect(strip('11:00:59')).toEqual(['A002', 'A001']);
    expect(strip('11:01:00')).toEqual(['A002']);
    expect(strip('11:31:00')).toEqual([]);
  });
});

describe('choices', () => {
  const group = (story: Story, id: string) =>
    groupChoices(story.picture()).find((one) => one.groupId === id) ?? expect.fail(`no group ${id}`);

  test('full at the daily limit, not before', () => {
    const queues = demoSetup.queues.map((queue) => (queue.id === 'A' ? { ...queue, dailyLimit: 2 } : queue));
    const full = (count: number) =>
      group(givenIn({ ...demoSetup, queues }, waiting('A', count)), 'licence').services.map((one) => one.full);
    expect(full(1)).not.toContain(true);
    expect(full(2)).not.toContain(false);
  });

  test('a group tells the widest of its queues’ ranges, and counts everybody once', () => {
    const [tax] = demoSetup.services.filter((one) => one.queue === 'T');
    const mixed =
      tax === undefined ? expect.fail('no tax') : { ...tax, serviceGroup: demoSetup.services[0]?.serviceGroup };
    const services = demoSetup.services.map((one) => (one.id === tax?.id ? { ...one, ...mixed } : one));
    const story = givenIn(
      { ...demoSetup, services: services as typeof demoSetup.services },
      openCounters(1, 9),
      waiting('A', 6),
      waiting('T', 1),
    );
    const licence = group(story, 'licence');
    const ranges = licence.services.flatMap((service) => service.wait ?? []);
    expect(licence.waiting).toBe(7);
    expect(licence.wait).toEqual({
      lowMinutes: Math.min(...ranges.map((range) => range.lowMinutes)),
      highMinutes: Math.max(...ranges.map((range) => range.highMinutes)),
    });
    expect(new Set(ranges.map((range) => range.lowMinutes)).size).toBe(2);
  });

  test('a group without an active service is not offered', () => {
    const only = demoSetup.services.find((one) => one.serviceGroup === 'unresolved') ?? expect.fail('none');
    const story = given(admin.saves({ kind: 'service', value: { ...only, active: false } }));
    expect(groupChoices(story.picture()).map((one) => one.groupId)).not.toContain('unresolved');
  });

  test('where to look: the open counters that serve it, not the paused ones', () => {
    const story = given(openCounters(1, 2, 9), clerk(2).pauseCounter());
    expect(group(story, 'licence').services[0]?.counterLabels).toEqual(['1']);
    expect(group(story, 'collect').services[0]?.counterLabels, 'second level too').toEqual(['1', '9']);
  });
});

describe('a missed number', () => {
  const missed = given(openCounters(1), waiting('A', 1), missedAt(1, 'A001'));
  const again = missed.given(kiosk.putBackMissed('A001'), missedAt(1, 'A001'));

  test('is offered at the kiosk while it may be put back', () => {
    const offered = (story: Story) => ticketKioskView(story.picture(), kiosk.by).missed.map((one) => one.number);
    expect(offered(missed)).toEqual(['A001']);
    expect(offered(missed.given(later(3600)))).toEqual(['A001']);
    expect(offered(missed.given(later(3601)))).toEqual([]);
    expect(offered(again)).toEqual([]);
  });

  test('says on the phone what may still be done', () => {
    const view = (story: Story) => phoneView(story.picture(), story.ticket('A001'));
    expect(view(again)).toMatchObject({ status: 'missed', putBackUntil: null });
    expect(view(again).acceptUntil).not.toBeNull();
    expect(view(again.given(later(901))).acceptUntil).toBeNull();
  });
});

describe('counter sign', () => {
  const sign = (story: Story) =>
    signView(story.picture(), {
      kind: 'counterScreen',
      counter: counterId(1),
      panel,
      settings: usualSettings.counterScreen,
    });

  test('names what is served here now: the profile chosen at opening, the usual one when closed', () => {
    const asTax = given(clerk(1).openCounter(1, 'tax'));
    expect(sign(asTax).serves.map((one) => one.prefix)).toEqual(['T']);
    expect(sign(asTax.given(clerk(1).closeCounter())).serves.map((one) => one.prefix)).toEqual(['A']);
    expect(sign(given())).toMatchObject({ status: 'closed', call: null, counterLabel: '1' });
    expect(sign(asTax.given(clerk(1).pauseCounter())).status).toBe('paused');
  });
});

test('the rating kiosk thanks and asks no more: rated there, by phone, or the next visit ended', () => {
  const done = given(openCounters(1), waiting('A', 2), servedNext(1));
  const asks = (story: Story, label = 1) =>
    ratingKioskView(story.picture(), { kind: 'ratingKiosk', counter: counterId(label) }).ask?.number ?? null;
  expect(asks(done)).toBe('A001');
  expect(asks(done.given(ratingKiosk(1).rate('A001', 4)))).toBeNull();
  expect(asks(done.given(phone('A001').rate(4)))).toBeNull();
  expect(asks(done.given(servedNext(1)))).toBe('A002');
  expect(asks(done, 2)).toBeNull();
});

describe('what an administrator has settled for a screen', () => {
  const settings = { theme: 'dark', languages: ['en', 'zhHans'], speaks: false, volume: 35 } as const;
  const settled = { theme: 'dark', sound: { speaks: false, volume: 35 }, hall: { displayLanguages: ['en', 'zhHans'] } };

  test('is in its view: colours, languages in their order, sound', () => {
    expect(boardView(given().picture(), { kind: 'hallScreen', panel, settings })).toMatchObject(settled);
    expect(
      signView(given().picture(), { kind: 'counterScreen', counter: counterId(1), panel, settings }),
    ).toMatchObject(settled);
  });

  test('without languages of its own it shows those of the hall', () => {
    expect(board(given()).hall.displayLanguages).toEqual(demoSetup.hall.displayLanguages);
  });

  test('screens stored before there were settings are what they were: boards speak, signs do not', () => {
    const stored = (rest: object) => DeviceAssignment.parse({ panel, ...rest });
    expect(stored({ kind: 'hallScreen' })).toMatchObject({ settings: { theme: 'light', speaks: true, volume: 80 } });
    expect(stored({ kind: 'zoneScreen', zone: 'A' })).toMatchObject({ settings: { languages: null, speaks: true } });
    expect(stored({ kind: 'counterScreen', counter: 'counter-01' })).toMatchObject({ settings: { speaks: false } });
  });

  test.each([[[]], [['en', 'zhHans', 'zhHant']], [['fr']]])('languages %j are refused', (languages) => {
    const wish = { kind: 'hallScreen', panel, settings: { ...settings, languages } };
    expect(DeviceAssignment.safeParse(wish).success).toBe(false);
  });
});
