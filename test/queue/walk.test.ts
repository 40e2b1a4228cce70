import fc from 'fast-check';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { type Hall, type Outcome, openHall } from '../../hall-server/hall.ts';
import { localTime } from '../../hall-server/local-time.ts';
import { toClock } from '../../hall-server/queue/appointment-slots.ts';
import { type HallEvent, isTicketEvent } from '../../hall-server/queue/events.ts';
import { evolve, settle } from '../../hall-server/queue/evolve.ts';
import { hasEnded, mayStep } from '../../hall-server/queue/lifecycle.ts';
import {
  type BusinessDay,
  counterOfStaff,
  emptyHall,
  type HallState,
  type Ticket,
  ticketAtCounter,
} from '../../hall-server/queue/state.ts';
import { queuesOfProfile } from '../../hall-server/queue/work-profile.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import { openStore, type Step, type Store } from '../../hall-server/store/store.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import { forecastForIssue } from '../../hall-server/views/picture.ts';
import type { Actor } from '../../shared/actors.ts';
import {
  appointmentCancelReasons,
  type Command,
  cancelReasons,
  helpReasons,
  outcomes,
  reserveReasons,
} from '../../shared/commands.ts';
import { AppointmentId, CommandId, DeviceId, MessageId, StaffId, TicketId } from '../../shared/ids.ts';
import { printFaults } from '../../shared/printing.ts';
import { Printer, type Setup, type SetupEntry } from '../../shared/setup.ts';
import { callReasons } from '../../shared/views.ts';
import { temporaryFolder } from '../support/hall.ts';

// Thousands of commands of anybody about anything, in bursts that share a transaction, over several days.
// WALK_SEED=<any number> takes another way.

const runs = 10;
const burstsARun = 700;
const longestBurst = 8;

const folders: { remove: () => void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

interface Dice {
  readonly what: number;
  readonly who: number;
  readonly which: number;
}
// Every side as likely as any other: thrown with a liking for 0, every second day would be closed at once.
const side = fc.noBias(fc.nat({ max: 1 << 20 }));
const burst = fc.record({
  /** Seconds that pass before it; now and then half a day, or the machine's clock falls back. */
  pause: fc.oneof(
    { weight: 120, arbitrary: fc.nat({ max: 90 }) },
    { weight: 1, arbitrary: fc.constant(12 * 3600) },
    { weight: 2, arbitrary: fc.integer({ min: -300, max: -1 }) },
  ),
  /** Which of the wishes is sent a second time, as by a phone that has lost the answer. */
  again: fc.nat({ max: 3 * longestBurst }),
  dice: fc.array(fc.record({ what: side, who: side, which: side }), { minLength: 1, maxLength: longestBurst }),
});

test('a random walk of more than 20,000 commands breaks no promise, and the journal tells the tables', {
  timeout: 240_000,
}, async () => {
  let asked = 0;
  const kinds = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(burst, { minLength: burstsARun, maxLength: burstsARun }), async (bursts) => {
      const walk = startWalk();
      for (const { pause, dice, again } of bursts) {
        walk.clock.now += pause * 1000;
        const wishes = dice.map((one) => wishFrom(one, walk));
        const ids = wishes.map(() => CommandId.parse(uuidV7()));
        const send = ({ actor, command }: Wish, i: number) =>
          walk.hall.execute(command, actor, ids[i] ?? expect.fail('an id for each wish'));
        const repeated = wishes[again];
        const [second, ...answers] = await Promise.all([
          repeated && Promise.resolve().then(() => send(repeated, again)),
          ...wishes.map(send),
        ]);
        if (repeated) expect(second, 'N2 the same wish again, the same answer').toEqual(answers[again]);
        asked += wishes.length;
        for (const [i, { command }] of wishes.entries()) count(kinds, command.type, answers[i]);
        checkState(walk.hall.state());
      }
      walk.checkSteps();
      walk.checkTables();
    }),
    {
      numRuns: runs,
      endOnFailure: true,
      seed: Number(process.env.WALK_SEED ?? 3),
      // The thousands of dice thrown would bury what went wrong; the seed throws them again.
      reporter: ({ failed, seed, errorInstance }) => {
        if (failed) throw new Error(`the walk of WALK_SEED=${seed} broke a promise`, { cause: errorInstance });
      },
    },
  );
  expect(asked).toBeGreaterThan(20_000);
  // A walk that hardly ever gets anywhere proves nothing: every kind of command has succeeded again and again.
  for (const reason of callReasons) expect(reasonsSeen, `called by ${reason}`).toContain(reason);
  for (const type of allTypes) expect(kinds.get(type) ?? 0, `${type} accepted`).toBeGreaterThan(9);
});

