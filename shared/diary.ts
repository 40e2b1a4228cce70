import { z } from 'zod';
import { Language } from './languages.ts';
import { typedText } from './rating.ts';

/** An experience officer (体验官), known to the journal by this number only; never given twice. */
export const OfficerNo = z.int().min(1).max(99_999);
export type OfficerNo = z.infer<typeof OfficerNo>;

/** What an officer agrees to, each by itself: that we keep it, publish it, repeat single sentences of it elsewhere. */
export const consentKinds = ['keep', 'publish', 'quote'] as const;
export const ConsentKind = z.enum(consentKinds);
export type ConsentKind = z.infer<typeof ConsentKind>;

export const sexes = ['female', 'male'] as const;
export const ageBands = ['to25', 'to35', 'to45', 'to60', 'over60'] as const;
export type AgeBand = (typeof ageBands)[number];

/** 梁*能, 王*, *, L***: a whole name is refused at the door, so that none is ever stored. */
export const MaskedName = z
  .string()
  .max(20)
  .regex(/^\P{Cc}?\*+\P{Cc}?$/u);

/** Null: not agreed to be shown. */
export const OfficerCard = z
  .strictObject({
    name: MaskedName,
    sex: z.enum(sexes).nullable(),
    ageBand: z.enum(ageBands).nullable(),
    occupation: typedText(20).nullable(),
  })
  .readonly();
export type OfficerCard = z.infer<typeof OfficerCard>;

/** The steps an officer tells the minutes of; `total` is from door to done, and need not be the sum. */
export const toldSteps = ['gate', 'find', 'wait', 'service', 'total'] as const;
export type ToldStep = (typeof toldSteps)[number];
export const howTold = ['about', 'exact', 'under'] as const;
export const Told = z.strictObject({ minutes: z.int().min(0).max(600), how: z.enum(howTold) }).readonly();
export type Told = z.infer<typeof Told>;
const told = Told.nullable();

/** Made by the page that writes it, so that an answer stays with its suggestion when others come and go. */
export const SuggestionId = z.string().regex(/^[a-z0-9]{4,12}$/);
export type SuggestionId = z.infer<typeof SuggestionId>;
export const mostSuggestions = 5;

export const longest = { title: 40, story: 2000, comparison: 600, suggestion: 200, note: 600, answer: 300 } as const;

/** What an officer tells of a visit; all of it may still be missing while it is a draft. */
export const DiaryWords = z
  .strictObject({
    /** In which it is written. */
    language: Language,
    title: typedText(longest.title).nullable(),
    told: z.strictObject({ gate: told, find: told, wait: told, service: told, total: told }).readonly(),
    /** How often one had to come for the errand, and over how many days, as far as told. */
    trips: z.int().min(1).max(20).nullable(),
    days: z.int().min(0).max(999).nullable(),
    story: typedText(longest.story).nullable(),
    comparison: typedText(longest.comparison).nullable(),
    /** Out of 10, in halves; never mixed with the five levels of a rating. */
    score: z.number().min(0).max(10).multipleOf(0.5).nullable(),
    suggestions: z
      .array(z.strictObject({ id: SuggestionId, text: typedText(longest.suggestion) }).readonly())
      .max(mostSuggestions)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length)
      .readonly(),
  })
  .readonly();
export type DiaryWords = z.infer<typeof DiaryWords>;

export function noWords(language: Language): DiaryWords {
  const nothing = { gate: null, find: null, wait: null, service: null, total: null };
  const parts = { title: null, trips: null, days: null, story: null, comparison: null, score: null };
  return { language, told: nothing, ...parts, suggestions: [] };
}

/** A part of the story that is left out, in UTF-16 units; the officer's own words are never changed. */
export const Cut = z
  .strictObject({ from: z.int().min(0).max(8000), to: z.int().min(1).max(8000) })
  .refine(({ from, to }) => from < to)
  .readonly();
export type Cut = z.infer<typeof Cut>;
/** In order, none touching another. */
export const Cuts = z
  .array(Cut)
  .max(30)
  .refine((cuts) => cuts.every(({ from }, n) => n === 0 || from > (cuts[n - 1]?.to ?? 0)))
  .readonly();

export const cutMark = '[…]';

/** The story with its cuts marked. */
export function withCuts(story: string, cuts: readonly Cut[]): string {
  let rest = 0;
  let shown = '';
  for (const { from, to } of cuts) {
    shown += story.slice(rest, from) + cutMark;
    rest = Math.max(rest, to);
  }
  return shown + story.slice(rest);
}

/** Cuts with one more among them; those it touches become one with it. */
export function addCut(cuts: readonly Cut[], { from, to }: Cut): readonly Cut[] {
  const touching = cuts.filter((one) => one.from <= to && one.to >= from);
  const apart = cuts.filter((one) => !touching.includes(one));
  const whole = {
    from: Math.min(from, ...touching.map((one) => one.from)),
    to: Math.max(to, ...touching.map((one) => one.to)),
  };
  return [...apart, whole].toSorted((a, b) => a.from - b.from);
}

export const diaryStatuses = ['draft', 'approved', 'published', 'withdrawn', 'erased'] as const;
export type DiaryStatus = (typeof diaryStatuses)[number];

export const suggestionStates = ['received', 'planned', 'done', 'declined'] as const;
export const SuggestionState = z.enum(suggestionStates);
export type SuggestionState = z.infer<typeof SuggestionState>;

/** What the hall says to a suggestion, in public. */
export const SuggestionAnswer = z
  .strictObject({
    /** The suggestion in the hall's own words: shown where the officer may not be quoted. */
    wording: typedText(longest.suggestion).nullable(),
    answer: typedText(longest.answer).nullable(),
  })
  .readonly();
export type SuggestionAnswer = z.infer<typeof SuggestionAnswer>;

/** Half of the day in which a visit began. */
export type HalfDay = 'morning' | 'afternoon';
