import fc from 'fast-check';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, expect, it } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { isInForce } from '../../hall-server/diaries/diary.ts';
import { openHall } from '../../hall-server/hall.ts';
import type { HallEvent } from '../../hall-server/queue/events.ts';
import { evolve } from '../../hall-server/queue/evolve.ts';
import { emptyHall, type HallState } from '../../hall-server/queue/state.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import { openDiaryTexts } from '../../hall-server/store/diary-rows.ts';
import { openStore } from '../../hall-server/store/store.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import type { Actor } from '../../shared/actors.ts';
import type { Command } from '../../shared/commands.ts';
import { consentKinds, suggestionStates } from '../../shared/diary.ts';
import { CommandId, DeviceId, StaffId, type TicketId } from '../../shared/ids.ts';
import { issueLicence } from '../support/crowd.ts';
import { wholeWords } from '../support/given.ts';
import { temporaryFolder } from '../support/hall.ts';

// Officers and editors do anything in any order; what may be public, what is kept and what the journal tells stay true.

const folders: { remove: () => void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

const manager: Actor = { kind: 'staff', staffId: StaffId.parse('manager'), role: 'manager' };
const kiosk: Actor = {
  ...{ kind: 'device', deviceId: DeviceId.parse('kiosk'), provenTicketId: null },
  assignment: { kind: 'ticketKiosk', zone: null, printer: null },
};
const card = { name: '梁*能', sex: null, ageBand: null, occupation: null } as const;
const side = fc.noBias(fc.nat({ max: 1 << 20 }));
const dice = fc.record({ what: side, who: side, which: side, how: side });
type Dice = { readonly what: number; readonly who: number; readonly which: number; readonly how: number };

it('a walk of officers and editors: nothing public without consent, nothing kept without it, the journal tells the tables', async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(dice, { minLength: 300, maxLength: 300 }), async (throws) => {
      const walk = await startWalk();
      for (const one of throws) {
        const { actor, command } = wishOf(one, walk.hall.state(), walk.tickets);
        const outcome = await walk.hall.execute(command, actor, CommandId.parse(uuidV7()));
        if (outcome.ok) done.set(command.type, (done.get(command.type) ?? 0) + 1);
        else expect(['internal', 'storageFailing']).not.toContain(outcome.code);
        holds(walk.hall.state());
      }
      walk.checkTables();
    }),
    { numRuns: 4, endOnFailure: true, seed: Number(process.env.WALK_SEED ?? 7) },
  );
  for (const type of diaryCommands) expect(done.get(type) ?? 0, `${type} accepted`).toBeGreaterThan(4);
});

const diaryCommands = [
  ...['enrolOfficer', 'inviteOfficer', 'setConsent', 'beginDiary', 'writeDiary', 'approveDiary', 'editDiary'],
  ...['publishDiary', 'withdrawDiary', 'answerSuggestion'],
];

function wishOf({ what, who, which, how }: Dice, state: HallState, tickets: readonly TicketId[]) {
  const ticketId = tickets[which % tickets.length];
  if (ticketId === undefined) throw new Error('no ticket');
  const officerNo = 1 + (who % 4);
  const present = state.diaries.diaries.get(ticketId);
  // Mostly the right officer and the present version; now and then another's, or an old one.
  const by = how % 9 === 0 ? officerNo : (present?.officerNo ?? officerNo);
  const officer: Actor = { kind: 'officer', officerNo: by };
  const version = Math.max(0, (present?.version ?? 0) - (how % 11 === 0 ? 1 : 0));
  const consent = consentKinds[how % 40 === 0 ? 0 : 1 + (how % 2)] ?? 'publish';
  const suggestions = [{ id: `wish${how % 3}`, text: '大一点' }];
  const wishes: readonly { actor: Actor; command: Command }[] = [
    { actor: manager, command: { type: 'enrolOfficer', card, consent: [...consentKinds].slice(0, 1 + (how % 3)) } },
    { actor: manager, command: { type: 'inviteOfficer', officerNo } },
    {
      actor: how % 2 === 0 ? manager : officer,
      command: { type: 'setConsent', officerNo: by, consent, given: how % 3 !== 0 },
    },
    { actor: manager, command: { type: 'beginDiary', ticketId, officerNo } },
    { actor: officer, command: { type: 'writeDiary', ticketId, version, words: { ...wholeWords, suggestions } } },
    { actor: officer, command: { type: 'approveDiary', ticketId, version } },
    { actor: officer, command: { type: 'approveDiary', ticketId, version } },
    { actor: manager, command: { type: 'editDiary', ticketId, version, cuts: [{ from: 0, to: 2 }], note: '编后' } },
    { actor: manager, command: { type: 'publishDiary', ticketId, version } },
    { actor: manager, command: { type: 'publishDiary', ticketId, version } },
    { actor: how % 2 === 0 ? manager : officer, command: { type: 'withdrawDiary', ticketId } },
    {
      actor: manager,
      command: {
        ...{ type: 'answerSuggestion', ticketId, suggestionId: `wish${which % 3}` },
        ...{ state: suggestionStates[how % 4] ?? 'planned', answer: { wording: null, answer: '好' } },
      },
    },
  ];
  const wish = wishes[what % wishes.length];
  if (wish === undefined) throw new Error('no wish');
  return wish;
}

