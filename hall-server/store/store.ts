import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Actor } from '../../shared/actors.ts';
import { type AppointmentId, CommandId, type MessageId, type TicketId } from '../../shared/ids.ts';
import type { Revision } from '../../shared/protocol.ts';
import type { Setup, SetupEntry } from '../../shared/setup.ts';
import { type HallEvent, isCaseEvent, isTicketEvent } from '../queue/events.ts';
import { freshWatch } from '../queue/rating-watch.ts';
import { entriesOf, entryId } from '../queue/setup-entries.ts';
import { type Appointment, type CaseId, emptyHall, type HallState, type Ticket } from '../queue/state.ts';
import type { RatingCase } from '../rating-cases/rating-case.ts';
import { appointmentFromRow, rowFromAppointment, saveAppointmentSql } from './appointment-rows.ts';
import { openCallBacks } from './call-backs.ts';
import { caseFromRow, caseWriter } from './case-rows.ts';
import { diaryWriter, loadDiaries, type Told } from './diary-rows.ts';
import { dutyFromRow, queueFromRow, rowFromDuty, rowFromQueue } from './duty-rows.ts';
import { emergencyWriter, loadEmergency } from './emergency-row.ts';
import { errandRows } from './errand-rows.ts';
import { finishedServicesSql, finishedServicesWriter } from './finished-services.ts';
import { loadMessages, messageTexts, messageWriter } from './message-rows.ts';
import { loadWatch, ratingWriter } from './rating-rows.ts';
import { setupFromRows } from './setup-rows.ts';
import { spanWriter } from './spans.ts';
import { rowFromTicket, ticketColumns, ticketFromRow } from './ticket-rows.ts';
import { openTypedTexts, type Typed } from './typed-texts.ts';
import { loadUnflagging, unflagWriter } from './unflag-rows.ts';

/** One command as it goes to disk: what happened, what the hall was before and is after, and what was answered. */
export interface Step {
  readonly commandId: CommandId;
  readonly fingerprint: string;
  readonly actor: Actor;
  readonly at: number;
  readonly events: readonly HallEvent[];
  readonly before: HallState;
  readonly after: HallState;
  /** JSON. */
  readonly outcome: string;
  /** What somebody typed, if the command was accepted: written with it, but never into the journal. */
  readonly typed: Typed | null;
  /** The same of officers and diaries, and to counters. */
  readonly told: Told | null;
}

export interface Store {
  readonly generation: number;
  /** Key of the ticket links; 32 bytes. */
  readonly linkKey: Buffer;
  /** To be done before anything else, under this very id: the database is restored from a backup. */
  readonly restoreCommand: CommandId | null;
  /** The hall as it was left: its set-up, the open day, every ticket that has not ended. */
  readonly load: () => HallState;
  readonly sequence: () => number;
  /** All steps or none, on the disk when it returns. @throws when the disk refuses */
  readonly commit: (steps: readonly Step[]) => Revision;
  readonly outcomeOf: (id: CommandId) => { readonly fingerprint: string; readonly outcome: string } | null;
  readonly ticket: (id: TicketId) => Ticket | null;
  /** The follow-up of a low rating, ended or not. */
  readonly ratingCase: (id: TicketId) => RatingCase | null;
  readonly ticketByLink: (linkHash: string) => Ticket | null;
  /** The errand that has this number upstream. */
  readonly caseByNo: (externalCaseNo: string) => CaseId | null;
  readonly ticketsByNumber: (day: string, number: string) => readonly Ticket[];
  readonly appointment: (id: AppointmentId) => Appointment | null;
  /** The open booking of a code, or the one that had it last. */
  readonly appointmentByCode: (codeHash: string) => Appointment | null;
  /** The words of a manager's message of today. */
  readonly messageText: (id: MessageId) => string | null;
  /** Every booking that has one of these references. */
  readonly appointmentsByReference: (references: readonly string[]) => readonly Appointment[];
  readonly saveSetup: (setup: Setup) => void;
}

