import type { Language } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView } from '../../shared/views.ts';
import type { BoardLayout } from '../board-layout.ts';
import { mediumWeight, textWidthPx } from '../legibility.ts';
import { linesOf } from '../line-breaks.ts';
import { unslashed } from './unslashed.ts';

export type Group = BoardView['groups'][number];

/**
 * 'named': letter, name, people, minutes. 'ranges': without the name, which follows on a page of its own; 'counts':
 * without the minutes too.
 */
export type GroupForm = 'named' | 'ranges' | 'counts';

const mostPages = { named: 3, ranges: 4 } as const;

/**
 * Far from the glass, names and ranges take so much room that it would be minutes before one's own group came round
 * again; the slip, the phone and the ticket kiosk tell them too.
 */
export function groupForm(
  groups: readonly Group[],
  language: Language,
  layout: Pick<BoardLayout, 'groups' | 'groupsRoom' | 'textPx' | 'hanPx'>,
): GroupForm {
  const isRead = (form: 'named' | 'ranges') => pagesOf(groups, form, language, layout) <= mostPages[form];
  if (isRead('named')) return 'named';
  // In the one line of a foot, every group is a page.
  if (layout.groups === 'foot') return fitsOneLine(groups, language, layout) ? 'ranges' : 'counts';
  return isRead('ranges') ? 'ranges' : 'counts';
}

/** Pages of whole groups; what cannot be shown at all takes endless pages. */
function pagesOf(
  groups: readonly Group[],
  form: GroupForm,
  language: Language,
  layout: Pick<BoardLayout, 'groupsRoom' | 'textPx' | 'hanPx'>,
): number {
  const { widthPx, lines } = layout.groupsRoom;
  let pages = 1;
  let left = lines;
  for (const group of groups) {
    const needs = linesOfGroup(partsOf(group, form, language), widthPx, layout);
    if (needs > lines) return Number.POSITIVE_INFINITY;
    if (needs > left) {
      pages += 1;
      left = lines;
    }
    left -= needs;
  }
  return pages;
}

/** The parts of a group stay whole; each stands beside the one before if there is room. */
function linesOfGroup(
  [title = '', ...facts]: readonly string[],
  widthPx: number,
  sizes: { readonly textPx: number; readonly hanPx: number },
): number {
  const gapPx = 0.4 * sizes.hanPx;
  const titleLines = linesOf(title, widthPx, sizes);
  const factPx = facts.map((fact) => textWidthPx(fact, sizes) * mediumWeight);
  if (titleLines === null || factPx.some((px) => px > widthPx)) return Number.POSITIVE_INFINITY;
  const factsPx = factPx.reduce((sum, px) => sum + px + gapPx, 0);
  const factLines = factsPx - gapPx <= widthPx ? 1 : factPx.length;
  const isBeside = titleLines === 1 && factLines === 1 && textWidthPx(title, sizes) + factsPx <= widthPx;
  const [first = 0, ...others] = factPx;
  const isFirstBeside = titleLines === 1 && textWidthPx(title, sizes) + gapPx + first <= widthPx && others.length === 1;
  return isBeside ? 1 : isFirstBeside ? 2 : titleLines + factLines;
}

function fitsOneLine(
  groups: readonly Group[],
  language: Language,
  layout: Pick<BoardLayout, 'groupsRoom' | 'textPx' | 'hanPx'>,
): boolean {
  return groups.every(
    (group) => linesOfGroup(partsOf(group, 'ranges', language), layout.groupsRoom.widthPx, layout) === 1,
  );
}

/** What stands at the left, then what stands at the right. */
export function partsOf(group: Group, form: GroupForm, language: Language): readonly string[] {
  if (form === 'named') return [titleOf(group, language), ...factsOf(group, language)];
  const { prefixes, waiting, wait } = group;
  const texts = screenTexts[language];
  const letters = prefixes.join(' ');
  const people = texts.count(waiting);
  if (form === 'counts' || waiting === 0) return [letters, people];
  return [letters, people, wait === null ? texts.closed : texts.range(wait)];
}

/** 'A 营业执照' */
export function titleOf({ prefixes, name }: Group, language: Language): string {
  return `${prefixes.join(' ')} ${unslashed(name[language])}`;
}

/** How many wait, and how long about, where that says something and can honestly be said. */
function factsOf({ waiting, wait }: Group, language: Language): readonly string[] {
  const texts = screenTexts[language];
  const people = waiting === 0 ? texts.nobodyWaiting : texts.people(waiting);
  if (wait === null) return [people, commonTexts[language].waitUnknown];
  return waiting === 0 ? [people] : [people, texts.range(wait)];
}