function holds({ diaries: { officers, diaries } }: HallState) {
  for (const { officerNo, status, isEdited, no } of diaries.values()) {
    const consent = officers.get(officerNo)?.consent;
    if (consent === undefined) throw new Error('a diary of nobody');
    if (status === 'published') {
      expect(isInForce(consent.publish) && isInForce(consent.keep), 'public only with consent').toBe(true);
      expect({ isEdited, hasNumber: no !== null }).toEqual({ isEdited: false, hasNumber: true });
    }
    if (status !== 'erased') expect(isInForce(consent.keep), 'kept only with consent').toBe(true);
  }
  const numbers = [...diaries.values()].flatMap(({ no }) => no ?? []);
  expect(new Set(numbers).size, 'no public number twice').toBe(numbers.length);
}

async function startWalk() {
  const folder = temporaryFolder();
  folders.push(folder);
  const file = `${folder.path}/hall.sqlite`;
  const database = openDatabase(file);
  const now = Date.parse('2026-09-22T09:00:00+08:00');
  const store = openStore(database.db, blankSetup, now);
  store.saveSetup(demoSetup);
  const bugs: unknown[] = [];
  const hall = openHall({
    ...{ store, links: createTicketLinks(store.linkKey), clock: () => now, forecast: () => null },
    onBug: (error) => bugs.push(error),
  });
  const tickets: TicketId[] = [];
  for (let n = 0; n < 4; n += 1) {
    const outcome = await hall.execute(issueLicence, kiosk, CommandId.parse(uuidV7()));
    if (outcome.ok && outcome.ticket !== undefined) tickets.push(outcome.ticket.ticketId);
  }

  const checkTables = () => {
    expect(bugs).toEqual([]);
    const { db } = database;
    const journal = db.prepare('SELECT event FROM journal ORDER BY sequence').pluck().all().map(String);
    const told = journal.map((event): HallEvent => JSON.parse(event)).reduce(evolve, emptyHall(demoSetup));
    expect(told.diaries).toEqual(hall.state().diaries);
    const texts = openDiaryTexts(db);
    for (const { ticketId, status, version, suggestions } of told.diaries.diaries.values()) {
      const words = texts.words(ticketId);
      expect(words !== null, `${status} ${version}`).toBe(status !== 'erased' && suggestions.length > 0);
      // An answer stays with its suggestion and goes with it.
      const answers = db.prepare("SELECT part FROM diary_texts WHERE ticket_id = ? AND part LIKE 'answer-%'").pluck();
      const own = suggestions.map(({ id }) => `answer-${id}`);
      expect(answers.all(ticketId).filter((part) => !own.includes(String(part)))).toEqual([]);
      if (status === 'erased') expect(texts.note(ticketId)).toBeNull();
    }
    for (const { no, consent } of told.diaries.officers.values()) {
      expect(texts.card(no) !== null, `the card of ${no}`).toBe(isInForce(consent.keep));
    }
    const before = hall.state();
    database.close();
    const reopened = openDatabase(file);
    expect(openStore(reopened.db, blankSetup, now).load().diaries).toEqual(before.diaries);
    reopened.close();
  };
  return { hall, tickets, checkTables };
}
