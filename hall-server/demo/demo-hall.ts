import { z } from 'zod';
import { DeviceAssignment } from '../../shared/actors.ts';
import { DeviceId, StaffId } from '../../shared/ids.ts';
import {
  Counter,
  Hall,
  Material,
  OpeningHours,
  Printer,
  PriorityClass,
  Queue,
  Rules,
  Service,
  ServiceGroup,
  type Setup,
  WorkProfile,
  Zone,
} from '../../shared/setup.ts';
import { blankSetup } from '../blank-setup.ts';
import { hashPassword } from '../gateway/passwords.ts';
import type { Accounts } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import demoHall from './demo-hall.json' with { type: 'json' };

const DemoHall = z.object({
  setup: z.object({
    hall: Hall,
    rules: Rules,
    openingHours: OpeningHours,
    zones: z.array(Zone),
    serviceGroups: z.array(ServiceGroup),
    queues: z.array(Queue),
    services: z.array(Service),
    workProfiles: z.array(WorkProfile),
    counters: z.array(Counter),
    priorityClasses: z.array(PriorityClass),
    materials: z.array(Material),
    printers: z.array(Printer),
  }),
  devices: z.array(z.object({ id: DeviceId, name: z.string(), assignment: DeviceAssignment })),
});

/** The demonstration hall's set-up: a district hall with 12 counters, and the messages that every hall begins with. */
export const demoSetup: Setup = {
  ...DemoHall.parse(demoHall).setup,
  emergencyMessages: blankSetup.emergencyMessages,
  localQuestions: blankSetup.localQuestions,
  calendarYears: blankSetup.calendarYears,
};

/** Fills a new hall with set-up, devices and accounts that can be used at once. */
export async function fillDemoHall(store: Pick<Store, 'saveSetup'>, accounts: Accounts): Promise<void> {
  store.saveSetup(demoSetup);
  for (const device of DemoHall.parse(demoHall).devices) accounts.saveDevice(device);
  const password = await hashPassword(demoPassword);
  for (const { login, name, role } of demoAccounts) {
    accounts.saveStaff({ id: StaffId.parse(login), login, name, role, active: true, password });
  }
}