test('a day closed by hand keeps its hour, though the next day begins with being closed', async () => {
  const { hall, clock, closedAt } = startWalk();
  const close = () => hall.execute({ type: 'closeDay' }, manager, CommandId.parse(uuidV7()));
  await hall.execute({ type: 'openDay' }, { kind: 'clock' }, CommandId.parse(uuidV7()));
  await close();
  const byHand = clock.now;
  clock.now += 24 * 3_600_000;
  await close();
  expect(closedAt('2026-09-22')).toBe(byHand);
});

// --- what is asked --------------------------------------------------------------------------------------------------

const clerks = Array.from({ length: 5 }, (_, i) => StaffId.parse(`clerk0${i + 1}`));
const counters = demoSetup.counters.slice(5, 11);
const pick = <One>(from: readonly One[], n: number): One => {
  const one = from[n % from.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};
const unknown = TicketId.parse('never-issued');

type Wish = { readonly actor: Actor; readonly command: Command };

/** Likely steps are thrown more often, so that the walk gets somewhere; unlikely ones are not left out. */
const makers: readonly [weight: number, make: (dice: Dice, state: HallState, walk: Walk) => Wish][] = [
  [
    9,
    ({ who, which }) => ({
      actor: who % 2 === 0 ? kiosk : reception,
      command: {
        type: 'issueTicket',
        serviceId: pick(demoSetup.services, which).id,
        language: 'zhHans',
        priorityClassId: which % 3 === 0 ? pick(demoSetup.priorityClasses, which).id : null,
        // Now and then twice the same, which is refused.
        ...(which % 5 === 0 && { further: [pick(demoSetup.services, who).id, pick(demoSetup.services, who >> 4).id] }),
      },
    }),
  ],
  [
    2,
    (dice, state) => ({
      actor: reception,
      command: {
        type: 'addService',
        ticketId: of(dice, state, null),
        serviceId: pick(demoSetup.services, dice.which).id,
      },
    }),
  ],
  [
    2,
    ({ which, who }, state) => {
      const carrying = [...state.tickets.values()].filter(({ further }) => further.length > 0);
      const ticket = carrying.length === 0 ? undefined : pick(carrying, which);
      const serviceId = ticket?.further[0]?.serviceId ?? pick(demoSetup.services, who).id;
      return { actor: reception, command: { type: 'dropService', ticketId: ticket?.id ?? unknown, serviceId } };
    },
  ],
  [
    2,
    (dice, state) => ({
      actor: reception,
      command: {
        type: 'reserveTicket',
        ticketId: of(dice, state, 'waiting'),
        ...(dice.which % 4 === 0
          ? { for: null, reason: null }
          : {
              reason: pick(reserveReasons, dice.which),
              for:
                dice.which % 2 === 0
                  ? { to: 'counter', counterId: pick(counters, dice.who).id }
                  : { to: 'staff', staffId: pick(clerks, dice.who) },
            }),
      },
    }),
  ],
  [7, (dice, state) => byFree(dice, state, { type: 'callNext' })],
  [4, (dice, state) => byClerk(dice, { type: 'startService', ticketId: of(dice, state, 'called') }, state)],
  [
    6,
    (dice, state) => {
      const ticketId = of(dice, state, 'serving');
      // Rarely of a visit that has nothing further: that is refused.
      const goesOn = (state.tickets.get(ticketId)?.further.length ?? 0) > 0 ? dice.who % 5 > 0 : dice.who % 9 === 0;
      return byClerk(
        dice,
        {
          type: 'finish',
          ticketId,
          outcome: pick(outcomes, dice.which),
          externalCaseNo: dice.which % 3 === 0 ? `JH-${dice.which % 50}` : null,
          collectOn: null,
          ...(goesOn && { next: pick(['here', 'passOn', 'passOn', 'end'] as const, dice.what >> 3) }),
        },
        state,
      );
    },
  ],
  [
    2,
    (dice, state, { seen }) => ({
      actor: reception,
      command: {
        type: 'joinCase',
        ticketId: of(dice, state, 'waiting'),
        earlierTicketId: seen.length === 0 ? unknown : pick(seen, dice.who),
      },
    }),
  ],
  [12, (dice, state) => byClerk(dice, { type: 'recall', ticketId: of(dice, state, 'called') }, state)],
  [7, (dice, state) => byClerk(dice, { type: 'markMissed', ticketId: of(dice, state, 'called') }, state)],
  [
    1,
    (dice, state) =>
      byClerk(dice, { type: 'withdrawCall', ticketId: of(dice, state, 'called'), reason: 'otherReason' }, state),
  ],
  [8, (dice, state) => byClerk(dice, { type: 'acceptMissed', ticketId: of(dice, state, 'missed') }, state)],
  [5, (dice, state) => ({ actor: kiosk, command: { type: 'putBackMissed', ticketId: of(dice, state, 'missed') } })],
  [
    1,
    (dice, state) => ({
      actor: dice.who % 2 === 0 ? reception : { kind: 'phone', ticketId: of(dice, state, 'waiting') },
      command: { type: 'postponeTicket', ticketId: of(dice, state, 'waiting') },
    }),
  ],
  [
    2,
    (dice, state) =>
      byClerk(
        dice,
        {
          ...{ type: 'hold', ticketId: of(dice, state, 'serving'), reason: 'missingPaper' },
          ...(dice.which % 2 === 0 && { returnInMinutes: 20 }),
        },
        state,
      ),
  ],
  [2, (dice, state) => byClerk(dice, { type: 'resume', ticketId: of(dice, state, 'held') }, state)],
  [
    3,
    (dice, state) =>
      byClerk(
        dice,
        {
          type: 'transfer',
          ticketId: of(dice, state, 'serving'),
          reason: 'nextStep',
          target:
            dice.which % 2 === 0
              ? { to: 'queue', queueId: pick(demoSetup.queues, dice.which).id }
              : dice.which % 3 === 0
                ? { to: 'staff', staffId: pick(clerks, dice.which) }
                : { to: 'counter', counterId: pick(counters, dice.which).id },
          place: pick(
            [{ at: 'ownTime' }, { at: 'first' }, { at: 'last' }, { at: 'time', time: '15:00' }] as const,
            dice.who,
          ),
        },
        state,
      ),
  ],
  [
    1,
    (dice, state) => ({
      actor: reception,
      command: { type: 'cancelTicket', ticketId: of(dice, state, null), reason: pick(cancelReasons, dice.which) },
    }),
  ],
  [
    1,
    (dice, state) => ({
      actor: reception,
      command: {
        type: 'grantPriority',
        ticketId: of(dice, state, null),
        priorityClassId: pick(demoSetup.priorityClasses, dice.which).id,
      },
    }),
  ],
  [
    6,
    ({ which, who }, _state, { seen }) => {
      const ticketId = seen.length === 0 ? unknown : pick(seen.slice(-40), which);
      const level = pick([1, 2, 3, 4, 5] as const, who);
      return { actor: { kind: 'phone', ticketId }, command: { type: 'rateTicket', ticketId, level } };
    },
  ],
  [
    3,
    (dice, state) => {
      // Mostly somebody who is at no counter opens one that is closed: a hall whose counters stand closed calls nobody.
      const closed = counters.filter(({ id }) => (state.counters.get(id)?.status ?? 'closed') === 'closed');
      const idle = clerks.filter((staffId) => counterOfStaff(state, staffId) === null);
      const likely = isKind(dice.what) && closed.length > 0 && idle.length > 0;
      return byStaff(pick(likely ? idle : clerks, dice.who), {
        type: 'openCounter',
        counterId: pick(likely ? closed : counters, dice.which).id,
        // Not the counter's dice again: every counter works to every profile.
        workProfileId: pick(demoSetup.workProfiles, dice.which >> 6).id,
      });
    },
  ],
  [
    2,
    (dice, state) => {
      const manned = counters.filter(({ id }) => (state.counters.get(id)?.status ?? 'closed') !== 'closed');
      const idle = clerks.filter((staffId) => counterOfStaff(state, staffId) === null);
      const likely = isKind(dice.what) && manned.length > 0 && idle.length > 0;
      const { id: counterId } = pick(likely ? manned : counters, dice.which);
      return byStaff(pick(likely ? idle : clerks, dice.who), { type: 'takeOverCounter', counterId });
    },
  ],
  [1, (dice) => byClerk(dice, { type: 'pauseCounter', reason: 'lunch' })],
  [
    2,
    (dice, state) => {
      const paused = [...state.counters.values()].flatMap((duty) => (duty.status === 'paused' ? [duty.staffId] : []));
      return byStaff(pick(paused.length > 0 && isKind(dice.what) ? paused : clerks, dice.who), {
        type: 'resumeCounter',
      });
    },
  ],
  [1, (dice) => byClerk(dice, { type: 'closeCounter' })],
  [
    1,
    (dice, state) => ({
      actor: manager,
      command: {
        type: 'callChosen',
        ticketId: of(dice, state, 'waiting'),
        counterId: pick(counters, dice.who).id,
        reason: 'frail',
      },
    }),
  ],
  [
    6,
    ({ which, who }, _state, { clock }) => ({
      actor: reception,
      command: { type: 'bookAppointment', serviceId: pick(bookable, who).id, ...slotAfter(clock.now, which % 6) },
    }),
  ],
  [
    1,
    (dice, state) => ({
      actor: reception,
      command: {
        type: 'cancelAppointment',
        appointmentId: booking(dice, state),
        reason: pick(appointmentCancelReasons, dice.who),
      },
    }),
  ],
  [
    6,
    (dice, state, { links }) => ({
      actor: dice.who % 2 === 0 ? kiosk : reception,
      command: {
        type: 'checkIn',
        appointment:
          dice.who % 3 === 0
            ? { appointmentId: booking(dice, state) }
            : { code: links.appointmentCodeOf(booking(dice, state)) },
        language: 'zhHans',
      },
    }),
  ],
  [2, ({ which }) => ({ actor: admin, command: { type: 'saveSetup', entry: pick(entries, which) } })],
  [
    2,
    ({ which, who }) => ({
      actor: manager,
      command: {
        type: 'directCounter',
        counterId: pick(counters, who).id,
        order: pick(
          [
            { to: 'pause', reason: 'lunch' },
            { to: 'resume' },
            { to: 'close' },
            { to: 'profile', workProfileId: pick(demoSetup.workProfiles, which).id },
            { to: 'open', staffId: pick(clerks, who), workProfileId: pick(demoSetup.workProfiles, which).id },
          ],
          which,
        ),
      },
    }),
  ],
  [
    1,
    ({ which, who }) => ({
      actor: manager,
      command: {
        type: 'messageCounter',
        counterIds: which % 3 === 0 ? null : [pick(counters, who).id],
        text: 'please',
      },
    }),
  ],
  [
    2,
    (dice, state) => {
      const sent = [...state.messages.keys()];
      return byClerk(dice, {
        type: 'readMessage',
        messageId: sent.length === 0 ? MessageId.parse('never-sent') : pick(sent, dice.which),
      });
    },
  ],
  [3, (dice) => byClerk(dice, { type: 'callForHelp', reason: pick(helpReasons, dice.which) })],
  [2, ({ who }) => ({ actor: manager, command: { type: 'answerHelp', counterId: pick(counters, who).id } })],
  [
    2,
    ({ which, who }) => ({
      actor: which % 2 === 0 ? manager : { kind: 'staff', staffId: pick(clerks, which), role: 'clerk' },
      command: { type: 'endHelp', counterId: pick(counters, who).id },
    }),
  ],
  [
    1,
    ({ which, who }) => ({
      actor: admin,
      command: { type: 'saveSetups', entries: [pick(entries, which), pick(entries, who)], others: 'keep' },
    }),
  ],
  [
    4,
    (dice, state) => {
      const ticketId = of(dice, state, null);
      const printNo = state.tickets.get(ticketId)?.slip?.printNo ?? 1;
      const became = pick(['sent', 'confirmed', 'failed', 'unknown'] as const, dice.who);
      const fault = became === 'failed' || became === 'unknown' ? pick(printFaults, dice.which) : null;
      const actor = dice.who % 7 === 0 ? kiosk : ({ kind: 'printer', printerId: slipPrinter.id } as const);
      return { actor, command: { type: 'recordPrint', ticketId, printNo, state: became, fault } };
    },
  ],
  [
    2,
    (dice, state) => ({
      actor: dice.who % 2 === 0 ? kiosk : reception,
      command: { type: 'reprintTicket', ticketId: of(dice, state, null) },
    }),
  ],
  [
    1,
    ({ which, who }) => ({
      actor: manager,
      command: {
        type: 'showEmergency',
        messageId: pick(demoSetup.emergencyMessages, which).id,
        devices: who % 2 === 0 ? null : [DeviceId.parse('hall-screen')],
      },
    }),
  ],
  [1, () => ({ actor: admin, command: { type: 'liftEmergency' } })],
];
/** What an administrator may do on a busy day, letters and limits above all. */
const entries: readonly SetupEntry[] = [
  ...demoSetup.queues.flatMap((value) =>
    [value, { ...value, dailyLimit: 9 }, { ...value, prefix: 'K' }, { ...value, prefix: 'L', active: false }].map(
      (changed): SetupEntry => ({ kind: 'queue', value: changed }),
    ),
  ),
  ...counters.flatMap((value) =>
    [value, { ...value, active: false }].map((changed): SetupEntry => ({ kind: 'counter', value: changed })),
  ),
  ...demoSetup.priorityClasses.map((value): SetupEntry => ({ kind: 'priorityClass', value })),
  ...demoSetup.emergencyMessages.flatMap((value): readonly SetupEntry[] => [
    { kind: 'emergencyMessage', value },
    { kind: 'emergencyMessage', value: { ...value, active: false } },
  ]),
];
const bookable = demoSetup.services.filter(({ appointments }) => appointments !== null);
const allTypes = [
  ...['issueTicket', 'callNext', 'startService', 'finish', 'recall', 'markMissed', 'withdrawCall', 'acceptMissed'],
  ...[
    'putBackMissed',
    'postponeTicket',
    'joinCase',
    'hold',
    'resume',
    'transfer',
    'cancelTicket',
    'grantPriority',
    'addService',
    'dropService',
    'reserveTicket',
    'rateTicket',
    'openCounter',
  ],
  ...['takeOverCounter', 'pauseCounter', 'resumeCounter', 'closeCounter', 'callChosen'],
  ...['bookAppointment', 'cancelAppointment', 'checkIn'],
  ...['callForHelp', 'answerHelp', 'endHelp', 'messageCounter', 'readMessage'],
  ...['saveSetup', 'saveSetups', 'directCounter', 'recordPrint', 'reprintTicket'],
  ...['showEmergency', 'liftEmergency'],
];
const thrown = makers.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));

