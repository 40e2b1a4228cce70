import { describe, expect, test } from 'vitest';
import { boardView } from '../../hall-server/views/board.ts';
import { deskView } from '../../hall-server/views/desk.ts';
import { nowView } from '../../hall-server/views/now.ts';
import { phoneView } from '../../hall-server/views/phone.ts';
import { ratingKioskView } from '../../hall-server/views/rating-kiosk.ts';
import { signView } from '../../hall-server/views/sign.ts';
import { ticketKioskView } from '../../hall-server/views/ticket-kiosk.ts';
import { usualSettings } from '../../shared/actors.ts';
import { StaffId } from '../../shared/ids.ts';
import {
  clerk,
  counterId,
  given,
  kiosk,
  missedAt,
  openCounters,
  reception,
  type Story,
  servedNext,
  waiting,
} from '../support/given.ts';

const panel = { diagonalInches: 55, farthestViewMetres: 10 };

/** Every path at which a value has fields, with the names of the fields: lists count as their entries together. */
function fieldsOf(value: unknown, path = 'view', found: Record<string, string[]> = {}): Record<string, string[]> {
  if (Array.isArray(value)) {
    for (const entry of value) fieldsOf(entry, `${path}[]`, found);
  } else if (value !== null && typeof value === 'object') {
    found[path] = [...new Set([...(found[path] ?? []), ...Object.keys(value)])].toSorted();
    for (const [key, inner] of Object.entries(value)) fieldsOf(inner, `${path}.${key}`, found);
  }
  return found;
}

/** A text in three languages and the facts of the hall are the same everywhere: told once. */
function fields(view: object): Record<string, string[]> {
  const all = fieldsOf(view);
  const shared = (path: string) => path.startsWith('view.hall') || /([nN]ame|evidence|zoneWay)$/.test(path);
  for (const [path, names] of Object.entries(all)) {
    if (/([nN]ame|evidence|zoneWay)$/.test(path)) expect(names, path).toEqual(['en', 'zhHans', 'zhHant']);
  }
  return Object.fromEntries(Object.entries(all).filter(([path]) => !shared(path)));
}

const missedRule = ['acceptWithinMinutes', 'afterCalls', 'putBackPlaces', 'putBackTimes', 'putBackWithinMinutes'];
const call = ['callNo', 'calledAt', 'counterLabel', 'number', 'status'];
const wait = ['highMinutes', 'lowMinutes'];
const words = ['en', 'zhHans', 'zhHant'];
/** The hall's own questions, the same for everybody. */
const localQuestions = {
  'view.questions[]': ['active', 'answers', 'id', 'text'],
  'view.questions[].answers[]': ['id', 'text'],
  'view.questions[].answers[].text': words,
  'view.questions[].text': words,
};

// Something of everything: served, called, missed, held, waiting with priority, finished a moment ago.
const busy = given(
  openCounters(1, 2, 3),
  waiting('A', 6),
  missedAt(1, 'A001'),
  reception.issue('A', 'elder'),
  servedNext(1),
  clerk(1).callNext(),
  clerk(2).callNext(),
  clerk(2).startService('A003'),
  clerk(3).callNext(),
  clerk(3).startService('A004'),
  clerk(3).hold('A004'),
);

