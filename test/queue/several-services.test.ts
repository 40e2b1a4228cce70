import { describe, expect, test } from 'vitest';
import { counterView } from '../../hall-server/views/counter.ts';
import { phoneView } from '../../hall-server/views/phone.ts';
import type { CommandOf } from '../../shared/commands.ts';
import { StaffId } from '../../shared/ids.ts';
import {
  at,
  clerk,
  eventsOf,
  given,
  kiosk,
  later,
  ms,
  openCounters,
  phone,
  reception,
  type Story,
  short,
  waiting,
} from '../support/given.ts';

const licence = 'licence-new-individual';
const tax = 'tax-declaration';
const collect = 'collect-licence';
const finishes = (more: Partial<CommandOf<'finish'>>) => clerk(1).finish('A001', 'accepted', more);

/** Counter 1 has the licence queue and helps out with collecting; counter 9 is for tax. */
const hall = given(openCounters(1), clerk(9).openCounter(9));
const serving = hall.given(kiosk.issue('A', null, [tax, collect]), clerk(1).callNext(), clerk(1).startService('A001'));
const servicesOf = (story: Story) => {
  const { serviceId, further, finished } = story.ticket('A001');
  return {
    now: serviceId,
    further: further.map((one) => one.serviceId),
    finished: finished.map((one) => one.serviceId),
  };
};

describe('one number for several services', () => {
  test('is taken at a kiosk in one go, in the order of asking', () => {
    expect(servicesOf(serving)).toEqual({ now: licence, further: [tax, collect], finished: [] });
  });

  test('goes from line to line with its number, each in its place by when it was asked for', () => {
    // Three came to tax before, three after A001 came to the hall.
    const story = given(waiting('T', 3), at('09:10'), kiosk.issue('A', null, [tax]), waiting('T', 3)).given(
      openCounters(1),
      clerk(9).openCounter(9),
      clerk(1).callNext(),
      clerk(1).startService('A001'),
      at('09:30'),
      finishes({ next: 'passOn' }),
    );
    expect(story.ticket('A001')).toMatchObject({
      status: 'waiting',
      queueId: 'T',
      number: 'A001',
      lineAt: ms('2026-09-22 09:10'),
    });
    expect(
      story
        .picture()
        .line(story.ticket('A001').queueId)
        .map((one) => one.number),
    ).toEqual(['T001', 'T002', 'T003', 'A001', 'T004', 'T005', 'T006']);
    expect(servicesOf(story)).toEqual({ now: tax, further: [], finished: [licence] });
  });

  test('a service asked for later stands where a number taken then would stand', () => {
    const story = hall.given(
      kiosk.issue('A'),
      clerk(1).callNext(),
      clerk(1).startService('A001'),
      waiting('T', 2),
      at('09:20'),
      clerk(1).addService('A001', tax),
      waiting('T', 1),
      at('09:25'),
      finishes({ next: 'passOn' }),
    );
    expect(
      story
        .picture()
        .line(story.ticket('A001').queueId)
        .map((one) => one.number),
    ).toEqual(['T001', 'T002', 'A001', 'T003']);
  });

  test('is finished one by one at a counter that calls the next service too', () => {
    const inOne = hall.given(
      kiosk.issue('A', null, ['licence-change', collect]),
      clerk(1).callNext(),
      clerk(1).startService('A001'),
    );
    const second = inOne.given(later(300), finishes({ next: 'here', externalCaseNo: 'JH-1' }));
    expect(second.ticket('A001')).toMatchObject({
      status: 'serving',
      counterId: 'counter-01',
      serviceId: 'licence-change',
    });
    const third = second.given(later(60), finishes({ next: 'passOn' }));
    expect(servicesOf(third)).toEqual({ now: collect, further: [], finished: [licence, 'licence-change'] });
    expect(third.ticket('A001').finished.map(({ at: when }) => when - inOne.now)).toEqual([300_000, 360_000]);
  });

  test('only services of the counter’s own profile go on there', () => {
    expect(short(serving.when(finishes({ next: 'here' })))).toBe('serviceNotAtCounter');
  });

  test('a finish that says nothing of the rest is refused, so that nothing is forgotten', () => {
    expect(serving.when(finishes({}))).toEqual({ rejected: 'furtherServicesLeft', facts: { count: 2 } });
    expect(short(serving.when(finishes({ next: 'end' })))).toEqual(['ticketFinished']);
    const single = hall.given(kiosk.issue('A'), clerk(1).callNext(), clerk(1).startService('A001'));
    expect(short(single.when(finishes({ next: 'passOn' })))).toBe('noFurtherService');
    expect(short(single.when(finishes({ next: 'end' })))).toEqual(['ticketFinished']);
  });

  test('is rated once, when the visit ends', () => {
    const passedOn = serving.given(finishes({ next: 'passOn' }));
    expect(short(passedOn.when(phone('A001').rate(5)))).toBe('notRatable');
    const done = passedOn.given(
      clerk(9).callNext(),
      clerk(9).startService('A001'),
      clerk(9).finish('A001', 'accepted', { next: 'end' }),
    );
    expect(done.ticket('A001').servedBy).toEqual(['clerk01', 'clerk09']);
    expect(short(done.when(phone('A001').rate(5)))).toEqual(['ticketRated']);
    expect(done.state.counters.get(clerk9)?.finished).toBe(1);
    expect(done.state.day?.done).toBe(1);
  });
  const clerk9 = hall.state.setup.counters[8]?.id ?? expect.fail('nine counters');

  test('each service has its own errand, its own result and its own next trip', () => {
    const first = serving.given(finishes({ next: 'passOn', externalCaseNo: 'JH-1', collectOn: '2026-09-29' }));
    const second = first.given(clerk(9).callNext(), clerk(9).startService('A001'));
    const done = second.given(clerk(9).finish('A001', 'incomplete', { next: 'end', externalCaseNo: 'JH-2' }));
    const { finished, caseId, id } = done.ticket('A001');
    expect(finished[0]).toMatchObject({
      caseId: id,
      externalCaseNo: 'JH-1',
      staffId: 'clerk01',
      counterId: 'counter-01',
    });
    expect(caseId).not.toBe(id);
    expect(caseId).not.toBeNull();
    expect(phoneView(done.picture(), done.ticket('A001')).next.map((next) => [next.for, next.serviceName.en])).toEqual([
      ['collect', 'Registering a sole trader'],
      ['material', 'Filing and paying tax'],
    ]);
  });

  test('the errand of one service can be that of an earlier visit, whatever the other belongs to', () => {
    const earlier = hall.given(
      kiosk.issue('T'),
      clerk(9).callNext(),
      clerk(9).startService('T001'),
      clerk(9).finish('T001', 'accepted', { externalCaseNo: 'TAX-7' }),
    );
    const story = earlier.given(
      kiosk.issue('A', null, [tax]),
      clerk(1).callNext(),
      clerk(1).startService('A001'),
      finishes({ next: 'passOn', externalCaseNo: 'JH-1' }),
      clerk(9).callNext(),
      clerk(9).startService('A001'),
      clerk(9).finish('A001', 'collected', { externalCaseNo: 'TAX-7' }),
    );
    expect(story.ticket('A001').caseId).toBe(earlier.ticket('T001').id);
    expect(story.ticket('A001').finished[0]?.caseId).toBe(story.ticket('A001').id);
  });
});

