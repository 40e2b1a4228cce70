import type { ApiPath } from '../../shared/interfaces.ts';

const licence = { zhHans: '营业执照', zhHant: '營業執照', en: 'Business licence' };
const newShop = { zhHans: '个体工商户设立登记', zhHant: '個體工商戶設立登記', en: 'Registering a sole trader' };
const zoneA = { zhHans: 'A 区', zhHant: 'A 區', en: 'Zone A' };
const wait = { lowMinutes: 25, highMinutes: 35 };
const link = '7Q2M4XJ9T0C5VB8KD3RN6WHYEG';
const serviceId = 'licence-new-individual';
const slot = { date: '2026-09-23', slot: '10:00', startsAt: 1_790_128_800_000 };
const ticketId = '01997a5e-2f60-7c31-9a44-5d1f0c2b7e19';
const appointmentId = '01997a60-8f0e-7d52-b0c1-3a9e6f4d2c88';
const issuedAt = 1_790_042_580_000;

/** What is sent to each address, and answered: of a hall that is not there. A test holds them to the schemas. */
export const apiExamples: Readonly<Record<ApiPath, { readonly body?: object; readonly answer: object }>> = {
  '/state': {
    answer: {
      name: { zhHans: '示例政务服务大厅', zhHant: '示例政務服務大廳', en: 'Example Service Hall' },
      timeZone: 'Asia/Shanghai',
      intake: { status: 'open' },
      groups: [
        {
          ...{ groupId: 'licence', name: licence, zoneName: zoneA },
          services: [
            {
              ...{ serviceId, name: newShop, queueId: 'A', waiting: 21, wait, counters: ['1', '2', '3'] },
              ...{ bookable: true, full: false },
            },
          ],
        },
      ],
      queues: [
        {
          ...{ queueId: 'A', prefix: 'A', name: licence, zoneName: zoneA, waiting: 21, longestWaitMinutes: 28, wait },
          ...{ counters: ['1', '2', '3'], full: false },
        },
      ],
    },
  },
  '/tickets': {
    body: { serviceId, language: 'zhHans' },
    answer: { ticketId, number: 'A022', link, zoneName: zoneA, ahead: 21, wait, issuedAt },
  },
  '/tickets/find': {
    body: { link },
    answer: {
      ...{
        ticketId,
        number: 'A022',
        status: 'waiting',
        serviceName: newShop,
        zoneName: zoneA,
        issuedAt,
        ahead: 20,
        wait,
      },
      ...{ counterLabel: null, canCancel: true },
    },
  },
  '/tickets/cancel': { body: { link }, answer: { done: true } },
  '/appointments/slots': { body: { serviceId }, answer: { slots: [{ ...slot, left: 2, tooSoon: false }] } },
  '/appointments': {
    body: { serviceId, date: slot.date, slot: slot.slot },
    answer: { appointmentId, code: '48217735', ...slot },
  },
  '/appointments/find': {
    body: { code: '48217735' },
    answer: { appointmentId, serviceId, serviceName: newShop, ...slot, status: 'open', number: null, canCancel: true },
  },
  '/appointments/cancel': { body: { code: '48217735' }, answer: { done: true } },
};

export const eventExample = {
  ...{ id: '1-4711', type: 'ticketCalled', at: '2026-09-22T02:12:03.000Z' },
  ...{ ticketId, number: 'A022', serviceId },
  ...{ counterId: 'counter-05', callNo: 1, reason: 'fifo' },
} as const;
