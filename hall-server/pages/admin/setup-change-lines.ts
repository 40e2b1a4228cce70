import type { SetupChange } from '../../../shared/http.ts';
import { type LocalizedText, LocalizedText as Words } from '../../../shared/languages.ts';
import type { Setup, SetupEntry } from '../../../shared/setup.ts';
import type { AdminTexts } from '../../../shared/texts/admin.ts';
import type { AdminBookingsTexts } from '../../../shared/texts/admin-bookings.ts';
import type { AdminSetupTexts } from '../../../shared/texts/admin-setup.ts';
import type { FiguresTexts } from '../../../shared/texts/figures.ts';
import type { PrintingTexts } from '../../../shared/texts/printing.ts';
import { linesOf } from './calendar-lines.ts';
import { type Draft, sameValue, valueAt } from './draft.ts';
import { type Change, type Field, showValue, singleFields } from './field.ts';
import { changesOfHours } from './hours-changes.ts';
import { printerDraft, printerFields } from './printer-fields.ts';
import { draftOf, fieldsOf, hallFields, ruleFields } from './setup-fields.ts';

export interface SetupSpeaker {
  readonly setup: Setup;
  readonly texts: AdminTexts;
  readonly own: AdminSetupTexts;
  readonly printing: PrintingTexts;
  readonly figures: FiguresTexts;
  readonly bookings: AdminBookingsTexts;
  readonly say: (text: LocalizedText) => string;
}

/** What an entry is called: 'counter 5', 'queue A licences'. */
export function nameOfEntry({ kind, value }: SetupEntry, { own, say }: SetupSpeaker): string {
  const named = [value].flatMap((one: Draft) => {
    const words = Words.safeParse(one.name ?? one.text);
    const name = words.success ? say(words.data) : typeof one.name === 'string' ? one.name : '';
    return [one.prefix, one.label, name, kind === 'calendarYear' ? one.id : ''];
  });
  const parts = kind === 'hall' || kind === 'rules' || kind === 'openingHours' ? [] : named;
  return [own.kinds[kind], ...parts].filter((part) => typeof part === 'string' && part !== '').join(' ');
}

/** What became of an entry, field by field, in the words of its own form; of a new one only that it is new. */
export function linesOfChange({ before, after }: SetupChange, speaker: SetupSpeaker): readonly Change[] {
  if (before === null) return [];
  if (before.kind === 'openingHours' && after.kind === 'openingHours') {
    return changesOfHours(before.value, after.value, speaker.texts);
  }
  if (before.kind === 'calendarYear' && after.kind === 'calendarYear') {
    return [{ label: speaker.own.daysKnown, before: linesOf(before.value), after: linesOf(after.value) }];
  }
  const [old, now] = [shapeOf(before), shapeOf(after)];
  const fields = fieldsOfKind(after, speaker);
  return singleFields(fields)
    .filter(({ path }) => !sameValue(valueAt(old, path), valueAt(now, path)))
    .map((field) => ({
      label: field.label,
      before: showValue(field, valueAt(old, field.path), speaker.texts),
      after: showValue(field, valueAt(now, field.path), speaker.texts),
    }));
}

const shapeOf = (entry: SetupEntry): Draft =>
  entry.kind === 'printer'
    ? printerDraft(entry.value)
    : entry.kind === 'localQuestion'
      ? draftOf(entry.value)
      : { ...entry.value };

function fieldsOfKind(entry: SetupEntry, speaker: SetupSpeaker): readonly Field[] {
  const { setup, texts, printing, figures, bookings, say } = speaker;
  switch (entry.kind) {
    case 'hall':
      return hallFields(setup, { texts, say });
    case 'rules':
      return ruleFields(setup, { texts, printing, figures, bookings });
    case 'printer':
      return printerFields(printerDraft(entry.value), { texts, printing });
    case 'openingHours':
    case 'calendarYear':
      return [];
    default:
      return fieldsOf(entry.kind, setup, { texts, say }, () => true);
  }
}