const slipPrinter = Printer.parse({
  id: 'kiosk-printer',
  name: 'Kiosk printer',
  connection: { via: 'network', host: '127.0.0.1', port: 9100 },
  paper: 80,
  active: true,
});
const walkSetup: Setup = {
  ...demoSetup,
  rules: { ...demoSetup.rules, printing: { ...demoSetup.rules.printing, deskPrinter: slipPrinter.id } },
  printers: [slipPrinter],
  // Every way of calling that there is: by time and by shares, with a limit to the wait, at a quick counter.
  workProfiles: demoSetup.workProfiles.map((profile, index) => ({
    ...profile,
    levels:
      index % 2 === 0
        ? profile.levels
        : [
            {
              order: 'share',
              queues: profile.levels.flatMap(({ queues }) => queues).map((one, i) => ({ ...one, share: 1 + (i % 3) })),
            },
            {
              order: 'time',
              queues: demoSetup.queues
                .filter(({ id }) => !queuesOfProfile(profile).includes(id))
                .slice(0, 2)
                .map(({ id }) => ({ queue: id, share: 1, firstAfterMinutes: 25 })),
            },
          ],
  })),
  counters: demoSetup.counters.map((one) => (one.id === counters[1]?.id ? { ...one, kind: 'quick' } : one)),
  services: demoSetup.services.map((one, index) => ({ ...one, quick: index % 3 === 0 })),
};
const kiosk: Actor = {
  kind: 'device',
  deviceId: DeviceId.parse('kiosk'),
  assignment: { kind: 'ticketKiosk', zone: null, printer: slipPrinter.id },
  provenTicketId: null,
};
const reception: Actor = { kind: 'staff', staffId: StaffId.parse('reception'), role: 'reception' };
const admin: Actor = { kind: 'staff', staffId: StaffId.parse('admin'), role: 'administrator' };
const manager: Actor = { kind: 'staff', staffId: StaffId.parse('manager'), role: 'manager' };

