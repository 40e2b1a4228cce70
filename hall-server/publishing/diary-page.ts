import type { OfficerCard } from '../../shared/diary.ts';
import type { DiaryIndex, PublicSuggestion, PublishedDiary } from '../../shared/diary-views.ts';
import { type Language, languageTags } from '../../shared/languages.ts';
import { type DiaryTexts, diaryTexts } from '../../shared/texts/diary.ts';
import { type Html, html, linesOf, paragraphs } from './html.ts';
import { masthead, type PublicPage } from './page.ts';

/** One published diary. `isExample`: of the demo hall, and said to be so. */
export function diaryPage(diary: PublishedDiary, language: Language, isExample = false): PublicPage {
  const texts = diaryTexts[language];
  const own = html`lang="${languageTags[diary.language]}"`;
  const heading = diary.title ?? diary.serviceName[language];
  const body = html`
    ${masthead(diary.hallName[language], language)}
    <main class="diary">
      ${isExample ? exampleNotice(texts) : null}
      <p class="diary-issue"><a href="/diaries/?lang=${language}">${texts.diary}</a> <strong>${issueOf(diary, texts, isExample)}</strong></p>
      <h1 ${diary.title === null ? null : own}>${heading}</h1>
      <dl class="diary-card" aria-label="${texts.card}">
        ${cardLines(diary, language).map(([term, said]) => html`<div><dt>${term}</dt><dd>${said}</dd></div>`)}
      </dl>
      ${figures(diary, texts)}
      <section class="diary-story">
        <h2>${texts.story}</h2>
        <div ${own}>${paragraphs(diary.story)}</div>
      </section>
      ${
        diary.comparison === null && diary.trips === null && diary.days === null
          ? null
          : html`<section class="diary-story">
              <h2>${texts.comparison}</h2>
              ${tripsOf(diary, texts) === '' ? null : html`<p class="diary-trips">${tripsOf(diary, texts)}</p>`}
              ${diary.comparison === null ? null : html`<div ${own}>${paragraphs(diary.comparison)}</div>`}
            </section>`
      }
      ${timeline(diary, texts)}
      ${
        diary.suggestions.length === 0
          ? null
          : html`<section>
              <h2>${texts.suggestions}</h2>
              <ol class="diary-suggestions">${diary.suggestions.map((one) => html`<li>${suggestion(one, diary.language, diary.hallLanguage, texts)}</li>`)}</ol>
            </section>`
      }
      ${
        diary.note === null
          ? null
          : html`<aside class="diary-note">
              <h2>${texts.note}</h2>
              <div lang="${languageTags[diary.hallLanguage]}">${paragraphs(diary.note)}</div>
              <p class="diary-small">${texts.noteSigned}</p>
            </aside>`
      }
      <footer class="diary-foot">
        <p>${texts.promise}</p>
        <p>${texts.published(diary.publishedOn)}</p>
        <p class="diary-links">
          <a href="/diaries/${isExample ? 'example' : diary.no}.md?lang=${language}">${texts.markdown}</a>
          <a href="/diaries/?lang=${language}">${texts.toIndex}</a>
        </p>
      </footer>
    </main>`;
  return { title: `${heading} · ${texts.diary} ${issueOf(diary, texts, isExample)}`, body };
}

/** All diaries, and the board of suggestions. */
export function indexPage(index: DiaryIndex, example: PublishedDiary | null, language: Language): PublicPage {
  const texts = diaryTexts[language];
  const body = html`
    ${masthead(index.hallName[language], language)}
    <main class="diary">
      <h1>${texts.diaries}</h1>
      <p class="diary-lead">${texts.lead}</p>
      ${
        index.diaries.length === 0 && example === null
          ? html`<p class="diary-none"><strong>${texts.none}</strong> ${texts.noneHelp}</p>`
          : html`<ol class="diary-list">
              ${index.diaries.map((diary) => entry(diary, language, false))}
              ${example === null ? null : entry(example, language, true)}
            </ol>`
      }
      <section id="suggestions">
        <h2>${texts.suggestionsTitle}</h2>
        <p>${texts.suggestionsHelp}</p>
        ${
          index.suggestions.length === 0
            ? html`<p class="diary-small">${texts.noSuggestions}</p>`
            : html`<ul class="diary-suggestions">${index.suggestions.map((one) => html`<li>${boardLine(one, index.hallLanguage, language)}</li>`)}</ul>`
        }
      </section>
      <footer class="diary-foot">
        <p>${texts.join}</p>
        <p class="diary-links"><a href="/now/?lang=${language}">${texts.toNow}</a></p>
      </footer>
    </main>`;
  return { title: texts.diaries, body };
}

/** Withdrawn, never published, mistyped: one answer for all. */
export function gonePage(hallName: string, language: Language): PublicPage {
  const texts = diaryTexts[language];
  const body = html`
    ${masthead(hallName, language)}
    <main class="diary">
      <h1>${texts.gone}</h1>
      <p class="diary-lead">${texts.goneHelp}</p>
      <p class="diary-links"><a href="/diaries/?lang=${language}">${texts.toIndex}</a></p>
    </main>`;
  return { title: texts.gone, body };
}

