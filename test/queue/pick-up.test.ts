import { describe, expect, test } from 'vitest';
import { pickUpView } from '../../hall-server/views/pick-up.ts';
import { usualSettings } from '../../shared/actors.ts';
import { at, clerk, given, later, openCounters, type Story, short, waiting } from '../support/given.ts';

// 当场备件: papers are prepared while the visitor waits, and called like a number. Demo counters 8 and 9 serve L, collecting.
const panel = { diagonalInches: 43, farthestViewMetres: 6 };
const screen = (story: Story) => {
  const assignment = { kind: 'pickUpScreen', panel, settings: usualSettings.pickUpScreen } as const;
  const { preparing, calls } = pickUpView(story.picture(), assignment);
  return {
    preparing,
    calls: calls.map(({ number, counterLabel, status, callNo }) => [number, counterLabel, status, callNo]),
  };
};
const served = (number: string) => [at('10:00'), clerk(8).callNext(), clerk(8).startService(number)];
const preparing = given(openCounters(8, 9), waiting('L', 1), served('L001'), clerk(8).hold('L001', 'preparingPapers'));

describe('a visitor whose papers are being prepared', () => {
  test('is listed while they are, called where they are given, and gone when it is done', () => {
    expect(screen(preparing)).toEqual({ preparing: ['L001'], calls: [] });
    const ready = preparing.given(later(300), clerk(9).resume('L001'));
    expect(screen(ready)).toEqual({ preparing: [], calls: [['L001', '9', 'called', 1]] });
    expect(screen(ready.given(clerk(9).finish('L001', 'collected')))).toEqual({ preparing: [], calls: [] });
  });

  test('is not called by being resumed from another hold, nor after having been passed on', () => {
    const other = given(
      openCounters(8),
      waiting('L', 1),
      served('L001'),
      clerk(8).hold('L001'),
      clerk(8).resume('L001'),
    );
    expect(screen(other)).toEqual({ preparing: [], calls: [] });
    const again = preparing.given(clerk(9).resume('L001'), clerk(9).hold('L001'));
    expect(screen(again.given(clerk(9).resume('L001')))).toEqual({ preparing: [], calls: [] });
  });

  test('a service that is not set so has no papers to prepare', () => {
    const licence = given(openCounters(1), waiting('A', 1), [
      at('10:00'),
      clerk(1).callNext(),
      clerk(1).startService('A001'),
    ]);
    expect(short(licence.when(clerk(1).hold('A001', 'preparingPapers')))).toBe('serviceNotForPickUp');
  });
});