type Walk = ReturnType<typeof startWalk>;

function wishFrom(dice: Dice, walk: Walk): Wish {
  // Now and then the day is closed by hand; it opens again with the next date.
  if (dice.what % 4001 === 0) return { actor: manager, command: { type: 'closeDay' } };
  return pick(thrown, dice.what)(dice, walk.hall.state(), walk);
}

/** The n-th half hour from now on; 0 has begun already. */
function slotAfter(now: number, n: number): { date: string; slot: string } {
  const halfHour = 30 * 60_000;
  const { date, minute } = localTime(Math.floor(now / halfHour + n) * halfHour, demoSetup.hall.timeZone);
  return { date, slot: toClock(minute) };
}

/** Mostly one that is due soonest: it can be checked in. */
function booking({ which, what }: Dice, state: HallState): AppointmentId {
  const all = [...state.appointments.values()].filter(({ status }) => status === 'open' || what % 5 === 0);
  const soonest = all.toSorted((a, b) => a.startsAt - b.startsAt).slice(0, 4);
  return soonest.length === 0 ? AppointmentId.parse('never-booked') : pick(what % 7 === 0 ? all : soonest, which).id;
}

/** The clerk at whose counter the ticket is, three times out of four; otherwise any clerk, mostly the wrong one. */
function byClerk({ who }: Dice, command: Command, state?: HallState): Wish {
  const ticket = 'ticketId' in command ? state?.tickets.get(command.ticketId) : undefined;
  const duty = ticket !== undefined && 'counterId' in ticket ? state?.counters.get(ticket.counterId) : undefined;
  const right = duty !== undefined && duty.status !== 'closed' && who % 4 !== 0 ? duty.staffId : null;
  return byStaff(right ?? pick(clerks, who), command);
}