/** A ticket with its rating, its latest print, who has served it and what has been finished of it. */
const ticketSource = `
  SELECT tickets.*, slips.printer_id AS slip_printer_id,
    slips.print_no AS slip_print_no, slips.state AS slip_state, slips.fault AS slip_fault, slips.at AS slip_at,
    ratings.level AS rating_level, ratings.at AS rating_at, ratings.device_id AS rating_device_id,
    (SELECT kind = 'flagged' OR flags <> '[]' FROM ratings AS flagging WHERE flagging.ticket_id = tickets.id
      AND kind IN ('level', 'flagged', 'unflagged') ORDER BY position DESC LIMIT 1) AS rating_flagged,
    (SELECT count(*) FROM ratings AS details WHERE details.ticket_id = tickets.id AND kind = 'detail') AS rating_details,
    (SELECT json_group_array(staff_id) FROM (SELECT staff_id FROM spans
      WHERE spans.ticket_id = tickets.id AND staff_id IS NOT NULL GROUP BY staff_id ORDER BY min(position))) AS served_by,
    (${finishedServicesSql}) AS finished
  FROM tickets LEFT JOIN ratings ON ratings.ticket_id = tickets.id AND ratings.kind = 'level'
  LEFT JOIN slips ON slips.ticket_id = tickets.id
    AND slips.print_no = (SELECT max(print_no) FROM slips AS prints WHERE prints.ticket_id = tickets.id)`;