describe('W1 views that leave the house have fixed fields', () => {
  test('the hall’s facts', () => {
    const { hall } = boardView(busy.picture(), { kind: 'hallScreen', panel, settings: usualSettings.hallScreen });
    expect(Object.keys(hall).toSorted()).toEqual([
      'demo',
      'displayLanguages',
      'emergency',
      'hotline',
      'name',
      'phoneBooking',
      'phoneOrigin',
      'timeZone',
      'voiceLanguages',
    ]);
  });

  test('board', () => {
    const view = boardView(busy.picture(), { kind: 'hallScreen', panel, settings: usualSettings.hallScreen });
    expect([view.calls.length, view.missed.length]).toEqual([2, 1]);
    expect(fields(view)).toEqual({
      view: [
        'calls',
        'groups',
        'hall',
        'kind',
        'missed',
        'missedRule',
        'panel',
        'preparing',
        'screen',
        'sound',
        'theme',
        'zoneName',
      ],
      'view.panel': ['diagonalInches', 'farthestViewMetres'],
      'view.sound': ['speaks', 'volume'],
      'view.calls[]': call,
      'view.groups[]': ['groupId', 'name', 'prefixes', 'wait', 'waiting'],
      'view.groups[].wait': wait,
      'view.missed[]': ['counterLabel', 'number'],
      'view.missedRule': missedRule,
    });
  });

  test('counter sign', () => {
    const view = signView(busy.picture(), {
      kind: 'counterScreen',
      counter: counterId(1),
      panel,
      settings: usualSettings.counterScreen,
    });
    expect(fields(view)).toEqual({
      view: ['call', 'counterLabel', 'hall', 'kind', 'panel', 'serves', 'sound', 'status', 'theme', 'zoneName'],
      'view.panel': ['diagonalInches', 'farthestViewMetres'],
      'view.sound': ['speaks', 'volume'],
      'view.call': call,
      'view.serves[]': ['name', 'prefix'],
    });
  });

  test('rating kiosk: the one ticket it asks about, and no other', () => {
    const view = ratingKioskView(busy.picture(), { kind: 'ratingKiosk', counter: counterId(1) });
    expect(fields(view)).toEqual({
      view: ['ask', 'counterLabel', 'hall', 'kind', 'prefixes', 'questions', 'takesOpinions'],
      ...localQuestions,
      'view.ask': ['number', 'ticketId', 'until'],
    });
    const others = [...busy.state.tickets.values()].filter((ticket) => ticket.id !== view.ask?.ticketId);
    for (const { id } of others) expect(JSON.stringify(view)).not.toContain(`"${id}"`);
  });

  test('ticket kiosk: of tickets only those that may be put back', () => {
    const view = ticketKioskView(busy.picture(), kiosk.by);
    expect(view.missed).toEqual([{ ticketId: busy.ticket('A001').id, number: 'A001' }]);
    const { 'view.groups[]': group, 'view.groups[].services[]': service, ...rest } = fields(view);
    expect(group).toEqual(['groupId', 'name', 'services', 'wait', 'waiting', 'zoneId', 'zoneName', 'zoneWay']);
    expect(service).toEqual([
      ...[
        'bookable',
        'counterLabels',
        'full',
        'given',
        'mayNotBeReachedBy',
        'name',
        'opens',
        'othersFirst',
        'prefix',
        'queueId',
        'serviceId',
      ],
      ...['wait', 'waiting'],
    ]);
    expect(rest).toEqual({
      view: [
        ...['generalServiceId', 'groups', 'hall', 'intake', 'kind', 'missed', 'missedRule', 'nextOpening'],
        ...['printer', 'priorityClasses', 'slips', 'takesAppointments', 'undoSeconds', 'whenNoSlip'],
      ],
      'view.intake': ['status'],
      'view.nextOpening': ['date', 'time'],
      'view.groups[].wait': wait,
      'view.groups[].services[].wait': wait,
      'view.missed[]': ['number', 'ticketId'],
      'view.priorityClasses[]': ['evidence', 'name'],
      'view.missedRule': missedRule,
    });
  });

  test('the poster’s page: numbers of people, and nobody’s number', () => {
    const view = nowView(busy.picture());
    expect(fields(view)).toEqual({
      view: ['groups', 'hall', 'intake', 'kind'],
      'view.intake': ['status'],
      'view.groups[]': ['full', 'groupId', 'name', 'wait', 'waiting', 'zoneName'],
      'view.groups[].wait': wait,
    });
    const text = JSON.stringify(view);
    for (const { id, number } of busy.state.tickets.values()) {
      expect(text).not.toContain(`"${id}"`);
      expect(text).not.toContain(number);
    }
    expect(text).not.toMatch(/clerk|counterLabel/);
  });

  const done = busy.given(clerk(2).finish('A003'));
  test.each<[string, Story, string]>([
    ['waiting', busy, 'A005'],
    ['called', busy, 'A002'],
    ['serving', busy, 'A003'],
    ['held', busy, 'A004'],
    ['missed', busy, 'A001'],
    ['done', done, 'A003'],
    ['cancelled', busy.given(reception.cancel('A006')), 'A006'],
  ])('phone, while its ticket is %s', (status, story, number) => {
    const ticket = story.ticket(number);
    const view = phoneView(story.picture(), ticket);
    expect(view.status).toBe(status);
    const { 'view.wait': range = wait, 'view.postpone': late = ['places', 'timesLeft'], ...rest } = fields(view);
    expect(range).toEqual(wait);
    expect(late).toEqual(['places', 'timesLeft']);
    expect(rest).toEqual({
      view: [
        ...['acceptUntil', 'ahead', 'callNo', 'canCancel', 'counterLabel', 'counterLabels', 'expectedAt', 'finished'],
        ...['further', 'hall', 'issuedAt', 'kind'],
        ...[
          'missedRule',
          'more',
          'next',
          'number',
          'postpone',
          'putBackUntil',
          'rating',
          'remindAhead',
          'serviceName',
          'since',
          'status',
          'ticketId',
          'wait',
        ],
        'zoneName',
      ],
      'view.missedRule': missedRule,
    });
    const text = JSON.stringify(view);
    expect(text).not.toMatch(/clerk|linkHash|hash-of/);
    for (const other of story.state.tickets.values()) {
      if (other.id !== ticket.id) expect(text).not.toContain(`"${other.id}"`);
    }
  });
});

test('no view of staff holds the link of a slip', () => {
  const view = deskView(busy.picture(), { staffId: StaffId.parse('reception'), role: 'reception' });
  expect(view.tickets.length).toBeGreaterThan(4);
  expect(JSON.stringify(view)).not.toContain('hash-of');
});

test('a phone’s own ticket: what it may do is what the law allows', () => {
  const phoneOf = (story: Story, number: string) => phoneView(story.picture(), story.ticket(number));
  expect(phoneOf(busy, 'A001')).toMatchObject({ canCancel: true, ahead: null, wait: null, counterLabel: '1' });
  expect(phoneOf(busy, 'A001').putBackUntil).toBe(busy.ticket('A001').since + 60 * 60_000);
  expect(phoneOf(busy, 'A001').acceptUntil).toBe(busy.ticket('A001').since + 15 * 60_000);
  expect(phoneOf(busy, 'A002')).toMatchObject({ canCancel: false, callNo: 1, counterLabel: '1' });
  expect(phoneOf(busy, 'A003')).toMatchObject({ canCancel: false, callNo: 0, rating: 'notOpen' });
  expect(phoneOf(busy, 'A005')).toMatchObject({ canCancel: true, ahead: 0, putBackUntil: null });
  const back = busy.given(kiosk.putBackMissed('A001'));
  expect(phoneOf(back, 'A001')).toMatchObject({ ahead: 2, putBackUntil: null, acceptUntil: null });
});