/** A clerk whose counter is open with nobody at it, if there is one and the dice are kind; otherwise any clerk. */
function byFree({ who, what }: Dice, state: HallState, command: Command): Wish {
  const free = [...state.counters].flatMap(([counterId, duty]) =>
    duty.status === 'open' && ticketAtCounter(state, counterId) === null ? [duty.staffId] : [],
  );
  return byStaff(pick(free.length > 0 && isKind(what) ? free : clerks, who), command);
}

/** Three throws out of four; by other sides of the dice than those that chose what is asked. */
function isKind(what: number): boolean {
  return (what >> 10) % 4 !== 0;
}

function byStaff(staffId: StaffId, command: Command): Wish {
  return { actor: { kind: 'staff', staffId, role: 'clerk' }, command };
}

/** A ticket in that status if there is one and the dice are kind; otherwise any ticket, or none that ever was. */
function of({ which, what }: Dice, state: HallState, status: string | null): TicketId {
  const all = [...state.tickets.values()];
  const fitting = all.filter((ticket) => ticket.status === status);
  const from = fitting.length > 0 && what % 5 !== 0 ? fitting : all;
  return from.length === 0 ? unknown : pick(from, which).id;
}

function count(kinds: Map<string, number>, type: string, answer: Outcome | undefined) {
  if (answer?.ok) kinds.set(type, (kinds.get(type) ?? 0) + 1);
  // A refusal is the law's; a bug or a database that had to step in is not.
  else expect(['internal', 'storageFailing', 'commandIdReused']).not.toContain(answer?.code);
}

