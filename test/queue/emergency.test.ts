import { expect, test } from 'vitest';
import { boardView } from '../../hall-server/views/board.ts';
import { emergencyFor } from '../../hall-server/views/hall-facts.ts';
import { phoneView } from '../../hall-server/views/phone.ts';
import { usualSettings } from '../../shared/actors.ts';
import { DeviceId } from '../../shared/ids.ts';
import { admin, at, clock, given, kiosk, manager, ms, type Story, short } from '../support/given.ts';

const panel = { diagonalInches: 55, farthestViewMetres: 10 };
const assignment = { kind: 'hallScreen', panel, settings: usualSettings.hallScreen } as const;
const onBoard = (story: Story) => boardView(story.picture(), assignment).hall.emergency?.text.zhHans ?? null;
const onDevice = (story: Story, id: string) => emergencyFor(story.state, DeviceId.parse(id))?.text.en ?? null;
const evacuate = given().state.setup.emergencyMessages.find((one) => one.id === 'evacuate');

test('shown everywhere it is on every page of the hall, in the words of the set-up, until it is lifted', () => {
  const shown = given(kiosk.issue('A'), at('10:00'), admin.showsEmergency('evacuate'));
  expect(onBoard(shown)).toBe(evacuate?.text.zhHans);
  expect(phoneView(shown.picture(), shown.ticket('A001')).hall.emergency).toEqual({
    text: evacuate?.text,
    since: ms('2026-09-22 10:00'),
  });
  const lifted = shown.given(manager.liftEmergency());
  expect(onBoard(lifted)).toBeNull();
});

test('shown on chosen devices it is on these and nowhere else', () => {
  const shown = given(admin.showsEmergency('suspended', 'zone-screen-a', 'counter-screen-01'));
  expect(onDevice(shown, 'zone-screen-a')).toMatch(/No service/);
  expect(onDevice(shown, 'counter-screen-01')).toMatch(/No service/);
  expect(onDevice(shown, 'hall-screen')).toBeNull();
  expect(onBoard(shown)).toBeNull();
});

test('a later message takes the place of the one before; it outlasts the day', () => {
  const later = given(
    admin.showsEmergency('suspended', 'hall-screen'),
    admin.showsEmergency('evacuate'),
    manager.closeDay(),
    at('2026-09-23 09:00'),
    clock.openDay(),
  );
  expect(onBoard(later)).toBe(evacuate?.text.zhHans);
});

test('words mended while they are shown are mended on the screens', () => {
  if (evacuate === undefined) throw new Error('no such message');
  const text = { ...evacuate.text, zhHans: '请从东门离开' };
  const mended = given(
    admin.showsEmergency('evacuate'),
    admin.saves({ kind: 'emergencyMessage', value: { ...evacuate, text } }),
  );
  expect(onBoard(mended)).toBe('请从东门离开');
});

test('only what is prepared and in use can be shown, and nothing is lifted twice', () => {
  expect(short(given().when(admin.showsEmergency('no-such-message')))).toBe('unknownEmergencyMessage');
  expect(short(given().when(manager.liftEmergency()))).toBe('emergencyNotShown');
  if (evacuate === undefined) throw new Error('no such message');
  const off = admin.saves({ kind: 'emergencyMessage', value: { ...evacuate, active: false } });
  expect(short(given(off).when(admin.showsEmergency('evacuate')))).toBe('unknownEmergencyMessage');
  // What is on the screens is not switched off under them.
  expect(short(given(admin.showsEmergency('evacuate')).when(off))).toBe('setupStillInUse');
});

test('the journal names message and devices by id, never in words', () => {
  const { journal } = given(admin.showsEmergency('evacuate', 'hall-screen'));
  expect(journal.at(-1)).toEqual({
    type: 'emergencyShown',
    at: expect.any(Number),
    messageId: 'evacuate',
    devices: ['hall-screen'],
  });
});
