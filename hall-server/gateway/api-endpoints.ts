import type { ZodType } from 'zod';
import type { Actor } from '../../shared/actors.ts';
import type { Command } from '../../shared/commands.ts';
import { AppointmentId, type CommandId, TicketId } from '../../shared/ids.ts';
import type { ApiPath, ApiScope } from '../../shared/interfaces.ts';
import type { RejectionReason } from '../../shared/rejections.ts';
import type { Outcome } from '../hall.ts';
import { appointmentRow, slotsOf } from '../views/appointments.ts';
import { groupChoices } from '../views/group-choices.ts';
import { nowView } from '../views/now.ts';
import { phoneView } from '../views/phone.ts';
import { queueFacts } from '../views/queues.ts';
import { ApiRefused } from './api-refused.ts';
import {
  Booked,
  Booking,
  BookingWish,
  ByCode,
  ByLink,
  Done,
  HallNow,
  Issued,
  Nothing,
  NumberWish,
  OfService,
  Slots,
  TicketNow,
} from './api-shapes.ts';
import { callerOf } from './caller.ts';
import type { Parts } from './parts.ts';

export interface ApiCall {
  readonly parts: Parts;
  readonly actor: Extract<Actor, { readonly kind: 'platform' }>;
  /** Of the Idempotency-Key; null where nothing is changed. */
  readonly id: CommandId | null;
}

interface Described<Body, Answer> {
  readonly method: 'GET' | 'POST';
  readonly path: ApiPath;
  readonly scope: ApiScope;
  /** Why the law may refuse it; the door's own reasons are the same everywhere. */
  readonly refuses: readonly RejectionReason[];
  /** Needs an Idempotency-Key. */
  readonly changes: boolean;
  readonly body: ZodType<Body>;
  readonly answer: ZodType<Answer>;
  readonly answers: (body: Body, call: ApiCall) => Promise<Answer>;
}
export type Endpoint = Omit<Described<unknown, unknown>, 'answers'> & {
  /** `body` as it came. @throws ApiRefused */
  readonly handle: (body: unknown, call: ApiCall) => Promise<unknown>;
};