// --- what must hold -------------------------------------------------------------------------------------------------

function checkState(state: HallState) {
  const present = [...state.tickets.values()].flatMap((ticket) =>
    ticket.status === 'called' || ticket.status === 'serving' ? [ticket.counterId] : [],
  );
  expect(new Set(present).size, 'one ticket a counter').toBe(present.length);
  for (const counterId of present) expect(state.counters.get(counterId)?.status, 'an open counter').toBe('open');
  const manned = [...state.counters.values()].flatMap((duty) => (duty.status === 'closed' ? [] : [duty.staffId]));
  expect(new Set(manned).size, 'one counter a clerk').toBe(manned.length);
  for (const duty of state.counters.values()) {
    if (duty.status === 'closed') expect(Object.keys(duty), 'nobody calls from a closed counter').not.toContain('help');
  }
  for (const { id, startsAt, place, serviceId, status } of state.appointments.values()) {
    const same = [...state.appointments.values()].filter(
      (other) => other.startsAt === startsAt && other.place === place && other.serviceId === serviceId,
    );
    if (status !== 'cancelled')
      expect(
        same.map((one) => one.id),
        'one booking a place',
      ).toEqual([id]);
  }
  for (const { passed } of state.queues.values()) {
    expect(passed, 'nobody is passed too often').toBeLessThanOrEqual(demoSetup.rules.call.maxTimesPassed);
  }
}

