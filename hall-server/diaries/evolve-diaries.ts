// 日记如何改变: each event of officers and diaries applied to them. Never refuses: what the journal says has happened.
import type { OfficerNo } from '../../shared/diary.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { DiaryBegun, DiaryEvent } from '../queue/events.ts';
import { consentAfter, consentsGiven, type Diaries, type Diary, type Officer } from './diary.ts';

export function evolveDiaries(before: Diaries, event: DiaryEvent): Diaries {
  if ('diaryOf' in event) return withDiary(before, event.diaryOf, diaryAfter(before.diaries.get(event.diaryOf), event));
  if (event.type === 'officerEnrolled') {
    const { officerNo: no, linkNo, linkHash, consent, on } = event;
    return withOfficer(before, { no, enrolledOn: on, linkNo, linkHash, consent: consentsGiven(consent, on) });
  }
  const officer = officerOf(before, event.officerNo, event);
  if (event.type === 'officerInvited') {
    return withOfficer(before, { ...officer, linkNo: event.linkNo, linkHash: event.linkHash });
  }
  const { consent: kind, given, on } = event;
  const consent = { ...officer.consent, [kind]: consentAfter(officer.consent[kind], given, on) };
  return withOfficer(before, { ...officer, consent });
}

type OfDiary = Extract<DiaryEvent, { readonly diaryOf: TicketId }>;

function diaryAfter(before: Diary | undefined, event: OfDiary): Diary {
  if (event.type === 'diaryBegun') return begun(before, event);
  if (before === undefined) throw impossible(event);
  const { at } = event;
  switch (event.type) {
    case 'diaryWritten': {
      const { version, isWhole } = event;
      const suggestions = event.suggestions.map(
        (id) => before.suggestions.find((one) => one.id === id) ?? { id, state: 'received' as const, since: at },
      );
      // Cuts were of other words.
      return { ...before, status: 'draft', since: at, version, isWhole, isEdited: false, cuts: [], suggestions };
    }
    case 'diaryEdited':
      return { ...before, status: 'draft', since: at, version: event.version, isEdited: true, cuts: event.cuts };
    case 'diaryApproved':
      return { ...before, status: 'approved', since: at, isEdited: false };
    case 'diaryPublished':
      return { ...before, status: 'published', since: at, no: event.no, publishedOn: event.on };
    case 'diaryWithdrawn':
      return { ...before, status: 'withdrawn', since: at };
    case 'diaryErased':
      return { ...before, status: 'erased', since: at, isWhole: false, isEdited: false, cuts: [], suggestions: [] };
    case 'suggestionAnswered': {
      const suggestions = before.suggestions.map((one) =>
        one.id === event.suggestionId ? { ...one, state: event.state, since: at } : one,
      );
      return { ...before, suggestions };
    }
  }
}

/** Anew after it was erased: a public number once given stays with the visit. */
function begun(before: Diary | undefined, { diaryOf: ticketId, officerNo, at: since }: DiaryBegun): Diary {
  const fresh = { status: 'draft', version: 0, isWhole: false, isEdited: false, cuts: [], suggestions: [] } as const;
  return { ticketId, officerNo, since, ...fresh, no: before?.no ?? null, publishedOn: null };
}

function officerOf({ officers }: Diaries, no: OfficerNo, event: DiaryEvent): Officer {
  const officer = officers.get(no);
  if (officer === undefined) throw impossible(event);
  return officer;
}

function withOfficer(before: Diaries, officer: Officer): Diaries {
  return { ...before, officers: new Map(before.officers).set(officer.no, officer) };
}

function withDiary(before: Diaries, id: TicketId, diary: Diary): Diaries {
  return { ...before, diaries: new Map(before.diaries).set(id, diary) };
}

function impossible(event: DiaryEvent): Error {
  return new Error(`the journal cannot hold ${JSON.stringify(event)} here`);
}