function endpoint<Body, Answer>({ answers, ...rest }: Described<Body, Answer>): Endpoint {
  return {
    ...rest,
    handle: async (body, call) => {
      const read = rest.body.safeParse(body ?? {});
      if (read.success) return answers(read.data, call);
      const [issue] = read.error.issues;
      throw new ApiRefused('malformed', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not as described'}`);
    },
  };
}

/** @throws ApiRefused with the law's reason */
async function executed(command: Command, { parts, actor, id }: ApiCall): Promise<Extract<Outcome, { ok: true }>> {
  if (id === null) throw new ApiRefused('internal');
  const outcome = await parts.hall.execute(command, actor, id);
  if (!outcome.ok) throw new ApiRefused(outcome.code, null, outcome.facts);
  return outcome;
}

/** The same rule as for phones: while the link opens its ticket. */
function ticketOf(link: string, { parts }: ApiCall) {
  const caller = callerOf({ audience: 'phone', link, build: '' }, undefined, parts);
  const ticket = typeof caller === 'string' ? null : parts.hall.ticket(TicketId.parse(caller.who));
  if (ticket === null) throw new ApiRefused('unknownTicket');
  return ticket;
}

function bookingOf(code: string, { parts }: ApiCall) {
  const found = parts.store.appointmentByCode(parts.links.hashOfAppointmentCode(code));
  if (found === null) throw new ApiRefused('unknownAppointment');
  return found;
}

/** Everything under /api/v1: the routes and the OpenAPI document are made from this. */
export const endpoints: readonly Endpoint[] = [
  endpoint({
    ...{ method: 'GET', path: '/state', scope: 'state:read', changes: false, body: Nothing, answer: HallNow },
    refuses: [],
    answers: async (_, { parts }) => {
      const picture = parts.picture();
      const { name, timeZone } = picture.state.setup.hall;
      const groups = groupChoices(picture).map((group) => ({
        ...{ groupId: group.groupId, name: group.name, zoneName: group.zoneName },
        services: group.services.map(({ serviceId, name, queueId, waiting, wait, counterLabels, bookable, full }) => ({
          ...{ serviceId, name, queueId, waiting, wait, counters: [...counterLabels], bookable, full },
        })),
      }));
      const queues = queueFacts(picture).map((queue) => ({ ...queue, counters: [...queue.counters] }));
      return { name, timeZone, intake: nowView(picture).intake, groups, queues };
    },
  }),
  endpoint({
    ...{ method: 'POST', path: '/tickets', scope: 'tickets:write', changes: true, answer: Issued },
    body: NumberWish,
    refuses: [
      ...(['unknownService', 'dayNotOpen', 'dayClosed', 'hallNotOpenYet', 'hallClosedForToday'] as const),
      ...(['dailyLimitReached', 'serviceNotNow', 'serviceThereAlready', 'tooManyServices'] as const),
    ],
    answers: async (wish, call) => {
      const { ticket, issued } = await executed({ type: 'issueTicket', priorityClassId: null, ...wish }, call);
      const kept = ticket === undefined ? null : call.parts.hall.ticket(ticket.ticketId);
      if (ticket === undefined || issued === undefined || kept === null) throw new ApiRefused('internal');
      const { ahead, wait, issuedAt } = issued;
      const { zoneName } = phoneView(call.parts.picture(), kept);
      const { ticketId } = ticket;
      return {
        ticketId,
        number: ticket.number,
        link: call.parts.links.linkOf(ticketId),
        zoneName,
        ahead,
        wait,
        issuedAt,
      };
    },
  }),
  endpoint({
    ...{
      method: 'POST',
      path: '/tickets/find',
      scope: 'tickets:read',
      changes: false,
      body: ByLink,
      answer: TicketNow,
    },
    refuses: ['unknownTicket'],
    answers: async ({ link }, call) => {
      const view = phoneView(call.parts.picture(), ticketOf(link, call));
      const { ticketId, number, status, serviceName, zoneName, ...rest } = view;
      const { issuedAt, ahead, wait, counterLabel, canCancel } = rest;
      return { ticketId, number, status, serviceName, zoneName, issuedAt, ahead, wait, counterLabel, canCancel };
    },
  }),
  endpoint({
    ...{ method: 'POST', path: '/tickets/cancel', scope: 'tickets:write', changes: true, body: ByLink, answer: Done },
    refuses: ['unknownTicket', 'notOfThisPlatform', 'ticketNotCancellable'],
    answers: async ({ link }, call) => {
      await executed({ type: 'cancelTicket', ticketId: ticketOf(link, call).id, reason: 'visitorLeft' }, call);
      return { done: true } as const;
    },
  }),
  endpoint({
    ...{ method: 'POST', path: '/appointments/slots', scope: 'appointments:read', changes: false, answer: Slots },
    body: OfService,
    refuses: ['unknownService'],
    answers: async ({ serviceId }, { parts }) => {
      const slots = slotsOf(parts.picture(), serviceId, parts.hall.instantOf);
      if (slots === null) throw new ApiRefused('unknownService');
      return { slots: [...slots] };
    },
  }),
  endpoint({
    ...{ method: 'POST', path: '/appointments', scope: 'appointments:write', changes: true, answer: Booked },
    body: BookingWish,
    refuses: ['unknownService', 'serviceNotBookable', 'slotNotOffered', 'slotTooSoon', 'slotFull'],
    answers: async (wish, call) => {
      const { booked } = await executed({ type: 'bookAppointment', ...wish }, call);
      if (booked === undefined) throw new ApiRefused('internal');
      const { appointmentId, date, slot, startsAt } = booked;
      const code = call.parts.links.appointmentCodeOf(AppointmentId.parse(appointmentId));
      return { appointmentId, code, date, slot, startsAt };
    },
  }),
  endpoint({
    ...{ method: 'POST', path: '/appointments/find', scope: 'appointments:read', changes: false, answer: Booking },
    body: ByCode,
    refuses: ['unknownAppointment'],
    answers: async ({ code }, call) => {
      const row = appointmentRow(call.parts.hall.state(), bookingOf(code, call), call.parts.hall.now());
      const { appointmentId, serviceId, serviceName, date, slot, startsAt, status, number, canCancel } = row;
      return { appointmentId, serviceId, serviceName, date, slot, startsAt, status, number, canCancel };
    },
  }),
  endpoint({
    ...{ method: 'POST', path: '/appointments/cancel', scope: 'appointments:write', changes: true, answer: Done },
    body: ByCode,
    refuses: [
      ...(['unknownAppointment', 'notOfThisPlatform', 'appointmentUsed', 'appointmentOver'] as const),
      'appointmentNotCancellable',
    ],
    answers: async ({ code }, call) => {
      const { id: appointmentId } = bookingOf(code, call);
      await executed({ type: 'cancelAppointment', appointmentId, reason: 'visitorAsked' }, call);
      return { done: true } as const;
    },
  }),
];
