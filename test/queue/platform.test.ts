import { describe, expect, test } from 'vitest';
import { eventsOf, given, kiosk, phone, platform, reception, short, visitor } from '../support/given.ts';

// A program outside the hall: it takes numbers and books like everybody, and gives up only what is its own.

const own = platform('city');
const other = platform('bank');

describe('a number', () => {
  const taken = given(own.issue('A'));

  test('is the platform’s that took it, and says so in the journal', () => {
    expect(eventsOf(given().when(own.issue('A')))).toMatchObject([{ source: 'platform', platform: 'city' }]);
    expect(eventsOf(given().when(kiosk.issue('A')))[0]).not.toHaveProperty('platform');
    expect(short(taken.when(own.cancel('A001')))).toEqual(['ticketCancelled']);
    expect(short(taken.when(other.cancel('A001')))).toBe('notOfThisPlatform');
  });

  test('of a kiosk or of the front desk is no platform’s', () => {
    for (const by of [kiosk, reception]) {
      expect(short(given(by.issue('A')).when(own.cancel('A001')))).toBe('notOfThisPlatform');
    }
  });

  test('taken by a platform is given up by its visitor and at the front desk too', () => {
    expect(short(taken.when(phone('A001').cancel()))).toEqual(['ticketCancelled']);
    expect(short(taken.when(reception.cancel('A001')))).toEqual(['ticketCancelled']);
  });
});

describe('a booking', () => {
  test('is given up by the platform that made it, by no other', () => {
    const booked = given(own.book('10:00'));
    expect(short(booked.when(own.cancelAppointment()))).toEqual(['appointmentCancelled']);
    expect(short(booked.when(other.cancelAppointment()))).toBe('notOfThisPlatform');
    expect(short(booked.when(visitor.cancelAppointment()))).toEqual(['appointmentCancelled']);
  });

  test('made by phone or at the front desk is no platform’s', () => {
    for (const by of [visitor, reception]) {
      expect(short(given(by.book('10:00')).when(own.cancelAppointment()))).toBe('notOfThisPlatform');
    }
  });

  test('in a journal of before names no platform, and is none’s', () => {
    const [event] = eventsOf(given().when(own.book('10:00')));
    if (event?.type !== 'appointmentBooked') throw new Error('nothing was booked');
    const { platform: _, ...before } = event;
    expect(short(given({ happened: before }).when(own.cancelAppointment()))).toBe('notOfThisPlatform');
  });
});
