import type { ScreenAssignment } from '../shared/actors.ts';
import type { GlassReport } from '../shared/protocol.ts';
import type { Setup } from '../shared/setup.ts';
import { type Call, layoutBoard } from './board-layout.ts';
import { arcminutes, emWidth, type Glass, inkRatio, minutesOf } from './legibility.ts';
import { layoutSign } from './sign-layout.ts';

/** What somebody in the farthest seat can read on a glass. */
export interface ScreenFit {
  /** Visual angle of the called number, in minutes of arc: the smallest in which a call is shown. */
  readonly minutes: number;
  /** Whether that is as large as a call must be. */
  readonly isMet: boolean;
  /** Up to where it is, in metres, rounded down to a tenth. */
  readonly servedMetres: number;
  /** Calls shown at once. */
  readonly calls: number;
}

/** One press changes one thing: any of these alone would do. Null: not even that. */
export interface Remedies {
  readonly inches: number | null;
  readonly metres: number | null;
  readonly turned: boolean;
}

export type ScreenShape = 'board' | 'sign';

/** The fit of one screen of a hall, as it stands or is about to be set up. `glass`: what it has told of itself. */
export function fitOfScreen(
  assignment: ScreenAssignment,
  glass: GlassReport | null,
  setup: Pick<Setup, 'queues' | 'counters'>,
): ScreenFit {
  return fitScreen(shapeOf(assignment), glassOf(assignment, glass), widestCallOf(assignment, setup));
}

export function shapeOf({ kind }: ScreenAssignment): ScreenShape {
  return kind === 'counterScreen' ? 'sign' : 'board';
}

export function glassOf({ panel }: Pick<ScreenAssignment, 'panel'>, glass: GlassReport | null): Glass {
  return { ...panel, ...(glass === null ? assumedGlass : { widthPx: glass.width, heightPx: glass.height }) };
}

/** The widest letter in use with four digits, for a queue may pass 999 on a busy day; the widest counter, two digits at least. */
export function widestCallOf(
  assignment: ScreenAssignment,
  { queues, counters }: Pick<Setup, 'queues' | 'counters'>,
): Call {
  const letters = queues.filter((queue) => queue.active).map((queue) => queue.prefix);
  const own = assignment.kind === 'counterScreen' ? assignment.counter : null;
  const labels = counters.filter((one) => one.active && (own === null || one.id === own)).map((one) => one.label);
  return {
    number: `${widestOf(['A', ...letters])}0000`,
    counterLabel: widestOf(own === null || labels.length === 0 ? ['00', ...labels] : labels),
  };
}

function widestOf(texts: readonly string[]): string {
  return texts.reduce((widest, text) => (emWidth(text) > emWidth(widest) ? text : widest), '');
}

/** Until a screen has told its own. */
export const assumedGlass = { widthPx: 1920, heightPx: 1080 } as const;

const metresStep = 0.1;
const nearestMetres = 0.5;
const largestInches = 200;

/**
 * The same layout that the screen draws, judged by the smallest size in which it shows a called number. `widest`: what
 * there must be room for.
 */
export function fitScreen(shape: ScreenShape, glass: Glass, widest: Call): ScreenFit {
  return shape === 'board' ? fitBoard(glass, widest) : fitSign(glass, widest);
}

export function remediesFor(shape: ScreenShape, glass: Glass, widest: Call): Remedies {
  const isMet = (change: Partial<Glass>) => fitScreen(shape, { ...glass, ...change }, widest).isMet;
  let inches: number | null = Math.floor(glass.diagonalInches) + 1;
  while (inches <= largestInches && !isMet({ diagonalInches: inches })) inches += 1;
  if (inches > largestInches) inches = null;
  const { servedMetres } = fitScreen(shape, glass, widest);
  return {
    inches,
    metres: servedMetres > nearestMetres ? servedMetres : null,
    turned: isMet({ widthPx: glass.heightPx, heightPx: glass.widthPx }),
  };
}

function fitBoard(glass: Glass, widest: Call): ScreenFit {
  const needs = { widest, headingsEm: 0, isFootNeeded: false, stripTexts: [], footTexts: [] };
  const { callPx, rows, servedMetres } = layoutBoard(glass, needs);
  const isMet = servedMetres === null;
  return {
    minutes: minutesOf(callPx * inkRatio.lowestFigure, glass),
    isMet,
    servedMetres: servedMetres ?? glass.farthestViewMetres,
    calls: rows + 1,
  };
}

function fitSign(glass: Glass, widest: Call): ScreenFit {
  const minutesAt = (metres: number) => {
    const at = { ...glass, farthestViewMetres: metres };
    const { numberPx, counterPx } = layoutSign(at, { ...widest, words: [widest.number], phrases: [] });
    return minutesOf(Math.min(numberPx, counterPx) * inkRatio.lowestFigure, at);
  };
  const minutes = minutesAt(glass.farthestViewMetres);
  let metres = glass.farthestViewMetres;
  while (metres > nearestMetres && minutesAt(metres) < arcminutes.call) metres -= metresStep;
  return {
    minutes,
    isMet: minutes >= arcminutes.call,
    servedMetres: minutes >= arcminutes.call ? metres : Math.floor(metres * 10) / 10,
    calls: 1,
  };
}