function exampleNotice(texts: DiaryTexts): Html {
  return html`<p class="diary-example"><strong>${texts.example}</strong> ${texts.exampleHelp}</p>`;
}

function issueOf({ no }: PublishedDiary, texts: DiaryTexts, isExample: boolean): string {
  return isExample ? texts.example : texts.issue(no);
}

/** What the card says, with nothing on it that was not agreed to; also for Markdown. */
export function cardLines(diary: PublishedDiary, language: Language): readonly (readonly [string, string])[] {
  const texts = diaryTexts[language];
  const { officer } = diary;
  const agreed: readonly (readonly [string, string | null])[] = [
    [texts.name, officer.name],
    [texts.sex, officer.sex === null ? null : texts.sexes[officer.sex]],
    [texts.age, officer.ageBand === null ? null : texts.ages[officer.ageBand]],
    [texts.occupation, officer.occupation],
    [texts.visited, texts.visitDay(diary.day, diary.half)],
    [texts.place, diary.hallName[language]],
    [texts.service, diary.serviceName[language]],
  ];
  return agreed.flatMap(([term, said]) => (said === null ? [] : [[term, said] as const]));
}

export function tripsOf({ trips, days }: PublishedDiary, texts: DiaryTexts): string {
  return [trips === null ? null : texts.trips(trips), days === null ? null : texts.days(days)]
    .filter((part) => part !== null)
    .join(' · ');
}

/** The score and the three times that one remembers; as told, or else on record. */
function figures({ timeline, score }: PublishedDiary, texts: DiaryTexts): Html {
  const times = (['wait', 'service', 'total'] as const).flatMap((step) => {
    const row = timeline.find((one) => one.step === step);
    if (row === undefined) return [];
    const said = row.told !== null ? texts.toldMinutes(row.told) : texts.minutes(row.measured ?? 0);
    return [html`<div><dt>${texts.steps[step]}</dt><dd>${said}</dd></div>`];
  });
  return html`
    <dl class="diary-figures">
      <div class="diary-score"><dt>${texts.score}</dt><dd>${texts.points(score)} <small>${texts.outOfTen}</small></dd></div>
      ${times}
    </dl>`;
}

function timeline({ timeline: rows, doorToEnd }: PublishedDiary, texts: DiaryTexts): Html | null {
  if (rows.length === 0) return null;
  return html`
    <section>
      <h2>${texts.timeline}</h2>
      <table class="diary-timeline">
        <thead><tr><th scope="col">${texts.step}</th><th scope="col">${texts.told}</th><th scope="col">${texts.measured}</th></tr></thead>
        <tbody>
          ${rows.map(
            ({ step, told, measured }) => html`
              <tr class="diary-step-${step}">
                <th scope="row">${texts.steps[step]}</th>
                <td>${told === null ? '–' : texts.toldMinutes(told)}</td>
                <td>${measured === null ? '–' : texts.minutes(measured)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="diary-small">${doorToEnd === null ? null : texts.doorToEnd(doorToEnd)} ${texts.timelineNote}</p>
    </section>`;
}

function suggestion(
  { text, state, answer }: PublishedDiary['suggestions'][number],
  written: Language,
  answered: Language,
  texts: DiaryTexts,
): Html {
  return html`
    <p class="diary-state" data-state="${state}">${texts.states[state]}</p>
    <div lang="${languageTags[written]}">${linesOf(text).map((line) => html`<p class="diary-wish">${line}</p>`)}</div>
    ${
      answer === null
        ? html`<p class="diary-small">${texts.notAnswered}</p>`
        : html`<div class="diary-answer"><strong>${texts.answer}</strong> <div lang="${languageTags[answered]}">${paragraphs(answer)}</div></div>`
    }`;
}

function boardLine(one: PublicSuggestion, hallLanguage: Language, language: Language): Html {
  const texts = diaryTexts[language];
  return html`
    ${suggestion(one, one.language ?? hallLanguage, hallLanguage, texts)}
    <p class="diary-small">
      ${one.serviceName[language]} · ${one.day}
      ${one.language === null ? `· ${texts.hallsWording}` : null}
      ${one.diaryNo === null ? null : html`· <a href="/diaries/${one.diaryNo}?lang=${language}">${texts.fromDiary(one.diaryNo)}</a>`}
    </p>`;
}

function entry(diary: PublishedDiary, language: Language, isExample: boolean): Html {
  const texts = diaryTexts[language];
  const own = diary.title === null ? null : html`lang="${languageTags[diary.language]}"`;
  return html`
    <li>
      <a href="/diaries/${isExample ? 'example' : diary.no}?lang=${language}">
        <span class="diary-issue">${texts.diary} <strong>${issueOf(diary, texts, isExample)}</strong></span>
        <span class="diary-entry-title" ${own}>${diary.title ?? diary.serviceName[language]}</span>
        <span class="diary-small">${who(diary.officer)} · ${texts.visitDay(diary.day, diary.half)} · ${texts.score} ${texts.points(diary.score)}</span>
      </a>
    </li>`;
}

function who({ name, occupation }: OfficerCard): string {
  return occupation === null ? name : `${name} · ${occupation}`;
}
