import type Database from 'better-sqlite3';
import { z } from 'zod';
import {
  Cuts,
  consentKinds,
  DiaryWords,
  diaryStatuses,
  OfficerCard,
  OfficerNo,
  SuggestionAnswer,
  SuggestionId,
  SuggestionState,
} from '../../shared/diary.ts';
import { TicketId } from '../../shared/ids.ts';
import type { Diaries, Diary, Officer } from '../diaries/diary.ts';
import { type DiaryEvent, isDiaryEvent } from '../queue/events.ts';
import type { Step } from './store.ts';

/** What is said of or by an officer, or to counters, with a command; written in its transaction, but never into the journal. */
export type Told =
  | { readonly of: 'officer'; readonly card: OfficerCard }
  | { readonly of: 'words'; readonly words: DiaryWords }
  | { readonly of: 'note'; readonly note: string | null }
  | { readonly of: 'answer'; readonly answer: SuggestionAnswer }
  /** To counters: `message-rows.ts`. */
  | { readonly of: 'message'; readonly text: string };

const Consent = z.object({ givenOn: z.string().nullable(), withdrawnOn: z.string().nullable() });
const SavedOfficer = z.object({
  ...{ no: OfficerNo, enrolledOn: z.string(), linkNo: z.int(), linkHash: z.string() },
  consent: z.record(z.enum(consentKinds), Consent),
});
const SavedDiary = z.object({
  ...{ ticketId: TicketId, officerNo: OfficerNo, status: z.enum(diaryStatuses), since: z.number() },
  ...{ version: z.int(), isWhole: z.boolean(), isEdited: z.boolean(), cuts: Cuts },
  ...{ no: z.int().nullable(), publishedOn: z.string().nullable() },
  suggestions: z.array(z.object({ id: SuggestionId, state: SuggestionState, since: z.number() })),
});
const parsed = <Shape>(schema: z.ZodType<Shape>, text: unknown) => schema.parse(JSON.parse(z.string().parse(text)));

/** Officers and diaries as they were left. @throws ZodError when a row cannot be one */
export function loadDiaries(db: Database.Database): Diaries {
  const officers = db
    .prepare('SELECT value FROM officers ORDER BY no')
    .pluck()
    .all()
    .map((value) => parsed(SavedOfficer, value));
  const diaries = db
    .prepare('SELECT value FROM diaries ORDER BY rowid')
    .pluck()
    .all()
    .map((value) => parsed(SavedDiary, value));
  return {
    officers: new Map(officers.map((one) => [one.no, one])),
    diaries: new Map(diaries.map((one) => [one.ticketId, one])),
  };
}

/** Writes what a step did to officers and diaries, and what was told with it. */
export function diaryWriter(db: Database.Database): (step: Step) => void {
  const saveOfficer = db.prepare(`
    INSERT INTO officers (no, link_hash, value) VALUES (:no, :linkHash, :value)
    ON CONFLICT (no) DO UPDATE SET link_hash = excluded.link_hash, value = excluded.value`);
  const saveCard = db.prepare('UPDATE officers SET card = ? WHERE no = ?');
  const saveDiary = db.prepare(`
    INSERT INTO diaries (ticket_id, officer_no, status, public_no, value) VALUES (:ticketId, :officerNo, :status, :no, :value)
    ON CONFLICT (ticket_id) DO UPDATE SET officer_no = excluded.officer_no, status = excluded.status,
      public_no = excluded.public_no, value = excluded.value`);
  const saveText = db.prepare(`
    INSERT INTO diary_texts (ticket_id, part, value) VALUES (?, ?, ?)
    ON CONFLICT (ticket_id, part) DO UPDATE SET value = excluded.value`);
  const eraseText = db.prepare('DELETE FROM diary_texts WHERE ticket_id = ? AND part = ?');
  const eraseTexts = db.prepare('DELETE FROM diary_texts WHERE ticket_id = ?');

  const saveOfficerRow = (one: Officer) =>
    saveOfficer.run({ no: one.no, linkHash: one.linkHash, value: JSON.stringify(one) });
  const saveDiaryRow = ({ ticketId, officerNo, status, no, ...rest }: Diary) =>
    saveDiary.run({
      ticketId,
      officerNo,
      status,
      no,
      value: JSON.stringify({ ticketId, officerNo, status, no, ...rest }),
    });

  const writeTold = (event: DiaryEvent, told: Told | null, after: Diaries) => {
    switch (event.type) {
      case 'officerEnrolled':
        if (told?.of === 'officer') saveCard.run(JSON.stringify(told.card), event.officerNo);
        return;
      case 'consentSet':
        if (event.consent === 'keep' && !event.given) saveCard.run(null, event.officerNo);
        return;
      case 'diaryWritten': {
        if (told?.of === 'words') saveText.run(event.diaryOf, 'words', JSON.stringify(told.words));
        // Answers to suggestions that are no longer there go with them.
        const kept = new Set(after.diaries.get(event.diaryOf)?.suggestions.map(({ id }) => answerPart(id)));
        for (const part of answerParts(db, event.diaryOf)) if (!kept.has(part)) eraseText.run(event.diaryOf, part);
        return;
      }
      case 'diaryEdited':
        if (told?.of !== 'note') return;
        if (told.note === null) eraseText.run(event.diaryOf, 'note');
        else saveText.run(event.diaryOf, 'note', JSON.stringify(told.note));
        return;
      case 'suggestionAnswered':
        if (told?.of === 'answer') {
          saveText.run(event.diaryOf, answerPart(event.suggestionId), JSON.stringify(told.answer));
        }
        return;
      case 'diaryErased':
        eraseTexts.run(event.diaryOf);
        return;
      default:
        return;
    }
  };

  return ({ events, after: { diaries: after }, told }) => {
    const happened = events.filter(isDiaryEvent);
    for (const event of happened) {
      const officer = 'officerNo' in event ? after.officers.get(event.officerNo) : undefined;
      if (officer !== undefined) saveOfficerRow(officer);
      const diary = 'diaryOf' in event ? after.diaries.get(event.diaryOf) : undefined;
      if (diary !== undefined) saveDiaryRow(diary);
      writeTold(event, told, after);
    }
  };
}

const answerPart = (id: SuggestionId) => `answer-${id}`;
const answerParts = (db: Database.Database, id: TicketId) =>
  db
    .prepare("SELECT part FROM diary_texts WHERE ticket_id = ? AND part LIKE 'answer-%'")
    .pluck()
    .all(id)
    .map((part) => z.string().parse(part));

/** Reads what officers are called and what was written. */
export function openDiaryTexts(db: Database.Database) {
  const card = db.prepare('SELECT card FROM officers WHERE no = ?').pluck();
  const text = db.prepare('SELECT value FROM diary_texts WHERE ticket_id = ? AND part = ?').pluck();
  const read = <Shape>(schema: z.ZodType<Shape>, found: unknown) =>
    found === undefined || found === null ? null : parsed(schema, found);
  return {
    /** Null: erased. */
    card: (no: OfficerNo) => read(OfficerCard, card.get(no)),
    /** Null: nothing is written yet, or it is erased. */
    words: (id: TicketId) => read(DiaryWords, text.get(id, 'words')),
    note: (id: TicketId) => read(z.string(), text.get(id, 'note')),
    answer: (id: TicketId, suggestion: SuggestionId) =>
      read(SuggestionAnswer, text.get(id, answerPart(suggestion))) ?? { wording: null, answer: null },
  };
}
export type DiaryTexts = ReturnType<typeof openDiaryTexts>;
