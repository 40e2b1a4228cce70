import { type Language, languageNames, languages } from '../../shared/languages.ts';
import { type Run, runsOfText } from '../support/text-runs.ts';

// Runs inside the page: a kiosk's glass measures itself, hundreds of states in a few seconds.

/** The smallest panel a kiosk may have: what is large enough on it is larger on one of 21.5 inches or more. */
const panelInches = 18.5;

const least = {
  target: 20,
  /** The answers to the question itself. */
  answer: 30,
  gap: 4,
  /** Ink of words to act on: 42' at 600 mm. What else a card says (people, minutes) informs, as the words below. */
  actionInk: 7.3,
  otherInk: 4.8,
  lineHeight: 1.14,
};
/** Ink of the bundled font in em: Han characters, and the lowest of letters and figures. */
const ink = { han: 0.9, other: 0.74 };
const mostChoices = 6;

/**
 * Lower edge of the glass above the floor in mm, as docs/operation.md tells those who mount it: then every control is
 * within reach of a wheelchair (380 to 1200 mm).
 */
export const mounting = [
  { inches: 21.5, portrait: 850, landscape: 900 },
  { inches: 27, portrait: 770, landscape: 850 },
  { inches: 32, portrait: 700, landscape: 790 },
] as const;
const reach = { lowest: 380, highest: 1200 };

/** What is wrong with the picture on the glass, in words; empty if nothing is. */
export function faultsOnGlass(language: Language): readonly string[] {
  const mm = (panelInches * 25.4) / Math.hypot(innerWidth, innerHeight);
  const runs = runsOfText();
  const targets = targetsOnGlass();
  return [
    ...cut(runs),
    ...onEachOther(runs),
    ...spilt(),
    ...smallInk(runs, mm),
    ...targetFaults(targets, mm),
    ...outOfReach(targets),
    ...foreign(language),
    ...(document.querySelectorAll('.card').length > mostChoices ? ['more than six choices'] : []),
  ];
}

function cut(runs: readonly Run[]): readonly string[] {
  const { scrollWidth, scrollHeight } = document.documentElement;
  return [
    ...(runs.some((run) => run.seen === 'all') ? [] : ['nothing is on the glass']),
    ...runs.filter((run) => run.seen !== 'all').map((run) => `cut: ${run.text}`),
    ...(scrollWidth > innerWidth || scrollHeight > innerHeight ? ['the page scrolls'] : []),
  ];
}

function onEachOther(runs: readonly Run[]): readonly string[] {
  return runs.flatMap((a, i) =>
    runs
      .slice(i + 1)
      .filter((b) => {
        const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        return width > 2 && height > 2;
      })
      .map((b) => `on each other: ${a.text} / ${b.text}`),
  );
}

const boxes =
  'button, main, header, footer, .question, .cards, .entries, .notice, .notice-words, .actions, .issued, .facts, .keep, .rules, .done, .keypad, .levels, .still-there';

/** Words and parts that leave the box they belong to, or the glass. */
function spilt(): readonly string[] {
  const found: string[] = [];
  const check = (name: string, from: Element | null, left: number, top: number, right: number, bottom: number) => {
    for (let box = from?.closest(boxes); box != null; box = box.parentElement?.closest(boxes)) {
      const edge = box.getBoundingClientRect();
      const inside = left > edge.left - 2 && top > edge.top - 2 && right < edge.right + 2 && bottom < edge.bottom + 2;
      if (!inside) found.push(`out of its box: ${name} of ${box.tagName.toLowerCase()}.${box.className}`);
    }
  };
  for (const part of document.querySelectorAll('main *, footer *, .still-there *')) {
    // A line of type is measured by its ink, below.
    if (getComputedStyle(part).display === 'inline' || part.closest('h1, p, svg') !== null) continue;
    const { left, top, right, bottom } = part.getBoundingClientRect();
    check(part.className, part.parentElement, left, top, right, bottom);
  }
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || !node.textContent?.trim()) continue;
    const em = Number.parseFloat(getComputedStyle(parent).fontSize);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      const baseline = line.top + (line.height * 1.16) / 1.448;
      check(node.textContent, parent, line.left, baseline - 0.87 * em, line.right, baseline + 0.1 * em);
    }
  }
  return found;
}