describe('adding and taking off', () => {
  test.each([
    ['the service it is for', reception.addService('A001', licence), 'serviceThereAlready'],
    ['one that is to come', reception.addService('A001', tax), 'serviceThereAlready'],
    ['one the hall does not have', reception.addService('A001', 'none'), 'unknownService'],
    ['a service that is not to come', reception.dropService('A001', 'tax-invoice'), 'serviceNotToCome'],
    ['a clerk elsewhere', clerk(9).addService('A001', 'tax-invoice'), 'ticketAtOtherCounter'],
    ['a clerk without a counter', clerk(3).addService('A001', 'tax-invoice'), 'noCounter'],
  ])('%s', (_, ask, refusal) => expect(short(serving.when(ask))).toBe(refusal));

  test('a number carries six services, not seven', () => {
    const more = ['licence-change', 'licence-renew', 'tax-invoice'];
    const six = serving.given(...more.map((id) => clerk(1).addService('A001', id)));
    expect(six.when(reception.addService('A001', 'estate-search'))).toEqual({
      rejected: 'tooManyServices',
      facts: { most: 6 },
    });
  });

  test('a kiosk cannot be talked into the same service twice', () => {
    expect(short(hall.when(kiosk.issue('A', null, [licence])))).toBe('serviceThereAlready');
    expect(short(hall.when(kiosk.issue('A', null, [tax, tax])))).toBe('serviceThereAlready');
  });

  test('what is taken off is not gone on with', () => {
    const story = serving.given(reception.dropService('A001', tax));
    expect(servicesOf(story).further).toEqual([collect]);
  });

  test('a service that somebody still comes for cannot be switched off', () => {
    const value = hall.state.setup.services.find(({ id }) => id === tax) ?? expect.fail('tax');
    const off = {
      by: { kind: 'staff', staffId: StaffId.parse('admin'), role: 'administrator' },
      command: { type: 'saveSetup', entry: { kind: 'service', value: { ...value, active: false } } },
    } as const;
    expect(short(hall.when(off))).toEqual(['setupSaved']);
    expect(short(serving.when(off))).toBe('setupStillInUse');
  });
});

test('the clerk sees what is to come, what is done, and whether the next can be begun here', () => {
  const me = { staffId: StaffId.parse('clerk01'), role: 'clerk' } as const;
  const seen = (story: Story) => counterView(story.picture(), me).current;
  expect(seen(serving)).toMatchObject({
    further: [{ serviceId: tax }, { serviceId: collect }],
    nextHere: false,
    finished: [],
  });
  expect(seen(serving.given(reception.dropService('A001', tax)))).toMatchObject({ nextHere: true });
});

test('an appointment goes ahead for what was booked, not for what is done after it', () => {
  const booked = given(
    reception.book('10:00'),
    at('09:45'),
    kiosk.checkIn(),
    waiting('T', 1),
    at('10:00'),
    openCounters(1),
    clerk(9).openCounter(9),
  );
  const { number } =
    [...booked.state.tickets.values()].find(({ source }) => source === 'appointment') ?? expect.fail('checked in');
  const story = booked.given(
    clerk(1).callNext(),
    clerk(1).startService(number),
    clerk(1).addService(number, tax),
    clerk(1).finish(number, 'accepted', { next: 'passOn' }),
  );
  expect(eventsOf(story.when(clerk(9).callNext()))).toMatchObject([
    { ticketId: story.ticket('T001').id, reason: 'fifo' },
  ]);
});
