import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import type { LocalQuestion } from '../../../shared/setup.ts';
import type { AdminTexts } from '../../../shared/texts/admin.ts';
import type { Draft } from './draft.ts';
import type { Field } from './field.ts';

/** As many answers as a kiosk shows at once; the first two are needed. */
const places = ['0', '1', '2', '3', '4'] as const;
const needed = 2;

const words = { zhHans: '', zhHant: '', en: '' };

/** A question's answers in numbered places, so that a form can fill each of them. */
export function draftOfQuestion(answers: LocalQuestion['answers']): Draft {
  return Object.fromEntries(
    places.map((place, at) => [
      place,
      // An answer keeps its id for ever: what was given before still means the same.
      answers[at] ?? { id: newCommandId(), text: at < needed ? words : null },
    ]),
  );
}

/** The answers that are filled in, in their order. */
export function answersOfDraft(answers: unknown): readonly unknown[] {
  const inPlaces = typeof answers === 'object' && answers !== null ? (answers as Draft) : {};
  return places.map((place) => inPlaces[place]).filter((one) => (one as { text?: unknown } | undefined)?.text !== null);
}

export function answerFields({ answerNo }: AdminTexts['fields']): readonly Field[] {
  return places.map((place, at) => ({
    as: 'words',
    path: ['answers', place, 'text'],
    label: answerNo(at + 1),
    ...(at >= needed && { nullable: true as const }),
  }));
}