/** The hall's tables. `blank` is what a hall is before anything is set up. */
export function openStore(db: Database.Database, blank: Setup, now: number): Store {
  db.prepare('INSERT OR IGNORE INTO identity (only, generation, link_key, created_at) VALUES (1, 1, ?, ?)').run(
    randomBytes(32),
    now,
  );
  const identity = z
    .object({ generation: z.number(), link_key: z.instanceof(Buffer), restore_command: CommandId.nullable() })
    .parse(db.prepare('SELECT generation, link_key, restore_command FROM identity').get());

  const lastSequence = db.prepare('SELECT coalesce(max(sequence), 0) FROM journal').pluck();
  const insertEvent = db.prepare(`
    INSERT INTO journal (sequence, at, day, type, ticket_id, counter_id, actor, command_id, event)
    VALUES (:sequence, :at, :day, :type, :ticketId, :counterId, :actor, :commandId, :event)`);
  const insertCommand = db.prepare('INSERT INTO commands (id, fingerprint, at, outcome) VALUES (?, ?, ?, ?)');
  const findCommand = db.prepare('SELECT fingerprint, outcome FROM commands WHERE id = ?');
  const saveTicket = db.prepare(`
    INSERT INTO tickets (${ticketColumns.join(', ')}) VALUES (${ticketColumns.map((column) => `:${column}`).join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${ticketColumns.map((column) => `${column} = excluded.${column}`).join(', ')}`);
  const saveAppointment = db.prepare(saveAppointmentSql);
  const saveSlip = db.prepare(`
    INSERT INTO slips (ticket_id, print_no, printer_id, state, fault, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (ticket_id, print_no) DO UPDATE SET state = excluded.state, fault = excluded.fault, at = excluded.at`);
  const saveDay = db.prepare(`
    INSERT INTO days (date, opened_at, closed_at, issued, done, cancelled)
    VALUES (:date, :openedAt, :closedAt, :issued, :done, :cancelled)
    ON CONFLICT (date) DO UPDATE SET closed_at = :closedAt, issued = :issued, done = :done, cancelled = :cancelled`);
  const saveQueue = db.prepare(`
    INSERT INTO queues
      (queue_id, last_sequence, skipped, calls, passed, recent_service_ms, first_calls, calls_ended)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (queue_id) DO UPDATE SET last_sequence = excluded.last_sequence, skipped = excluded.skipped,
      calls = excluded.calls, passed = excluded.passed, recent_service_ms = excluded.recent_service_ms,
      first_calls = excluded.first_calls, calls_ended = excluded.calls_ended`);
  const saveCounter = db.prepare(`
    INSERT INTO counters
      (counter_id, status, since, staff_id, work_profile_id, pause_reason, finished, last_finished, round,
        by_manager, help)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (counter_id) DO UPDATE SET status = excluded.status, since = excluded.since,
      staff_id = excluded.staff_id, work_profile_id = excluded.work_profile_id, pause_reason = excluded.pause_reason,
      finished = excluded.finished, last_finished = excluded.last_finished, round = excluded.round,
      by_manager = excluded.by_manager, help = excluded.help`);
  const saveEntry = db.prepare(`
    INSERT INTO setup (kind, id, position, value) SELECT :kind, :id, count(*), :value FROM setup WHERE true
    ON CONFLICT (kind, id) DO UPDATE SET value = :value`);
  const insertVersion = db.prepare(`
    INSERT INTO setup_versions (kind, id, sequence, at, staff_id, command_id, value)
    VALUES (:kind, :id, :sequence, :at, :staffId, :commandId, :value)
    -- A first start that was killed in its middle fills the hall once more.
    ON CONFLICT (kind, id, sequence) DO NOTHING`);
  const keepVersion = (entry: SetupEntry, sequence: number, saved: Pick<Step, 'at' | 'actor' | 'commandId'> | null) =>
    insertVersion.run({
      ...{ kind: entry.kind, id: entryId(entry), sequence, value: JSON.stringify(entry.value) },
      ...{ at: saved?.at ?? 0, commandId: saved?.commandId ?? null },
      staffId: saved?.actor.kind === 'staff' ? saved.actor.staffId : null,
    });
  const writeSpans = spanWriter(db);
  const writeFinished = finishedServicesWriter(db);
  const errands = errandRows(db);
  const writeEmergency = emergencyWriter(db);
  const writeRating = ratingWriter(db);
  const writeUnflagging = unflagWriter(db);
  const cases = caseWriter(db);
  const writeDiaries = diaryWriter(db);
  const writeMessages = messageWriter(db);
  const typedTexts = openTypedTexts(db);
  const callBacks = openCallBacks(db);

  const write = (step: Step, sequence: number): number => {
    const actor = JSON.stringify(step.actor);
    for (const event of step.events) {
      sequence += 1;
      insertEvent.run({
        sequence,
        at: event.at,
        day: step.after.day?.date ?? null,
        type: event.type,
        ticketId: ticketOf(event),
        counterId: 'counterId' in event ? event.counterId : null,
        actor,
        commandId: step.commandId,
        event: JSON.stringify(event),
      });
      if (event.type === 'setupSaved') keepVersion(event.entry, sequence, step);
    }
    writeRows(step);
    insertCommand.run(step.commandId, step.fingerprint, step.at, step.outcome);
    return sequence;
  };

  const writeCases = ({ events, after, commandId }: Step) => {
    const told = events.filter(isCaseEvent);
    const flagged = events.flatMap((event) => (event.type === 'ratingFlagged' ? [event.ratingOf] : []));
    for (const id of new Set([...told.map((event) => event.caseOf), ...flagged])) {
      const one = after.cases.get(id);
      if (one !== undefined) cases.save(one);
    }
    for (const event of told) cases.step(event, commandId);
  };

  const writeRows = (step: Step) => {
    const { events, before, after, commandId, at, typed } = step;
    // A day that ends is closed before its successor opens: there is one open day at most. One closed by hand keeps its
    // hour: the first closing of this step may be its successor's.
    if (before.day !== null && before.day.date !== after.day?.date) {
      saveDay.run({
        ...before.day,
        closedAt: before.day.closedAt ?? events.find((event) => event.type === 'dayClosed')?.at ?? null,
      });
    }
    if (after.day !== null && after.day !== before.day) saveDay.run(after.day);
    if (after.emergency !== before.emergency) writeEmergency(after.emergency);
    for (const event of events) {
      if (event.type === 'setupSaved') {
        const { entry } = event;
        saveEntry.run({ kind: entry.kind, id: entryId(entry), value: JSON.stringify(entry.value) });
      }
    }
    for (const id of new Set(events.filter(isTicketEvent).map((event) => event.ticketId))) {
      const ticket = after.tickets.get(id);
      if (ticket === undefined) continue;
      // After its first visit is on the disk, before the visit that refers to it.
      errands.write(before.tickets.get(id), ticket);
      saveTicket.run(rowFromTicket(ticket));
      writeFinished(before.tickets.get(id), ticket);
      writeSpans(before.tickets.get(id), ticket, at);
      const { slip } = ticket;
      if (slip !== null && slip !== before.tickets.get(id)?.slip) {
        saveSlip.run(id, slip.printNo, slip.printerId, slip.state, slip.fault, slip.at);
      }
    }
    // After the tickets that bookings refer to; a place that becomes free is written before it is taken again.
    const bookings = changed(before.appointments, after.appointments).map(([, appointment]) => appointment);
    for (const ended of [true, false]) {
      for (const appointment of bookings) {
        if ((appointment.status !== 'open') === ended) saveAppointment.run(rowFromAppointment(appointment));
      }
    }
    const textHash = typed === null ? null : typedTexts.write(commandId, at, typed);
    for (const event of events) {
      writeRating(event, commandId, textHash);
      writeUnflagging(event);
    }
    writeCases(step);
    writeDiaries(step);
    writeMessages(step);
    if (typed !== null && typed.phone !== null) callBacks.save(typed.ticketId, typed.phone, at);
    for (const [id, queue] of changed(before.queues, after.queues)) {
      saveQueue.run(...rowFromQueue(id, queue));
    }
    // A clerk may leave one counter and open another in one step, when the day turns: first whoever leaves.
    const duties = changed(before.counters, after.counters);
    for (const leaving of [true, false]) {
      for (const [id, duty] of duties) {
        if ((duty.status === 'closed') === leaving) saveCounter.run(...rowFromDuty(id, duty));
      }
    }
  };

  const commitAll = db.transaction((steps: readonly Step[]) =>
    steps.reduce((sequence, step) => write(step, sequence), Number(lastSequence.get())),
  );

  const oneTicket = (found: unknown) => (found === undefined ? null : ticketFromRow(found));
  const byId = db.prepare(`${ticketSource} WHERE tickets.id = ?`);
  const byLink = db.prepare(`${ticketSource} WHERE tickets.link_hash = ?`);
  const caseOf = db.prepare('SELECT value FROM rating_cases WHERE ticket_id = ?');
  const byNumber = db.prepare(`${ticketSource} WHERE tickets.day = ? AND tickets.number = ?`);

  const appointmentById = db.prepare('SELECT * FROM appointments WHERE id = ?');
  const appointmentByCode = db.prepare(
    "SELECT * FROM appointments WHERE code_hash = ? ORDER BY status = 'open' DESC, booked_at DESC LIMIT 1",
  );
  const appointmentsByReference = db.prepare(
    'SELECT * FROM appointments WHERE reference IN (SELECT value FROM json_each(?))',
  );
  const oneAppointment = (found: unknown) => (found === undefined ? null : appointmentFromRow(found));

  return {
    generation: identity.generation,
    linkKey: identity.link_key,
    restoreCommand: identity.restore_command,
    sequence: () => Number(lastSequence.get()),
    commit: (steps) => ({ generation: identity.generation, sequence: commitAll.immediate(steps) }),
    outcomeOf: (id) =>
      z
        .object({ fingerprint: z.string(), outcome: z.string() })
        .nullable()
        .parse(findCommand.get(id) ?? null),
    ticket: (id) => oneTicket(byId.get(id)),
    ratingCase: (id) => {
      const row = caseOf.get(id);
      return row === undefined ? null : caseFromRow(row);
    },
    ticketByLink: (linkHash) => oneTicket(byLink.get(linkHash)),
    caseByNo: errands.byNo,
    ticketsByNumber: (day, number) => byNumber.all(day, number).map(ticketFromRow),
    appointment: (id) => oneAppointment(appointmentById.get(id)),
    appointmentByCode: (codeHash) => oneAppointment(appointmentByCode.get(codeHash)),
    messageText: messageTexts(db),
    appointmentsByReference: (references) =>
      references.length === 0 ? [] : appointmentsByReference.all(JSON.stringify(references)).map(appointmentFromRow),
    saveSetup: db.transaction((setup: Setup) => {
      for (const entry of entriesOf(setup)) {
        saveEntry.run({ kind: entry.kind, id: entryId(entry), value: JSON.stringify(entry.value) });
        keepVersion(entry, 0, null);
      }
    }),
    load: () => loadHall(db, blank),
  };
}

