import { z } from 'zod';

/** Letters, digits, dash and underscore: safe in a URL, a log line and a file name. */
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/);

export const TicketId = id.brand<'TicketId'>();
export type TicketId = z.infer<typeof TicketId>;

export const AppointmentId = id.brand<'AppointmentId'>();
export type AppointmentId = z.infer<typeof AppointmentId>;

export const CounterId = id.brand<'CounterId'>();
export type CounterId = z.infer<typeof CounterId>;

export const ServiceId = id.brand<'ServiceId'>();
export type ServiceId = z.infer<typeof ServiceId>;

export const ServiceGroupId = id.brand<'ServiceGroupId'>();
export type ServiceGroupId = z.infer<typeof ServiceGroupId>;

export const QueueId = id.brand<'QueueId'>();
export type QueueId = z.infer<typeof QueueId>;

export const ZoneId = id.brand<'ZoneId'>();
export type ZoneId = z.infer<typeof ZoneId>;

export const WorkProfileId = id.brand<'WorkProfileId'>();
export type WorkProfileId = z.infer<typeof WorkProfileId>;

export const PriorityClassId = id.brand<'PriorityClassId'>();
export type PriorityClassId = z.infer<typeof PriorityClassId>;

export const EmergencyMessageId = id.brand<'EmergencyMessageId'>();
export type EmergencyMessageId = z.infer<typeof EmergencyMessageId>;

export const MaterialId = id.brand<'MaterialId'>();
export type MaterialId = z.infer<typeof MaterialId>;

/** A manager's message to counters. */
export const MessageId = id.brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

export const StaffId = id.brand<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;

export const DeviceId = id.brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

export const PrinterId = id.brand<'PrinterId'>();
export type PrinterId = z.infer<typeof PrinterId>;

/** Made by the client for each wish; the same id sent again is answered, not done again. */
export const CommandId = z.uuid().brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;
