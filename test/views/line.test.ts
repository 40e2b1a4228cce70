import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRejection } from '../../hall-server/queue/decision.ts';
import { adminView } from '../../hall-server/views/admin.ts';
import { boardView } from '../../hall-server/views/board.ts';
import { counterView } from '../../hall-server/views/counter.ts';
import { phoneView } from '../../hall-server/views/phone.ts';
import { usualSettings } from '../../shared/actors.ts';
import { StaffId } from '../../shared/ids.ts';
import {
  clerk,
  counterId,
  given,
  kiosk,
  later,
  missedAt,
  openCounters,
  queueId,
  reallyCalled,
  reception,
  type Steps,
  type Story,
  servedNext,
} from '../support/given.ts';

// What people are told of the line is what will happen: played against the law itself, in random halls.

const labels = [1, 2, 10] as const;
const letters = ['A', 'L', 'F', 'W'] as const;

type Happening =
  | { readonly what: 'issue'; readonly letter: (typeof letters)[number]; readonly priority: boolean }
  | { readonly what: 'serve' | 'missAndPutBack'; readonly label: (typeof labels)[number] }
  | {
      readonly what: 'passOn';
      readonly label: (typeof labels)[number];
      readonly to: (typeof letters)[number] | (typeof labels)[number];
    };

const label = fc.constantFrom(...labels);
const issue = fc.record({ what: fc.constant('issue'), letter: fc.constantFrom(...letters), priority: fc.boolean() });
const serve = fc.record({ what: fc.constantFrom('serve', 'missAndPutBack'), label });
const passOn = fc.record({ what: fc.constant('passOn'), label, to: fc.constantFrom(...letters, ...labels) });

const oneOf = (...kinds: fc.Arbitrary<Happening>[]) =>
  fc.array(fc.oneof({ weight: 5, arbitrary: kinds[0] ?? issue }, ...kinds.slice(1)), { maxLength: 30 });

/** What cannot be done in this hall is left out. */
function happen(story: Story, happening: Happening): Story {
  const step = stepFor(story, happening);
  return step === null ? story : story.given(later(1), step);
}

function stepFor(story: Story, happening: Happening): Steps | null {
  if (happening.what === 'issue') {
    const { letter, priority } = happening;
    return priority ? reception.issue(letter, 'elder') : kiosk.issue(letter);
  }
  const by = clerk(happening.label);
  const decision = story.when(by.callNext());
  if (isRejection(decision)) return null;
  const [event] = decision;
  const number = (event?.type === 'ticketCalled' && story.state.tickets.get(event.ticketId)?.number) || '';
  switch (happening.what) {
    case 'serve':
      return servedNext(happening.label);
    case 'missAndPutBack': {
      const putBack = kiosk.putBackMissed(number);
      const missed = story.given(missedAt(happening.label, number));
      return isRejection(missed.when(putBack)) ? null : [missedAt(happening.label, number), putBack];
    }
    case 'passOn': {
      const served = [by.callNext(), by.startService(number)];
      const on =
        typeof happening.to === 'number'
          ? by.transferToCounter(number, happening.to)
          : by.transferToQueue(number, happening.to);
      return isRejection(story.given(served).when(on)) ? null : [served, on];
    }
  }
}

const hall = given(openCounters(...labels));
const me = (n: number) => ({ staffId: StaffId.parse(`clerk${String(n).padStart(2, '0')}`), role: 'clerk' }) as const;

test('a clerk’s line is the order in which that counter really calls, with the reason of each call', () => {
  fc.assert(
    fc.property(oneOf(issue, serve, passOn), (happenings) => {
      const story = happenings.reduce(happen, hall);
      for (const n of labels) {
        const view = counterView(story.picture(), me(n));
        const called = reallyCalled(story, n);
        expect(view.line.map(({ number, reason }) => ({ number, reason }))).toEqual(called.slice(0, 30));
        expect(view.waiting).toBe(called.length);
      }
    }),
  );
});

test('as many ahead as are really called before from that queue; the counts of all pages agree', () => {
  fc.assert(
    fc.property(oneOf(issue, serve), (happenings) => {
      const story = happenings.reduce(happen, hall);
      const ofA = reallyCalled(story, 1).filter(({ number }) => number.startsWith('A'));
      const picture = story.picture();
      for (const [before, { number }] of ofA.entries()) {
        expect(phoneView(picture, story.ticket(number)).ahead).toBe(before);
      }
      const board = boardView(picture, {
        kind: 'hallScreen',
        panel: { diagonalInches: 55, farthestViewMetres: 9 },
        settings: usualSettings.hallScreen,
      });
      const admin = adminView(picture, { staffId: StaffId.parse('admin'), role: 'administrator' });
      expect(picture.line(queueId('A')).length).toBe(ofA.length);
      expect(board.groups.find((group) => group.groupId === 'licence')?.waiting).toBe(ofA.length);
      expect(admin.today.queues.find((queue) => queue.prefix === 'A')?.waiting).toBe(ofA.length);
      const waiting = [...story.state.tickets.values()].filter((ticket) => ticket.status === 'waiting');
      expect(admin.today.waiting).toBe(waiting.length);
    }),
  );
});

test('the range on a phone begins no earlier for whoever stands later in the same line', () => {
  fc.assert(
    fc.property(oneOf(issue, serve), (happenings) => {
      const picture = happenings.reduce(happen, hall).picture();
      const ranges = picture.line(queueId('A')).map((ticket) => picture.waitOfTicket(ticket.id));
      const lows = ranges.map((range) => range?.lowMinutes ?? -1);
      expect(lows).not.toContain(-1);
      expect(lows).toEqual(lows.toSorted((a, b) => a - b));
      const newcomer = picture.waitOfQueue(queueId('A'));
      expect(newcomer?.lowMinutes).toBeGreaterThanOrEqual(lows.at(-1) ?? 0);
    }),
  );
});

test('nobody can be told a range who waits for a paused counter alone', () => {
  const passed = hall.given(
    kiosk.issue('A'),
    clerk(1).callNext(),
    clerk(1).startService('A001'),
    clerk(1).transferToCounter('A001', 2),
  );
  const wait = (story: Story) => phoneView(story.picture(), story.ticket('A001')).wait;
  expect(wait(passed)).not.toBeNull();
  expect(wait(passed.given(clerk(2).pauseCounter()))).toBeNull();
  expect(passed.ticket('A001')).toMatchObject({ reservedFor: counterId(2) });
});
