import { createHash } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { Actor } from '../shared/actors.ts';
import type { Command } from '../shared/commands.ts';
import type { OfficerNo } from '../shared/diary.ts';
import { AppointmentId, type CommandId, MessageId, TicketId } from '../shared/ids.ts';
import type { BookedAppointment, IssuedTicket, Revision } from '../shared/protocol.ts';
import type { RefusalCode } from '../shared/rejections.ts';
import { instantOf, localTime } from './local-time.ts';
import { toldIn, typedIn, withoutWords } from './personal.ts';
import { rollDay } from './queue/business-day.ts';
import { decide } from './queue/decide.ts';
import { type Context, isRejection } from './queue/decision.ts';
import { type HallEvent, isTicketEvent } from './queue/events.ts';
import { evolve, settle } from './queue/evolve.ts';
import { judgeRows, type RowVerdict } from './queue/import-appointments.ts';
import type { Appointment, HallState, Ticket } from './queue/state.ts';
import type { Step, Store } from './store/store.ts';
import type { TicketLinks } from './ticket-links.ts';

type Imported =
  | { readonly is: 'new' | 'known'; readonly appointmentId: AppointmentId }
  | {
      readonly is: 'refused';
      readonly code: RefusalCode;
      readonly facts: Readonly<Record<string, string | number>>;
    };

/** What the hall answers; the door adds the secrets (a slip's link and code, a booking's code), which are never stored. */
export type Outcome =
  | {
      readonly ok: true;
      readonly revision: Revision;
      readonly ticket?: { readonly ticketId: TicketId; readonly number: string };
      readonly issued?: Omit<IssuedTicket, 'link' | 'code'>;
      readonly booked?: Omit<BookedAppointment, 'code'>;
      /** What has become of each row of an import. */
      readonly imported?: readonly Imported[];
      readonly invited?: { readonly officerNo: OfficerNo; readonly linkNo: number };
    }
  | { readonly ok: false; readonly code: RefusalCode; readonly facts?: Readonly<Record<string, string | number>> };

export interface Change {
  readonly revision: Revision;
  readonly ticketIds: ReadonlySet<TicketId>;
}

export interface Hall {
  /** Does what a command asks, once for its id; answers when it is on the disk. Never throws. */
  readonly execute: (command: Command, actor: Actor, id: CommandId) => Promise<Outcome>;
  readonly state: () => HallState;
  readonly revision: () => Revision;
  /** The hall's time, UTC ms: the machine's clock, but never before the latest event. */
  readonly now: () => number;
  /** UTC ms of a minute of a date in the hall's zone. */
  readonly instantOf: Context['instantOf'];
  /** A ticket of any day. */
  readonly ticket: (id: TicketId) => Ticket | null;
  readonly onChange: (listener: (change: Change) => void) => void;
  /** Storage has refused; no command is accepted until it takes one again. */
  readonly failing: () => boolean;
}

export interface HallParts {
  readonly store: Store;
  readonly links: TicketLinks;
  /** UTC ms. */
  readonly clock: () => number;
  readonly forecast: Context['forecast'];
  readonly onBug: (error: unknown, about: string) => void;
}

interface Asked {
  readonly command: Command;
  readonly actor: Actor;
  readonly id: CommandId;
  readonly answer: (outcome: Outcome) => void;
}

/** Commands that arrived while one transaction ran share the next, at most so many. */
const batchLimit = 100;

