// 体验官日记: begun for a ticket, written by the officer, approved word for word, published by an editor, withdrawn at any time.
import type { Actor } from '../../shared/actors.ts';
import type { CommandOf } from '../../shared/commands.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { type Context, type Decision, reject } from '../queue/decision.ts';
import type { HallState } from '../queue/state.ts';
import { type Diary, isInForce, isOfficer } from './diary.ts';

/** At the front desk, or by the officer, who has shown the slip. What counters are shown does not change: nobody is served better for it. */
export function beginDiary(
  state: HallState,
  { ticketId, officerNo }: CommandOf<'beginDiary'>,
  { now: at, actor }: Context,
): Decision {
  const officer = state.diaries.officers.get(officerNo);
  if (officer === undefined || !isOfficer(officer)) return reject('unknownOfficer', { no: officerNo });
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (ticket.status === 'cancelled') return reject('ticketEnded');
  const present = state.diaries.diaries.get(ticketId);
  if (present !== undefined && present.status !== 'erased') return reject('diaryBegunAlready');
  return [{ type: 'diaryBegun', at, diaryOf: ticketId, officerNo, atDesk: actor.kind === 'staff' }];
}

export function writeDiary(
  state: HallState,
  { ticketId, version, words }: CommandOf<'writeDiary'>,
  { now: at, actor }: Context,
): Decision {
  const diary = ownDiary(state, ticketId, actor);
  if ('rejected' in diary) return diary;
  // What is public stays as it was approved until it is taken back.
  if (diary.status === 'published') return reject('diaryIsPublished');
  // Written on two phones, or cut by the editor meanwhile: nothing is overwritten unseen.
  if (diary.version !== version) return reject('diaryChangedMeanwhile');
  const isWhole = words.story !== null && words.score !== null;
  const suggestions = words.suggestions.map(({ id }) => id);
  return [{ type: 'diaryWritten', at, diaryOf: ticketId, version: version + 1, isWhole, suggestions }];
}

/** The officer has read these very words, with cuts and note, and agrees to them. */
export function approveDiary(
  state: HallState,
  { ticketId, version }: CommandOf<'approveDiary'>,
  { now: at, actor }: Context,
): Decision {
  const diary = ownDiary(state, ticketId, actor);
  if ('rejected' in diary) return diary;
  if (diary.status === 'published') return reject('diaryIsPublished');
  if (diary.version !== version) return reject('diaryChangedMeanwhile');
  if (!diary.isWhole) return reject('diaryNotWhole');
  return [{ type: 'diaryApproved', at, diaryOf: ticketId, version }];
}

/** Parts left out, and a note apart from the story. Both change what is published, so the officer approves it anew. */
export function editDiary(
  { diaries }: HallState,
  { ticketId, version, cuts }: CommandOf<'editDiary'>,
  { now: at }: Context,
): Decision {
  const diary = diaries.diaries.get(ticketId);
  if (diary === undefined || diary.status === 'erased') return reject('unknownDiary');
  if (diary.status === 'published') return reject('diaryIsPublished');
  if (diary.version !== version) return reject('diaryChangedMeanwhile');
  return [{ type: 'diaryEdited', at, diaryOf: ticketId, version: version + 1, cuts }];
}

export function publishDiary(
  { diaries: { officers, diaries } }: HallState,
  { ticketId, version }: CommandOf<'publishDiary'>,
  { now: at, local }: Context,
): Decision {
  const diary = diaries.get(ticketId);
  if (diary === undefined || diary.status === 'erased') return reject('unknownDiary');
  if (diary.status !== 'approved') return reject('diaryNotApproved');
  if (diary.version !== version) return reject('diaryChangedMeanwhile');
  const officer = officers.get(diary.officerNo);
  if (officer === undefined || !isInForce(officer.consent.publish)) return reject('consentToPublishNeeded');
  const no = diary.no ?? Math.max(0, ...[...diaries.values()].map((one) => one.no ?? 0)) + 1;
  return [{ type: 'diaryPublished', at, diaryOf: ticketId, no, on: local.date }];
}

/** Taken back by the officer or by the hall: the page goes. What was never public goes altogether. */
export function withdrawDiary(
  state: HallState,
  { ticketId }: CommandOf<'withdrawDiary'>,
  { now: at, actor }: Context,
): Decision {
  const diary = ownDiary(state, ticketId, actor);
  if ('rejected' in diary) return diary;
  return [{ type: diary.status === 'published' ? 'diaryWithdrawn' : 'diaryErased', at, diaryOf: ticketId }];
}

export function answerSuggestion(
  { diaries }: HallState,
  { ticketId, suggestionId, state, answer }: CommandOf<'answerSuggestion'>,
  { now: at }: Context,
): Decision {
  const diary = diaries.diaries.get(ticketId);
  const one = diary?.suggestions.find(({ id }) => id === suggestionId);
  if (diary === undefined || one === undefined || diary.status === 'erased') return reject('unknownSuggestion');
  // Whoever is told no is told why.
  if (state === 'declined' && answer.answer === null) return reject('reasonNeeded');
  return [{ type: 'suggestionAnswered', at, diaryOf: ticketId, suggestionId, state }];
}

/** Somebody's own diary; staff speak for anybody's. */
function ownDiary({ diaries: { diaries, officers } }: HallState, ticketId: TicketId, actor: Actor): Diary | Rejection {
  const diary = diaries.get(ticketId);
  if (diary === undefined || diary.status === 'erased') return reject('unknownDiary');
  if (actor.kind !== 'officer') return diary;
  const officer = officers.get(actor.officerNo);
  if (diary.officerNo !== actor.officerNo) return reject('notOwnDiary');
  return officer === undefined || !isOfficer(officer) ? reject('unknownOfficer') : diary;
}
