import { afterEach, describe, expect, test } from 'vitest';
import { localTime } from '../../hall-server/local-time.ts';

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

describe('T1 the hall has its own time, whatever the machine is set to', () => {
  test.each(['UTC', 'Asia/Shanghai', 'America/Vancouver'])('machine in %s', (zone) => {
    process.env.TZ = zone;
    const hall = (utc: string) => localTime(Date.parse(utc), 'Asia/Shanghai');
    expect(hall('2026-09-22T08:59:59Z')).toEqual({ date: '2026-09-22', weekday: 'tuesday', minute: 16 * 60 + 59 });
    expect(hall('2026-09-22T09:00:00Z')).toEqual({ date: '2026-09-22', weekday: 'tuesday', minute: 17 * 60 });
    expect(hall('2026-09-22T15:59:59.999Z')).toEqual({ date: '2026-09-22', weekday: 'tuesday', minute: 1439 });
    expect(hall('2026-09-22T16:00:00Z')).toEqual({ date: '2026-09-23', weekday: 'wednesday', minute: 0 });
  });
});

test.each([
  ['a year ends', '2026-12-31T16:00:00Z', 'Asia/Shanghai', '2027-01-01', 'friday', 0],
  ['a leap day', '2028-02-28T16:30:00Z', 'Asia/Hong_Kong', '2028-02-29', 'tuesday', 30],
  ['a Sunday', '2026-09-20T04:00:00Z', 'Asia/Shanghai', '2026-09-20', 'sunday', 720],
  ['behind UTC', '2026-09-22T00:30:00Z', 'America/Vancouver', '2026-09-21', 'monday', 17 * 60 + 30],
  ['half an hour off', '2026-09-22T18:29:00Z', 'Asia/Kolkata', '2026-09-22', 'tuesday', 1439],
] as const)('%s', (_, utc, zone, date, weekday, minute) => {
  expect(localTime(Date.parse(utc), zone)).toEqual({ date, weekday, minute });
});

test('clocks that change: the hour that comes twice is told twice, the one left out never', () => {
  const minutes = (from: string, hours: number) =>
    Array.from({ length: hours }, (_, index) => {
      return localTime(Date.parse(from) + index * 3_600_000, 'America/Vancouver').minute / 60;
    });
  expect(minutes('2025-11-02T07:00:00Z', 4)).toEqual([0, 1, 1, 2]);
  expect(minutes('2025-03-09T08:00:00Z', 4)).toEqual([0, 1, 3, 4]);
});
