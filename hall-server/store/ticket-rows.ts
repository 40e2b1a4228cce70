import { z } from 'zod';
import { cancelReasons, holdReasons, outcomes, RatingLevel } from '../../shared/commands.ts';
import {
  CounterId,
  DeviceId,
  MaterialId,
  PrinterId,
  PriorityClassId,
  QueueId,
  ServiceId,
  StaffId,
  TicketId,
} from '../../shared/ids.ts';
import { Language } from '../../shared/languages.ts';
import { printFaults, slipStates } from '../../shared/printing.ts';
import { callReasons, type TicketStatus, ticketSources } from '../../shared/views.ts';
import type { factsOf, Slip, Ticket } from '../queue/state.ts';

const statuses = [
  'waiting',
  'called',
  'serving',
  'held',
  'missed',
  'done',
  'cancelled',
  'expired',
] as const satisfies readonly TicketStatus[];

const ms = z.number();
const factColumns = {
  id: TicketId,
  number: z.string(),
  day: z.string(),
  issued_queue_id: QueueId,
  sequence: z.number(),
  issue_order: z.number(),
  service_id: ServiceId,
  source: z.enum(ticketSources),
  issued_by: DeviceId.nullable(),
  platform: z.string().nullable(),
  language: Language,
  issued_at: ms,
  told_ahead: z.number(),
  told_low_minutes: z.number().nullable(),
  told_high_minutes: z.number().nullable(),
  link_hash: z.string(),
  queue_id: QueueId,
  effective_at: ms,
  /** Null: at its place in time. */
  line_at: ms.nullable(),
  /** JSON; null: nothing further. */
  further: z.string().nullable(),
  priority_class_id: PriorityClassId.nullable(),
  transferred: z.number(),
  collecting: z.number(),
  reserved_for: CounterId.nullable(),
  reserved_for_staff: StaffId.nullable(),
  missed_times: z.number(),
  put_back_times: z.number(),
  postponed_times: z.number(),
  case_id: TicketId.nullable(),
  first_called_at: ms.nullable(),
  call_reason: z.enum(callReasons).nullable(),
  passed_number: z.string().nullable(),
  since: ms,
  /** From the ratings table. */
  rating_level: RatingLevel.nullable(),
  rating_at: ms.nullable(),
  /** From the slips table: the latest print. */
  slip_printer_id: PrinterId.nullable(),
  slip_print_no: z.number().nullable(),
  slip_state: z.enum(slipStates).nullable(),
  slip_fault: z.enum(printFaults).nullable(),
  slip_at: ms.nullable(),
  rating_device_id: DeviceId.nullable(),
  rating_flagged: z.union([z.literal(0), z.literal(1)]).nullable(),
  rating_details: z.number(),
  /** From the spans table: JSON. */
  served_by: z.string(),
  /** From the table of finished services: JSON. */
  finished: z.string(),
};

const FurtherService = z.object({ serviceId: ServiceId, since: ms });
const FinishedService = z.object({
  ...{ serviceId: ServiceId, counterId: CounterId, staffId: StaffId, at: ms, outcome: z.enum(outcomes) },
  ...{ externalCaseNo: z.string().nullable(), collectOn: z.string().nullable(), missing: z.array(MaterialId) },
  caseId: TicketId.nullable(),
});