/** The hall: the only place where it changes. decide -> commit -> swap -> tell. */
export function openHall({ store, links, clock, forecast, onBug }: HallParts): Hall {
  let state = store.load();
  let revision: Revision = { generation: store.generation, sequence: store.sequence() };
  let failing = false;
  const waiting: Asked[] = [];
  const listeners: ((change: Change) => void)[] = [];
  const now = () => Math.max(clock(), state.lastEventAt);

  const freshIds = ({ appointments }: HallState, command: Command): Context['fresh'] => {
    const ticketId = TicketId.parse(uuidV7());
    const messageId = MessageId.parse(uuidV7());
    const taken = new Set([...appointments.values()].map(({ codeHash }) => codeHash));
    const freshBooking = () => {
      for (;;) {
        const appointmentId = AppointmentId.parse(uuidV7());
        const codeHash = links.hashOfAppointmentCode(links.appointmentCodeOf(appointmentId));
        if (taken.has(codeHash)) continue;
        taken.add(codeHash);
        return { appointmentId, codeHash };
      }
    };
    const imported = command.type === 'importAppointments' ? command.rows.map(freshBooking) : [];
    return { ticketId, linkHash: links.hashOf(links.linkOf(ticketId)), ...freshBooking(), messageId, imported };
  };

  /** One command against a state that is not on the disk yet. */
  const consider = (asked: Asked, before: HallState, sequence: number): Step => {
    const { command, actor, id } = asked;
    const at = Math.max(clock(), before.lastEventAt);
    const { timeZone } = before.setup.hall;
    const context: Context = {
      now: at,
      local: localTime(at, timeZone),
      actor,
      fresh: freshIds(before, command),
      hashOfCode: links.hashOfAppointmentCode,
      officerLinkHash: (no, linkNo) => links.hashOf(links.officerLinkOf(no, linkNo)),
      instantOf: (date, minute) => instantOf(date, minute, timeZone),
      forecast,
    };
    const known = [withTicket, withEarlier, withAppointment, withImported, withErrand, withCase].reduce(
      (state, fetch) => fetch(state, command),
      before,
    );
    const rolled = rollDay(known, context);
    const today = rolled.reduce(evolve, known);
    const decision = decide(today, command, context);
    const decided = isRejection(decision) ? [] : decision;
    const events = [...rolled, ...decided];
    const after = decided.reduce(evolve, today);
    const reached = { generation: store.generation, sequence: sequence + events.length };
    const refused = isRejection(decision);
    const outcome: Outcome = isRejection(decision)
      ? { ok: false, code: decision.rejected, ...(decision.facts && { facts: decision.facts }) }
      : command.type === 'importAppointments'
        ? { ok: true, revision: reached, imported: judgeRows(today, command.rows, context).map(importedOf) }
        : accepted(reached, after, decided, command);
    const fingerprint = fingerprintOf(command, actor);
    const typed = refused ? null : typedIn(command);
    const told = refused ? null : toldIn(command);
    return {
      commandId: id,
      fingerprint,
      actor,
      at,
      events,
      before: known,
      after,
      outcome: JSON.stringify(outcome),
      typed,
      told,
    };
  };

  /** The law knows the open tickets; one that has ended is fetched when a command names it. */
  const withTicket = (before: HallState, command: Command): HallState =>
    'ticketId' in command ? fetched(before, command.ticketId) : before;
  const withEarlier = (before: HallState, command: Command): HallState =>
    'earlierTicketId' in command && command.earlierTicketId !== undefined
      ? fetched(before, command.earlierTicketId)
      : before;
  const fetched = (before: HallState, id: TicketId): HallState => {
    const ticket = before.tickets.has(id) ? null : store.ticket(id);
    return ticket === null ? before : { ...before, tickets: new Map(before.tickets).set(ticket.id, ticket) };
  };

  /** The same for an errand that is named by its number. */
  const withErrand = (before: HallState, command: Command): HallState => {
    if (command.type !== 'finish' || command.externalCaseNo === null || before.errands.has(command.externalCaseNo)) {
      return before;
    }
    const caseId = store.caseByNo(command.externalCaseNo);
    return caseId === null
      ? before
      : { ...before, errands: new Map(before.errands).set(command.externalCaseNo, caseId) };
  };

  /** The same for bookings: one that has ended is fetched when its code or id is named. */
  const withAppointment = (before: HallState, command: Command): HallState => {
    const found = namedAppointment(command);
    if (found === null || before.appointments.has(found.id)) return before;
    return { ...before, appointments: new Map(before.appointments).set(found.id, found) };
  };

  /** And those that have the references of an import. */
  const withImported = (before: HallState, command: Command): HallState => {
    if (command.type !== 'importAppointments') return before;
    const named = store.appointmentsByReference(command.rows.flatMap(({ reference }) => reference ?? []));
    const missing = named.filter(({ id }) => !before.appointments.has(id));
    if (missing.length === 0) return before;
    const fetched = missing.map((one) => [one.id, one] as const);
    return { ...before, appointments: new Map([...before.appointments, ...fetched]) };
  };

  const namedAppointment = (command: Command): Appointment | null => {
    if (command.type === 'cancelAppointment') return store.appointment(command.appointmentId);
    if (command.type !== 'checkIn') return null;
    const { appointment: named } = command;
    return 'code' in named
      ? store.appointmentByCode(links.hashOfAppointmentCode(named.code))
      : store.appointment(named.appointmentId);
  };

  /** And of the follow-ups those that have not ended; an appeal names one that has. */
  const withCase = (before: HallState, command: Command): HallState => {
    if (command.type !== 'stepCase' || before.cases.has(command.ticketId)) return before;
    const found = store.ratingCase(command.ticketId);
    return found === null ? before : { ...before, cases: new Map(before.cases).set(found.ticketId, found) };
  };

  const process = (batch: readonly Asked[]) => {
    let tentative = state;
    let { sequence } = revision;
    const steps = new Map<CommandId, Step>();
    const answers: (() => void)[] = [];
    for (const asked of batch) {
      const first = steps.get(asked.id) ?? store.outcomeOf(asked.id);
      if (first !== null) {
        answers.push(() => asked.answer(repeated(first, asked)));
        continue;
      }
      try {
        const step = consider(asked, tentative, sequence);
        steps.set(asked.id, step);
        // Not settled yet: a ticket that ends in this batch is not on the disk as ended before the batch is.
        tentative = step.after;
        sequence += step.events.length;
        answers.push(() => asked.answer(JSON.parse(step.outcome)));
      } catch (error) {
        onBug(error, asked.command.type);
        answers.push(() => asked.answer({ ok: false, code: 'internal' }));
      }
    }
    if (steps.size > 0) {
      revision = store.commit([...steps.values()]);
      failing = false;
    }
    state = settle(tentative);
    for (const answer of answers) answer();
    const events = [...steps.values()].flatMap((step) => step.events);
    if (events.length > 0) tell(events);
  };

  const tell = (events: readonly HallEvent[]) => {
    const ticketIds = new Set(events.filter(isTicketEvent).map((event) => event.ticketId));
    for (const listener of listeners) listener({ revision, ticketIds });
  };

  /** A step that the disk or the database refuses must not take others of its batch with it. */
  const processSafely = (batch: readonly Asked[]) => {
    try {
      process(batch);
    } catch (error) {
      if (batch.length > 1) {
        for (const asked of batch) processSafely([asked]);
        return;
      }
      failing = true;
      onBug(error, batch[0]?.command.type ?? 'nothing');
      batch[0]?.answer({ ok: false, code: 'storageFailing' });
    }
  };

  const drain = () => {
    processSafely(waiting.splice(0, batchLimit));
    if (waiting.length > 0) setImmediate(drain);
  };

  return {
    execute: (command, actor, id) =>
      new Promise((answer) => {
        waiting.push({ command, actor, id, answer });
        // After this turn of the loop every message that has arrived is in the batch.
        if (waiting.length === 1) setImmediate(drain);
      }),
    state: () => state,
    revision: () => revision,
    now,
    instantOf: (date, minute) => instantOf(date, minute, state.setup.hall.timeZone),
    ticket: (id) => state.tickets.get(id) ?? store.ticket(id),
    onChange: (listener) => listeners.push(listener),
    failing: () => failing,
  };
}

