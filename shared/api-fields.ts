/** What each field of the HTTP API is called; one word for one thing, so a field is explained once. */
export const apiFields = [
  ...([
    'name',
    'timeZone',
    'intake',
    'opensAt',
    'nextOpening',
    'date',
    'time',
    'groups',
    'groupId',
    'zoneName',
  ] as const),
  ...([
    'services',
    'serviceId',
    'waiting',
    'wait',
    'lowMinutes',
    'highMinutes',
    'counters',
    'bookable',
    'full',
  ] as const),
  ...([
    'queues',
    'queueId',
    'prefix',
    'longestWaitMinutes',
    'language',
    'number',
    'link',
    'ahead',
    'issuedAt',
  ] as const),
  ...(['status', 'serviceName', 'counterLabel', 'canCancel', 'slots', 'slot', 'startsAt', 'left', 'tooSoon'] as const),
  ...(['code', 'done', 'message'] as const),
  // of an event that is sent out
  ...(['id', 'type', 'at', 'ticketId', 'counterId', 'callNo', 'reason', 'outcome', 'collectOn', 'level'] as const),
  ...(['channel', 'source', 'appointmentId'] as const),
  // the same name for something else
  ...([
    'further',
    'ownTicketId',
    'ownAppointmentId',
    'intakeStatus',
    'bookingStatus',
    'bookedNumber',
    'errorCode',
  ] as const),
] as const;
export type ApiField = (typeof apiFields)[number];
