import { type Language, languageTags } from '../languages.ts';

/** '2026-11-26' as people say a day: '11月26日周四', 'Thu 26 Nov'. */
export function dayIn(language: Language) {
  const format = new Intl.DateTimeFormat(languageTags[language], {
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  return (date: string) => format.format(Date.parse(`${date}T00:00:00Z`));
}