function importedOf(verdict: RowVerdict): Imported {
  if (verdict.is === 'refused') return { is: 'refused', code: verdict.why.rejected, facts: verdict.why.facts ?? {} };
  const { appointmentId } = verdict.is === 'new' ? verdict.event : verdict;
  return { is: verdict.is, appointmentId };
}

function accepted(revision: Revision, after: HallState, events: readonly HallEvent[], command: Command): Outcome {
  const about = events.find(isTicketEvent)?.ticketId;
  const ticket = about === undefined ? undefined : after.tickets.get(about);
  const outcome = { ok: true, revision } as const;
  const [first] = events;
  if (first?.type === 'appointmentBooked') {
    const { appointmentId, date, slot, startsAt } = first;
    return { ...outcome, booked: { appointmentId, date, slot, startsAt } };
  }
  if (first?.type === 'officerEnrolled' || first?.type === 'officerInvited') {
    const { officerNo, linkNo } = first;
    return { ...outcome, invited: { officerNo, linkNo } };
  }
  if (ticket === undefined || command.type === 'closeDay' || command.type === 'closeCounter') return outcome;
  const named = { ...outcome, ticket: { ticketId: ticket.id, number: ticket.number } };
  if (first?.type !== 'ticketIssued') return named;
  const issued = {
    serviceId: ticket.serviceId,
    issuedAt: ticket.issuedAt,
    ahead: ticket.toldAhead,
    wait: ticket.toldWait,
  };
  const appointment = first.appointmentId === null ? undefined : after.appointments.get(first.appointmentId);
  if (appointment === undefined) return { ...named, issued };
  const { slot, startsAt } = appointment;
  return { ...named, issued: { ...issued, appointment: { slot, startsAt, late: ticket.source !== 'appointment' } } };
}

function repeated(
  first: { readonly fingerprint: string; readonly outcome: string },
  { command, actor }: Asked,
): Outcome {
  return first.fingerprint === fingerprintOf(command, actor)
    ? JSON.parse(first.outcome)
    : { ok: false, code: 'commandIdReused' };
}

/** The same wish of the same sender; anything else under its id is refused. */
function fingerprintOf(command: Command, actor: Actor): string {
  const sender =
    actor.kind === 'staff'
      ? actor.staffId
      : actor.kind === 'device'
        ? actor.deviceId
        : 'ticketId' in actor
          ? actor.ticketId
          : 'officerNo' in actor
            ? actor.officerNo
            : 'tokenId' in actor
              ? actor.tokenId
              : '';
  return createHash('sha256')
    .update(JSON.stringify([actor.kind, sender, withoutWords(command)]))
    .digest('base64');
}
