import type { PublishedDiary } from '../../shared/diary-views.ts';
import type { Language } from '../../shared/languages.ts';
import { diaryTexts } from '../../shared/texts/diary.ts';
import { cardLines, tripsOf } from './diary-page.ts';
import { linesOf } from './html.ts';

/** The same diary as a text to be sent on or archived. `isExample`: of the demo hall, and said to be so. */
export function diaryMarkdown(diary: PublishedDiary, language: Language, isExample = false): string {
  const texts = diaryTexts[language];
  const heading = diary.title ?? diary.serviceName[language];
  const cell = (said: string | null) => said ?? '–';
  const trips = tripsOf(diary, texts);
  const colon = language === 'en' ? ': ' : '：';
  const aside = (said: string) => (language === 'en' ? ` (${said})` : `（${said}）`);
  const blocks: readonly (readonly string[])[] = [
    [`# ${plain(`${texts.diary} ${isExample ? texts.example : texts.issue(diary.no)}${colon}${heading}`)}`],
    isExample ? [`> ${plain(texts.exampleHelp)}`] : [],
    [`## ${texts.card}`],
    cardLines(diary, language).map(([term, said]) => `- ${term}${colon}${plain(said)}`),
    [`**${texts.score}${colon}${texts.points(diary.score)}${aside(texts.outOfTen)}**`],
    [`## ${texts.story}`],
    ...written(diary.story),
    diary.comparison === null && trips === '' ? [] : [`## ${texts.comparison}`],
    trips === '' ? [] : [trips],
    ...(diary.comparison === null ? [] : written(diary.comparison)),
    diary.timeline.length === 0 ? [] : [`## ${texts.timeline}`],
    diary.timeline.length === 0
      ? []
      : [
          `| ${texts.step} | ${texts.told} | ${texts.measured} |`,
          '|---|---|---|',
          ...diary.timeline.map(
            ({ step, told, measured }) =>
              `| ${texts.steps[step]} | ${cell(told && texts.toldMinutes(told))} | ${cell(measured === null ? null : texts.minutes(measured))} |`,
          ),
        ],
    [[diary.doorToEnd === null ? '' : texts.doorToEnd(diary.doorToEnd), texts.timelineNote].join(' ').trim()],
    diary.suggestions.length === 0 ? [] : [`## ${texts.suggestions}`],
    diary.suggestions.flatMap(({ text, state, answer }, n) => [
      `${n + 1}. ${plain(linesOf(text).join(' '))}${aside(texts.states[state])}`,
      ...(answer === null ? [] : [`   ${texts.answer}${colon}${plain(linesOf(answer).join(' '))}`]),
    ]),
    diary.note === null ? [] : [`## ${texts.note}`],
    ...(diary.note === null ? [] : written(diary.note)),
    diary.note === null ? [] : [`*${plain(texts.noteSigned)}*`],
    ['---'],
    [plain(texts.promise)],
    [texts.published(diary.publishedOn)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const written = (text: string) => linesOf(text).map((line) => [plain(line)]);

/** Somebody's words as words: no sign in them becomes a link, a heading or markup. A cut's brackets stay as they are. */
function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|#~]/g, (sign) => `\\${sign}`)
    .replaceAll('\\[…\\]', '[…]')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}