function smallInk(runs: readonly Run[], mm: number): readonly string[] {
  const actions = new Set(
    [...document.querySelectorAll('button')].flatMap((button) => {
      const words = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
        if (!node.parentElement?.closest('.card-facts')) found.push(node.textContent?.trim() ?? '');
      }
      return found;
    }),
  );
  return runs.flatMap(({ text, fontPx, isHan }) => {
    const has = fontPx * mm * (isHan ? ink.han : ink.other);
    const needs = actions.has(text) ? least.actionInk : least.otherInk;
    return has < needs ? [`small: ${text} has ${has.toFixed(2)} mm of ${needs}`] : [];
  });
}

interface Target {
  readonly name: string;
  readonly answer: boolean;
  readonly hit: boolean;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

function targetsOnGlass(): readonly Target[] {
  return [...document.querySelectorAll('button')]
    .filter((button) => button.closest('[inert]') === null)
    .map((button) => {
      const { left, top, right, bottom } = button.getBoundingClientRect();
      const points = [
        [(left + right) / 2, (top + bottom) / 2],
        [left + 8, top + 8],
        [right - 8, top + 8],
        [left + 8, bottom - 8],
        [right - 8, bottom - 8],
      ] as const;
      return {
        name: button.textContent ?? '',
        answer: button.matches('.primary, .card, .level, .answer, .not-sure'),
        hit: points.every(([x, y]) => button.contains(document.elementFromPoint(x, y))),
        box: { left, top, right, bottom },
      };
    });
}

function targetFaults(targets: readonly Target[], mm: number): readonly string[] {
  // A hundredth of a millimetre is lost where a pixel is rounded.
  const slack = 0.05;
  return targets.flatMap(({ name, answer, hit, box }, at) => {
    const side = Math.min(box.right - box.left, box.bottom - box.top) * mm;
    const close = targets.slice(at + 1).flatMap((other) => {
      const beside = Math.max(other.box.left - box.right, box.left - other.box.right);
      const above = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
      const gap = Math.max(beside, above) * mm;
      return gap < least.gap - slack ? [`close: ${name} and ${other.name} are ${gap.toFixed(1)} mm apart`] : [];
    });
    return [
      ...(side < (answer ? least.answer : least.target) - slack ? [`small: ${name} is ${side.toFixed(1)} mm`] : []),
      ...(hit ? [] : [`covered: ${name}`]),
      ...close,
    ];
  });
}

function outOfReach(targets: readonly Target[]): readonly string[] {
  return mounting.flatMap(({ inches, portrait, landscape }) => {
    const mm = (inches * 25.4) / Math.hypot(innerWidth, innerHeight);
    const edge = innerHeight > innerWidth ? portrait : landscape;
    const height = (y: number) => edge + (innerHeight - y) * mm;
    return targets
      .filter(({ box }) => height(box.bottom) < reach.lowest || height(box.top) > reach.highest)
      .map(({ name, box }) => `out of reach on ${inches} inches: ${name} up to ${height(box.top).toFixed(0)} mm`);
  });
}

/** Words of another language than the page's; the switch names each language in its own words. */
function foreign(language: Language): readonly string[] {
  const own = Object.values<string>(languageNames);
  return document.body.innerText
    .split('\n')
    .filter((text) => !own.includes(text) && (language === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{2,}/).test(text))
    .map((text) => `foreign: ${text}`);
}

declare global {
  interface Window {
    /** Draws every state of a kiosk in every language and says what is wrong; nothing for those without fault. */
    crawl: () => Promise<Record<string, readonly string[]>>;
    crawled: readonly string[];
  }
}

/** Lets a test have the states of a fixture file drawn and measured, all in one go. */
export function offerCrawl(file: string, states: readonly string[]): void {
  window.crawled = states.map((state) => `${file}/${state}`);
  window.crawl = async () => {
    const found: Record<string, readonly string[]> = {};
    for (const fixture of window.crawled) {
      for (const language of languages) {
        await window.drawNow(fixture, language);
        const faults = faultsOnGlass(language);
        if (faults.length > 0) found[`${fixture}/${language}`] = faults;
      }
    }
    return found;
  };
}
