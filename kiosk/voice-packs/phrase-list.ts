import { readFileSync } from 'node:fs';
import {
  type Language,
  languageNames,
  languageTags,
  type VoiceLanguage,
  voiceLanguages,
} from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { indicatorTexts } from '../../shared/texts/indicators.ts';
import { kioskTexts } from '../../shared/texts/kiosk.ts';
import { missedRuleTexts } from '../../shared/texts/missed-rule.ts';
import { printingTexts } from '../../shared/texts/printing.ts';
import { ratingTexts } from '../../shared/texts/rating.ts';
import { ratingLevelTexts } from '../../shared/texts/rating-levels.ts';
import { ratingMoreTexts } from '../../shared/texts/rating-more.ts';
import { phrasesIn, plain, sentencesOf, spokenSigns } from './phrases.ts';

/** Which of the written languages each voice reads. */
export const writtenOf = { 'zh-Hans': 'zhHans', yue: 'zhHant', en: 'en' } as const satisfies Record<
  VoiceLanguage,
  Language
>;

/** 'Mon' is read 'Monday'. */
const englishDates: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, month + 1)).flatMap((at) =>
    (['weekday', 'month'] as const).map((part) => {
      const name = (style: 'short' | 'long') =>
        new Intl.DateTimeFormat(languageTags.en, { [part]: style, timeZone: 'UTC' }).format(at);
      return [name('short'), name('long')];
    }),
  ),
);

/** What is read otherwise than it is written. */
const readAs: Record<VoiceLanguage, Readonly<Record<string, string>>> = {
  'zh-Hans': {
    [spokenSigns.to]: '到',
    [spokenSigns.minutes]: '点',
    [spokenSigns.fullHour]: '点整',
    [languageNames.en]: '英文',
  },
  yue: {
    [spokenSigns.to]: '到',
    [spokenSigns.minutes]: '點',
    [spokenSigns.fullHour]: '點正',
    [languageNames.en]: '英文',
  },
  en: {
    [spokenSigns.to]: 'to',
    [spokenSigns.fullHour]: "o'clock",
    [languageNames.zhHans]: 'simplified Chinese',
    [languageNames.zhHant]: 'traditional Chinese',
    s: 'seconds',
    min: 'minutes',
    ...englishDates,
  },
};

/** Every line a kiosk may show in a language: all fixed texts, and those with numbers in all their forms. */
function linesOf(language: Language): readonly string[] {
  const kiosk = kioskTexts[language];
  const rating = ratingTexts[language];
  const more = ratingMoreTexts[language];
  const common = commonTexts[language];
  const rule = { afterCalls: 3, acceptWithinMinutes: 15, putBackWithinMinutes: 60, putBackPlaces: 3, putBackTimes: 1 };
  const [time, number, day] = ['09:30', 'A012', kiosk.day('2026-11-23')];
  return [
    ...stringsIn(kiosk),
    ...stringsIn(rating),
    ...stringsIn(common),
    ...stringsIn(printingTexts[language].kiosk),
    ...Object.values(ratingLevelTexts[language]),
    ...[more.choose, more.more, more.fewer, more.question, more.skip, more.next, more.send, more.sending],
    ...[more.rateHere, more.opinionQuestion, more.opinionHint],
    ...Object.values(indicatorTexts[language]),
    ...Object.values(languageNames),
    ...wordsOfDays(language),
    ...[0, 1, 2].flatMap((n) => [kiosk.waiting(n), common.people(n), kiosk.putBackWords(n), common.minutes(n)]),
    ...[1, 2].flatMap((n) => [kiosk.severalChoose(n), kiosk.severalChosen(n), kiosk.yourNumberFor(n)]),
    ...[kiosk.appointmentEarly(time, time), kiosk.appointmentOtherDay(day, time), kiosk.appointmentUsed(number)].flat(),
    ...[kiosk.slipLive(number), kiosk.slipOver(number), kiosk.earlierVisit(day, number), kiosk.sameErrandAs(number)],
    ...[kiosk.counterList('1'), kiosk.startsAgainIn(30), kiosk.closesAt(time), kiosk.undo(20), kiosk.undone(number)],
    ...[
      kiosk.isThisYours(number),
      kiosk.opensAt(time),
      kiosk.fromTime(time),
      kiosk.opensNext(day, time),
      kiosk.againFrom(day, time),
      rating.yourNumber(number),
    ],
    ...[common.counterNamed('1'), common.hotline('12345'), common.staleSince(time)],
    ...[common.waitRange({ lowMinutes: 0, highMinutes: 5 }), common.waitRange({ lowMinutes: 10, highMinutes: 15 })],
    ...[rule, { ...rule, putBackTimes: 2 }, { ...rule, afterCalls: 1, putBackPlaces: 1 }].map(
      missedRuleTexts[language],
    ),
  ];
}

/** The words of any date: '日周一' to '日周日', or the short names of days and months each by itself. */
function wordsOfDays(language: Language): readonly string[] {
  if (language === 'en') return Object.keys(englishDates);
  return Array.from({ length: 7 }, (_, at) => kioskTexts[language].day(`2026-11-2${at}`));
}

function stringsIn(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(stringsIn) : [];
}

/** What a pack of a language must hold. `names`: the hall's own words (services, zones, who has priority). */
export function phraseList(
  language: VoiceLanguage,
  names: readonly string[],
): readonly { readonly text: string; readonly says?: string }[] {
  const lines = linesOf(writtenOf[language]);
  const read = readAs[language];
  const own = names.map(plain);
  const phrases = new Set([...lines.flatMap(sentencesOf).flatMap(phrasesIn), ...own, ...Object.keys(read)]);
  return [...phrases].map((text) => (read[text] === undefined ? { text } : { text, says: read[text] }));
}

/** Every text in three languages of the demonstration hall's set-up. */
export function demoNames(): Readonly<Record<VoiceLanguage, readonly string[]>> {
  const demo: unknown = JSON.parse(readFileSync('hall-server/demo/demo-hall.json', 'utf8'));
  const found: Record<VoiceLanguage, string[]> = { 'zh-Hans': [], yue: [], en: [] };
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const language of voiceLanguages) {
      const text = (value as Record<string, unknown>)[writtenOf[language]];
      if (typeof text === 'string') found[language].push(text);
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(demo);
  return found;
}