/** A row read back is checked like any other input: a database edited by hand must not put a lie on a sign. */
const TicketRow = z.discriminatedUnion('status', [
  z.object({
    ...factColumns,
    status: z.literal('waiting'),
    blocked_until_call: z.number().nullable(),
    not_before: ms.nullable(),
  }),
  z.object({
    ...factColumns,
    status: z.literal('called'),
    counter_id: CounterId,
    call_no: z.number(),
    last_called_at: ms,
  }),
  z.object({ ...factColumns, status: z.literal('serving'), counter_id: CounterId, staff_id: StaffId }),
  z.object({
    ...factColumns,
    status: z.literal('held'),
    counter_id: CounterId,
    reason: z.enum(holdReasons),
    return_at: ms.nullable(),
  }),
  z.object({ ...factColumns, status: z.literal('missed'), counter_id: CounterId }),
  z.object({
    ...factColumns,
    status: z.literal('done'),
    counter_id: CounterId,
    outcome: z.enum(outcomes),
    external_case_no: z.string().nullable(),
    collect_on: z.string().nullable(),
    missing: z.string().nullable(),
  }),
  z.object({ ...factColumns, status: z.literal('cancelled'), reason: z.enum(cancelReasons) }),
  z.object({ ...factColumns, status: z.literal('expired'), expired_from: z.enum(statuses) }),
]);
type TicketRow = z.infer<typeof TicketRow>;

/** @throws ZodError when the row cannot be a ticket */
export function ticketFromRow(columns: unknown): Ticket {
  const row = TicketRow.parse(columns);
  const facts = factsFromRow(row);
  const { since } = row;
  switch (row.status) {
    case 'waiting':
      return {
        ...facts,
        status: 'waiting',
        since,
        blockedUntilCall: row.blocked_until_call,
        notBefore: row.not_before,
      };
    case 'called':
      return {
        ...facts,
        status: 'called',
        since,
        counterId: row.counter_id,
        callNo: row.call_no,
        lastCalledAt: row.last_called_at,
      };
    case 'serving':
      return { ...facts, status: 'serving', since, counterId: row.counter_id, staffId: row.staff_id };
    case 'held':
      return {
        ...facts,
        status: 'held',
        since,
        counterId: row.counter_id,
        reason: row.reason,
        returnAt: row.return_at,
      };
    case 'missed':
      return { ...facts, status: 'missed', since, counterId: row.counter_id };
    case 'done': {
      const { counter_id: counterId, outcome, external_case_no: externalCaseNo, collect_on: collectOn } = row;
      const missing = row.missing === null ? [] : z.array(MaterialId).parse(JSON.parse(row.missing));
      return { ...facts, status: 'done', since, counterId, outcome, externalCaseNo, collectOn, missing };
    }
    case 'cancelled':
      return { ...facts, status: 'cancelled', since, reason: row.reason };
    case 'expired':
      return { ...facts, status: 'expired', since, from: row.expired_from };
  }
}

function factsFromRow(row: TicketRow): ReturnType<typeof factsOf> {
  const {
    told_low_minutes: lowMinutes,
    told_high_minutes: highMinutes,
    rating_level: level,
    rating_at: at,
    rating_device_id: deviceId,
  } = row;
  return {
    id: row.id,
    number: row.number,
    day: row.day,
    issuedQueueId: row.issued_queue_id,
    sequence: row.sequence,
    issueOrder: row.issue_order,
    serviceId: row.service_id,
    further: row.further === null ? [] : z.array(FurtherService).parse(JSON.parse(row.further)),
    finished: z.array(FinishedService).parse(JSON.parse(row.finished)),
    source: row.source,
    issuedBy: row.issued_by,
    platform: row.platform,
    language: row.language,
    issuedAt: row.issued_at,
    toldAhead: row.told_ahead,
    toldWait: lowMinutes === null || highMinutes === null ? null : { lowMinutes, highMinutes },
    linkHash: row.link_hash,
    queueId: row.queue_id,
    effectiveAt: row.effective_at,
    lineAt: row.line_at ?? row.effective_at,
    priorityClassId: row.priority_class_id,
    transferred: row.transferred === 1,
    collecting: row.collecting === 1,
    reservedFor: row.reserved_for,
    reservedForStaff: row.reserved_for_staff,
    missedTimes: row.missed_times,
    putBackTimes: row.put_back_times,
    postponedTimes: row.postponed_times,
    caseId: row.case_id,
    firstCalledAt: row.first_called_at,
    callReason: row.call_reason,
    passedNumber: row.passed_number,
    slip: slipFromRow(row),
    servedBy: z.array(StaffId).parse(JSON.parse(row.served_by)),
    rating:
      level === null || at === null
        ? null
        : { level, at, deviceId, flagged: row.rating_flagged === 1, details: row.rating_details },
  };
}

