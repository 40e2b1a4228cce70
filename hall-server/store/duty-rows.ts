import { z } from 'zod';
import { helpReasons, pauseReasons } from '../../shared/commands.ts';
import { CounterId, QueueId, StaffId, TicketId, WorkProfileId } from '../../shared/ids.ts';
import type { CounterDuty, QueueDay } from '../queue/state.ts';

const QueueRow = z.object({
  queue_id: QueueId,
  last_sequence: z.number(),
  skipped: z.number(),
  calls: z.number(),
  passed: z.number(),
  recent_service_ms: z.string(),
  first_calls: z.string(),
  calls_ended: z.string(),
});
const FirstCalls = z.object({ called: z.number(), within: z.number(), leftLate: z.number() });
const CallsEnded = z.object({ minute: z.number(), came: z.number(), missed: z.number() });

/** @throws ZodError when the row cannot be a queue's */
export function queueFromRow(columns: unknown): [QueueId, QueueDay] {
  const row = QueueRow.parse(columns);
  const recentServiceMs = z.array(z.number()).parse(JSON.parse(row.recent_service_ms));
  const { last_sequence: lastSequence, skipped, calls, passed } = row;
  const firstCalls = FirstCalls.parse(JSON.parse(row.first_calls));
  const callsEnded = z.array(CallsEnded).parse(JSON.parse(row.calls_ended));
  return [row.queue_id, { lastSequence, skipped, calls, passed, recentServiceMs, firstCalls, callsEnded }];
}

export function rowFromQueue(queueId: QueueId, queue: QueueDay) {
  const { lastSequence, skipped, calls, passed, recentServiceMs, firstCalls, callsEnded } = queue;
  const lists = [recentServiceMs, firstCalls, callsEnded].map((one) => JSON.stringify(one));
  return [queueId, lastSequence, skipped, calls, passed, ...lists] as const;
}

const LastFinished = z.object({ ticketId: TicketId, number: z.string(), at: z.number(), rated: z.boolean() });

const duty = {
  counter_id: CounterId,
  since: z.number(),
  work_profile_id: WorkProfileId,
  finished: z.number(),
  last_finished: z.string().nullable(),
  round: z.string(),
  by_manager: z.string(),
  help: z.string().nullable(),
};
/** What a manager did for whoever works there. */
const ByManager = z.object({
  profile: StaffId.nullable(),
  paused: StaffId.nullable(),
  closedFor: z.object({ staffId: StaffId, by: StaffId }).nullable(),
});
const Help = z.object({
  reason: z.enum(helpReasons),
  since: z.number(),
  answered: z.object({ by: StaffId, at: z.number() }).nullable(),
});
const DutyRow = z.discriminatedUnion('status', [
  z.object({ ...duty, status: z.literal('closed') }),
  z.object({ ...duty, status: z.literal('open'), staff_id: StaffId }),
  z.object({ ...duty, status: z.literal('paused'), staff_id: StaffId, pause_reason: z.enum(pauseReasons) }),
]);

/** @throws ZodError when the row cannot be a counter's */
export function dutyFromRow(columns: unknown): [CounterId, CounterDuty] {
  const row = DutyRow.parse(columns);
  const lastFinished = row.last_finished === null ? null : LastFinished.parse(JSON.parse(row.last_finished));
  const round = z.record(z.string(), z.int()).parse(JSON.parse(row.round));
  const facts = { since: row.since, workProfileId: row.work_profile_id, finished: row.finished, lastFinished, round };
  const by = ByManager.parse(JSON.parse(row.by_manager));
  if (row.status === 'closed') return [row.counter_id, { ...facts, status: 'closed', closedFor: by.closedFor }];
  const help = row.help === null ? null : Help.parse(JSON.parse(row.help));
  const manned = { ...facts, staffId: row.staff_id, profileBy: by.profile, help };
  return row.status === 'open'
    ? [row.counter_id, { ...manned, status: 'open' }]
    : [row.counter_id, { ...manned, status: 'paused', reason: row.pause_reason, by: by.paused }];
}

export function rowFromDuty(counterId: CounterId, duty: CounterDuty) {
  const staffId = duty.status === 'closed' ? null : duty.staffId;
  const pauseReason = duty.status === 'paused' ? duty.reason : null;
  const lastFinished = duty.lastFinished && JSON.stringify(duty.lastFinished);
  const { status, since, workProfileId, finished } = duty;
  const round = JSON.stringify(duty.round);
  const byManager = JSON.stringify({
    profile: duty.status === 'closed' ? null : duty.profileBy,
    paused: duty.status === 'paused' ? duty.by : null,
    closedFor: duty.status === 'closed' ? duty.closedFor : null,
  });
  const help = duty.status === 'closed' || duty.help === null ? null : JSON.stringify(duty.help);
  const facts = [counterId, status, since, staffId, workProfileId, pauseReason, finished, lastFinished] as const;
  return [...facts, round, byManager, help] as const;
}