function startWalk() {
  const folder = temporaryFolder();
  folders.push(folder);
  const file = `${folder.path}/hall.sqlite`;
  const database = openDatabase(file);
  const clock = { now: Date.parse('2026-09-22T09:00:00+08:00') };
  const store = openStore(database.db, blankSetup, clock.now);
  store.saveSetup(walkSetup);
  const steps: Step[] = [];
  const bugs: unknown[] = [];
  const seen: TicketId[] = [];
  // The real store, overheard.
  const overheard: Store = {
    ...store,
    commit: (batch) => {
      const revision = store.commit(batch);
      steps.push(...batch);
      for (const event of batch.flatMap((step) => step.events))
        if (event.type === 'ticketIssued') seen.push(event.ticketId);
      return revision;
    },
  };
  const links = createTicketLinks(store.linkKey);
  const hall: Hall = openHall({
    store: overheard,
    links,
    clock: () => clock.now,
    forecast: forecastForIssue,
    onBug: (error) => bugs.push(error),
  });

  const checkSteps = () => {
    expect(bugs).toEqual([]);
    let at = 0;
    for (const { events, before, outcome } of steps) {
      let state = before;
      for (const event of events) {
        expect(event.at, 'time never runs backwards').toBeGreaterThanOrEqual(at);
        at = event.at;
        checkReason(state, event);
        const next = evolve(state, event);
        checkStep(state, next, event);
        state = next;
      }
      const refused = JSON.parse(outcome).ok === false;
      const ofNewDay = events.every((event) => turnOfDay.includes(event.type));
      if (refused) expect(ofNewDay, 'a refusal changes nothing').toBe(true);
    }
  };

  const checkTables = () => {
    const { db } = database;
    const journal = db
      .prepare('SELECT event FROM journal ORDER BY sequence')
      .pluck()
      .all()
      .map((event): HallEvent => JSON.parse(String(event)));
    const told = journal.reduce(evolve, emptyHall(walkSetup));
    expect(db.prepare('SELECT count(*) FROM tickets').pluck().get()).toBe(told.tickets.size);
    for (const ticket of told.tickets.values()) expect(store.ticket(ticket.id)).toEqual(ticket);

    expect(db.prepare('SELECT count(*) FROM appointments').pluck().get()).toBe(told.appointments.size);
    for (const appointment of told.appointments.values()) {
      expect(store.appointment(appointment.id)).toEqual(appointment);
    }

    const days = new Map<string, BusinessDay>();
    journal.reduce((state, event) => {
      const next = evolve(state, event);
      if (next.day !== null) days.set(next.day.date, next.day);
      return next;
    }, emptyHall(walkSetup));
    const rows = db.prepare('SELECT date, opened_at AS openedAt, issued, done, cancelled FROM days').all();
    expect(rows).toEqual([...days.values()].map(({ closedAt: _, ...day }) => day));

    // No number twice (the database refuses that by itself), and none left out.
    const series = db
      .prepare(
        'SELECT count(*) AS numbers, min(sequence) AS first, max(sequence) AS last FROM tickets GROUP BY day, issued_queue_id',
      )
      .all() as { numbers: number; first: number; last: number }[];
    for (const { numbers, first, last } of series) expect([first, last]).toEqual([1, numbers]);

    // Spans follow one another without a gap; an ended ticket has none open, any other exactly one.
    const gaps = db
      .prepare(
        `SELECT count(*) FROM spans JOIN spans AS next USING (ticket_id)
         WHERE next.position = spans.position + 1 AND spans.to_at IS NOT next.from_at`,
      )
      .pluck();
    expect(gaps.get(), 'gaps between spans').toBe(0);
    const open = db.prepare('SELECT count(*) FROM spans WHERE to_at IS NULL').pluck();
    expect(open.get()).toBe([...told.tickets.values()].filter((ticket) => !hasEnded(ticket.status)).length);

    database.close();
    const reopened = openDatabase(file);
    const loaded = openStore(reopened.db, blankSetup, clock.now).load();
    reopened.close();
    expect(loaded).toEqual(settle(told));
    expect(loaded).toEqual(hall.state());
  };

  const closedAt = (date: string) => database.db.prepare('SELECT closed_at FROM days WHERE date = ?').pluck().get(date);

  return { hall, clock, links, seen, closedAt, checkSteps, checkTables };
}

