import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import {
  clerk,
  given,
  givenIn,
  kiosk,
  later,
  missedAt,
  openCounters,
  otherKiosk,
  phone,
  reception,
  short,
} from '../support/given.ts';

describe('撤销: a kiosk takes back the number it has just given', () => {
  const taken = given(kiosk.issue('A'));

  test.each([0, 19, 20])('after %d s: it is cancelled, and the number is not given again', (seconds) => {
    const undone = taken.given(later(seconds), kiosk.undo('A001'));
    expect(undone.ticket('A001')).toMatchObject({ status: 'cancelled', reason: 'takenByMistake' });
    expect(undone.given(kiosk.issue('A')).ticket('A002').status).toBe('waiting');
  });

  test('after 21 s: no more, but the front desk and the visitor’s phone still can', () => {
    const late = taken.given(later(21));
    expect(late.when(kiosk.undo('A001'))).toEqual({ rejected: 'undoTooLate', facts: { seconds: 20 } });
    expect(short(late.when(reception.cancel('A001')))).toEqual(['ticketCancelled']);
    expect(short(late.when(phone('A001').cancel()))).toEqual(['ticketCancelled']);
  });

  test('another kiosk cannot, nor any kiosk with a number of the front desk', () => {
    expect(short(taken.when(otherKiosk.undo('A001')))).toBe('issuedElsewhere');
    expect(short(given(reception.issue('A')).when(kiosk.undo('A001')))).toBe('issuedElsewhere');
  });

  test('once called it is not taken back, unless the call was a mistake', () => {
    const called = taken.given(openCounters(1), clerk(1).callNext());
    expect(short(called.when(kiosk.undo('A001')))).toBe('ticketNotCancellable');
    expect(short(called.given(clerk(1).withdrawCall('A001')).when(kiosk.undo('A001')))).toEqual(['ticketCancelled']);
    const held = called.given(clerk(1).startService('A001'), clerk(1).hold('A001'));
    expect(short(held.when(kiosk.undo('A001')))).toBe('undoTooLate');
    const missed = given(openCounters(1), kiosk.issue('A'), missedAt(1, 'A001'));
    expect(short(missed.when(kiosk.undo('A001')))).toBe('undoTooLate');
  });

  test('twice is once', () => {
    expect(short(taken.given(kiosk.undo('A001')).when(kiosk.undo('A001')))).toBe('ticketNotCancellable');
  });

  test('a hall that allows no undoing', () => {
    const rules = { ...demoSetup.rules, issue: { ...demoSetup.rules.issue, undoSeconds: 0 } };
    const strict = givenIn({ ...demoSetup, rules }, kiosk.issue('A'), later(1));
    expect(short(strict.when(kiosk.undo('A001')))).toBe('undoTooLate');
  });
});