function slipFromRow(row: TicketRow): Slip | null {
  const { slip_printer_id: printerId, slip_print_no: printNo, slip_state: state, slip_fault: fault, slip_at: at } = row;
  return printerId === null || printNo === null || state === null || at === null
    ? null
    : { printerId, printNo, state, fault, at };
}

/** The ticket as named parameters of `saveTicket`. */
export function rowFromTicket(ticket: Ticket): Record<string, string | number | null> {
  return {
    id: ticket.id,
    number: ticket.number,
    day: ticket.day,
    issued_queue_id: ticket.issuedQueueId,
    sequence: ticket.sequence,
    issue_order: ticket.issueOrder,
    service_id: ticket.serviceId,
    source: ticket.source,
    issued_by: ticket.issuedBy,
    platform: ticket.platform,
    language: ticket.language,
    issued_at: ticket.issuedAt,
    told_ahead: ticket.toldAhead,
    told_low_minutes: ticket.toldWait?.lowMinutes ?? null,
    told_high_minutes: ticket.toldWait?.highMinutes ?? null,
    link_hash: ticket.linkHash,
    queue_id: ticket.queueId,
    effective_at: ticket.effectiveAt,
    line_at: ticket.lineAt === ticket.effectiveAt ? null : ticket.lineAt,
    further: ticket.further.length === 0 ? null : JSON.stringify(ticket.further),
    priority_class_id: ticket.priorityClassId,
    transferred: ticket.transferred ? 1 : 0,
    collecting: ticket.collecting ? 1 : 0,
    reserved_for: ticket.reservedFor,
    reserved_for_staff: ticket.reservedForStaff,
    missed_times: ticket.missedTimes,
    put_back_times: ticket.putBackTimes,
    postponed_times: ticket.postponedTimes,
    case_id: ticket.caseId,
    first_called_at: ticket.firstCalledAt,
    call_reason: ticket.callReason,
    passed_number: ticket.passedNumber,
    status: ticket.status,
    since: ticket.since,
    counter_id: 'counterId' in ticket ? ticket.counterId : null,
    staff_id: ticket.status === 'serving' ? ticket.staffId : null,
    not_before: ticket.status === 'waiting' ? ticket.notBefore : null,
    return_at: ticket.status === 'held' ? ticket.returnAt : null,
    blocked_until_call: ticket.status === 'waiting' ? ticket.blockedUntilCall : null,
    call_no: ticket.status === 'called' ? ticket.callNo : null,
    last_called_at: ticket.status === 'called' ? ticket.lastCalledAt : null,
    reason: ticket.status === 'held' || ticket.status === 'cancelled' ? ticket.reason : null,
    outcome: ticket.status === 'done' ? ticket.outcome : null,
    external_case_no: ticket.status === 'done' ? ticket.externalCaseNo : null,
    missing: ticket.status === 'done' && ticket.missing.length > 0 ? JSON.stringify(ticket.missing) : null,
    collect_on: ticket.status === 'done' ? ticket.collectOn : null,
    expired_from: ticket.status === 'expired' ? ticket.from : null,
  };
}

/** Column names in the order of the table; they are also the parameters' names. */
export const ticketColumns = [
  ...Object.keys(factColumns).filter((column) => !/^((rating|slip)_|served_by$|finished$)/.test(column)),
  ...['status', 'counter_id', 'staff_id', 'blocked_until_call', 'call_no', 'last_called_at', 'reason', 'outcome'],
  ...['external_case_no', 'collect_on', 'missing', 'expired_from', 'not_before', 'return_at'],
];