const turnOfDay: readonly string[] = [
  ...['dayOpened', 'dayClosed', 'ticketExpired', 'counterClosed', 'appointmentNotKept', 'appointmentCancelled'],
];

/** What each reason of a call claims, said without the rule that made the call. */
function checkReason(state: HallState, event: HallEvent) {
  if (event.type !== 'ticketCalled') return;
  const ticket = state.tickets.get(event.ticketId);
  const duty = state.counters.get(event.counterId);
  if (ticket?.status !== 'waiting' || duty?.status !== 'open') return expect.fail('a waiting ticket, an open counter');
  reasonsSeen.add(event.reason);
  if (event.reason === 'chosen') return;
  const profile = state.setup.workProfiles.find(({ id }) => id === duty.workProfileId);
  const levels = profile?.levels ?? [];
  const depth = levels.findIndex(({ queues }) => queues.some(({ queue }) => queue === ticket.queueId));
  const kept = ticket.reservedFor !== null || ticket.reservedForStaff !== null;
  const claims: Record<typeof event.reason, boolean> = {
    priority: ticket.priorityClassId !== null,
    appointment: ticket.source === 'appointment' && ticket.effectiveAt <= event.at && ticket.finished.length === 0,
    putBack: ticket.blockedUntilCall !== null && ticket.putBackTimes > 0,
    transfer: ticket.transferred,
    share: levels[kept ? 0 : depth]?.order === 'share' && event.round !== undefined,
    longWait: levels.some(({ queues }) =>
      queues.some(
        ({ queue, firstAfterMinutes }) =>
          queue === ticket.queueId &&
          firstAfterMinutes !== null &&
          event.at - ticket.lineAt >= firstAfterMinutes * 60_000,
      ),
    ),
    helpsOut: depth > 0,
    fifo: depth === 0 || kept,
  };
  expect(claims[event.reason], `${event.reason} of ${ticket.number}`).toBe(true);
  expect(ticket.notBefore ?? 0, 'not before the time agreed').toBeLessThanOrEqual(event.at);
  if (event.passed === null) return;
  const passed = state.tickets.get(event.passed.ticketId);
  if (passed?.status !== 'waiting') return expect.fail('whoever is passed waits');
  expect(['priority', 'appointment', 'longWait'], 'only by right is anybody passed').toContain(event.reason);
  // In a level by shares it is the turn that is passed, whoever came first.
  const byShare = levels.some(
    ({ order, queues }) => order === 'share' && queues.some(({ queue }) => queue === passed.queueId),
  );
  if (!byShare) expect(passed.lineAt, 'whoever is passed came before').toBeLessThanOrEqual(ticket.lineAt);
}
const reasonsSeen = new Set<string>();

function checkStep(before: HallState, after: HallState, event: HallEvent) {
  if (!isTicketEvent(event)) return;
  const from = before.tickets.get(event.ticketId);
  const to = after.tickets.get(event.ticketId);
  if (from === undefined || to === undefined) {
    expect(event.type, 'a ticket begins with its issue and never vanishes').toBe('ticketIssued');
    expect(to).toBeDefined();
    return;
  }
  if (from.status !== to.status) {
    expect(mayStep(from.status, to.status), `${event.type}: ${from.status} -> ${to.status}`).toBe(true);
  }
  const kept = ({ number, day, sequence, issuedAt, effectiveAt, linkHash }: Ticket) => {
    return { number, day, sequence, issuedAt, effectiveAt, linkHash };
  };
  expect(kept(to), 'number and place in time stay').toEqual(kept(from));
  if (from.rating !== null) expect(to.rating, 'one rating in all').toBe(from.rating);
}
