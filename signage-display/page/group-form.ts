import type { Language } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView } from '../../shared/views.ts';
import { textWidthPx } from '../legibility.ts';
import type { BoardLayout } from './board-layout.ts';

export type Group = BoardView['groups'][number];

/** 'ranges': the letter that stands on the tickets, people, minutes, on one line; 'counts': without the minutes. */
export type GroupForm = 'named' | 'ranges' | 'counts';

const mostPages = 3;
/** Lines break between words, so a text needs somewhat more room than its width. */
const breaking = 1.1;

/**
 * Far from the glass, names and ranges take so much room that it would be minutes before one's own group came round
 * again; the slip, the phone and the ticket kiosk tell them.
 * The same form in every language, so that the board keeps still.
 */
export function groupForm(
  groups: readonly Group[],
  languages: readonly Language[],
  layout: Pick<BoardLayout, 'groupsRoom' | 'textPx' | 'hanPx'>,
): GroupForm {
  const { widthPx, lines } = layout.groupsRoom;
  const linesOf = (text: string) => Math.ceil((textWidthPx(text, layout) * breaking) / widthPx);
  const pagesIn = (language: Language) => {
    let pages = 1;
    let left = lines;
    for (const group of groups) {
      const needs = linesOf(titleOf(group, language)) + linesOf(factsOf(group, language).join(' '));
      if (needs > left) {
        pages += Math.ceil(needs / lines);
        left = lines;
      }
      left -= needs % lines;
    }
    return pages;
  };
  const isOneLineIn = (language: Language) =>
    groups.every((group) => textWidthPx(shortOf(group, 'ranges', language).join('  '), layout) <= widthPx);
  if (languages.every((language) => pagesIn(language) <= mostPages)) return 'named';
  return languages.every(isOneLineIn) ? 'ranges' : 'counts';
}

/** What stands at the left, then what stands at the right. */
export function partsOf(group: Group, form: GroupForm, language: Language): readonly string[] {
  return form === 'named' ? [titleOf(group, language), ...factsOf(group, language)] : shortOf(group, form, language);
}

function shortOf({ prefixes, waiting, wait }: Group, form: 'ranges' | 'counts', language: Language) {
  const texts = screenTexts[language];
  const letters = prefixes.join(' ');
  const people = texts.count(waiting);
  if (form === 'counts' || waiting === 0) return [letters, people];
  return [letters, people, wait === null ? commonTexts[language].waitUnknown : texts.range(wait)];
}

/** 'A 营业执照' */
function titleOf({ prefixes, name }: Group, language: Language): string {
  return `${prefixes.join(' ')} ${name[language]}`;
}

/** How many wait, and how long about, where that says something and can honestly be said. */
function factsOf({ waiting, wait }: Group, language: Language): readonly string[] {
  const texts = screenTexts[language];
  const people = waiting === 0 ? texts.nobodyWaiting : texts.people(waiting);
  if (wait === null) return [people, commonTexts[language].waitUnknown];
  return waiting === 0 ? [people] : [people, texts.range(wait)];
}