/** The ticket an event is about, whichever way it names it. */
function ticketOf(event: HallEvent): TicketId | null {
  if ('ticketId' in event) return event.ticketId;
  if ('diaryOf' in event) return event.diaryOf;
  return isCaseEvent(event) ? event.caseOf : null;
}

function changed<Key, Value>(before: ReadonlyMap<Key, Value>, after: ReadonlyMap<Key, Value>): [Key, Value][] {
  return before === after ? [] : [...after].filter(([key, value]) => before.get(key) !== value);
}

function loadHall(db: Database.Database, blank: Setup): HallState {
  const setup = setupFromRows(db.prepare('SELECT kind, id, value FROM setup ORDER BY position, rowid').all(), blank);
  const day = readDay(db);
  return {
    ...emptyHall(setup),
    emergency: loadEmergency(db),
    messages: loadMessages(db),
    diaries: loadDiaries(db),
    unflagging: loadUnflagging(db),
    ...day,
    watch: day.day === null ? freshWatch : loadWatch(db, day.day.openedAt, setup.rules.rating.misuse),
    cases: new Map(
      db
        .prepare("SELECT value FROM rating_cases WHERE status NOT IN ('closed', 'invalid') ORDER BY opened_at")
        .all()
        .map(caseFromRow)
        .map((one) => [one.ticketId, one]),
    ),
    tickets: new Map(
      db
        .prepare(`${ticketSource} WHERE status NOT IN ('done', 'cancelled', 'expired') ORDER BY issue_order`)
        .all()
        .map(ticketFromRow)
        .map((ticket) => [ticket.id, ticket]),
    ),
    appointments: new Map(
      db
        .prepare(
          `SELECT * FROM appointments WHERE status = 'open' OR (status = 'checkedIn'
             AND date >= (SELECT date FROM days WHERE closed_at IS NULL)) ORDER BY booked_at, rowid`,
        )
        .all()
        .map(appointmentFromRow)
        .map((appointment) => [appointment.id, appointment]),
    ),
  };
}

function readDay(db: Database.Database): Pick<HallState, 'day' | 'queues' | 'counters' | 'lastEventAt'> {
  const Day = z.object({
    date: z.string(),
    openedAt: z.number(),
    closedAt: z.number().nullable(),
    issued: z.number(),
    done: z.number(),
    cancelled: z.number(),
  });
  const day = db
    .prepare(
      'SELECT date, opened_at AS openedAt, closed_at AS closedAt, issued, done, cancelled FROM days ORDER BY date DESC LIMIT 1',
    )
    .get();
  const queues = db.prepare('SELECT * FROM queues').all().map(queueFromRow);
  const counters = db.prepare('SELECT * FROM counters').all().map(dutyFromRow);
  return {
    day: day === undefined ? null : Day.parse(day),
    queues: new Map(queues),
    counters: new Map(counters),
    lastEventAt: Number(db.prepare('SELECT coalesce(max(at), 0) FROM journal').pluck().get()),
  };
}
