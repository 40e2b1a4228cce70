import { arcminutes, arrowEm, callEm, emWidth, fontPx, type Glass, inkRatio } from './legibility.ts';
import { linesOf } from './line-breaks.ts';

/** Sizes and places of everything on a board, in CSS pixels. */
export interface BoardLayout {
  readonly textPx: number;
  readonly hanPx: number;
  readonly callPx: number;
  /** Height of a line of text; the headings are one line. */
  readonly linePx: number;
  readonly stripLines: number;
  readonly footLines: number;
  readonly footWidthPx: number;
  /** The clock stands beside the strip's texts; on narrow glass it takes turns with them. */
  readonly hasClock: boolean;
  readonly marginPx: number;
  /** Beside the called numbers: room for the hero's frame, and for a gap between that and the figures. */
  readonly callsMarginPx: number;
  readonly framePx: number;
  readonly callsWidthPx: number;
  readonly heroHeightPx: number;
  readonly rowHeightPx: number;
  readonly rows: number;
  readonly linesPerCall: 1 | 2;
  /** Where the waiting groups are told; on far or narrow glass their lines join the foot's. */
  readonly groups: 'beside' | 'below' | 'foot';
  /** Room for the groups' lines. */
  readonly groupsRoom: { readonly widthPx: number; readonly lines: number };
  readonly hasHeadings: boolean;
  /** Set only where not even one call can be as large as it must be. */
  readonly servedMetres: number | null;
}

export interface Call {
  readonly number: string;
  readonly counterLabel: string;
}

/** What there must be room for. */
export interface BoardNeeds {
  readonly widest: Call;
  /** Width of 'number' and 'counter' side by side, in em of the text, in the widest of the hall's languages. */
  readonly headingsEm: number;
  /** Somebody's number is missed. The rule for missed numbers is shown even before, where there is room. */
  readonly isFootNeeded: boolean;
  /** What stands in strip and foot, in the hall's languages: they have a second line where that costs no call. */
  readonly stripTexts: readonly string[];
  readonly footTexts: readonly string[];
}

const rowPitchEm = 0.95;
/** Above and below the figures are a frame and a gap between it and them. */
const heroRimEm = 0.12;
const heroAsideEm = 0.14;
/** Of the room beside the figures; the rest is the gap. */
const frameShare = 0.45;
const clockEm = 3.4;
const lineEm = 1.1;
const callsShare = 0.6;
const mostRows = 4;
const fewestHanBeside = 5;
const belowShare = 0.3;
const fewestLinesBelow = 3;
const mostLines = 3;
const nearestMetres = 0.5;
const metresStep = 0.1;

/**
 * Where not even one call would be large enough for the farthest seat, everything is as large as the glass can carry,
 * and `servedMetres` says for whom.
 */
export function layoutBoard(glass: Glass, needs: BoardNeeds): BoardLayout {
  const { farthestViewMetres } = glass;
  for (let metres = farthestViewMetres; metres > nearestMetres; metres -= metresStep) {
    const layout = layoutAt({ ...glass, farthestViewMetres: metres }, needs);
    if (carriesOneCall(layout, needs.widest)) {
      return metres === farthestViewMetres ? layout : { ...layout, servedMetres: Math.floor(metres * 10) / 10 };
    }
  }
  return layoutAt({ ...glass, farthestViewMetres: nearestMetres }, needs);
}

function carriesOneCall(layout: BoardLayout, widest: Call): boolean {
  const { heroHeightPx, callPx, linesPerCall, callsWidthPx, callsMarginPx } = layout;
  const insidePx = callsWidthPx - 2 * callsMarginPx;
  return heroHeightPx >= callPx * heroEm(linesPerCall) && insidePx >= lineEmOf(widest, linesPerCall) * callPx;
}

/** Height of the hero, in em of its figures. */
export function heroEm(linesPerCall: 1 | 2): number {
  return linesPerCall + heroRimEm;
}

/** Width of the wider line of a call, in em. */
export function lineEmOf(call: Call, linesPerCall: 1 | 2): number {
  if (linesPerCall === 1) return callEm(call);
  return Math.max(emWidth(call.number), arrowEm + emWidth(call.counterLabel));
}

function layoutAt(glass: Glass, needs: BoardNeeds): BoardLayout {
  const { widthPx, heightPx } = glass;
  const { widest, headingsEm, isFootNeeded } = needs;
  const textPx = fontPx(arcminutes.text, glass, inkRatio.lowestFigure);
  const hanPx = fontPx(arcminutes.text, glass, inkRatio.han);
  const callPx = fontPx(arcminutes.call, glass, inkRatio.lowestFigure);
  const linePx = Math.ceil(textPx * lineEm);
  const marginPx = Math.round(Math.min(widthPx, heightPx) * 0.03);
  const callsMarginPx = Math.max(marginPx, Math.ceil(callPx * heroAsideEm));
  const linesPerCall = callEm(widest) * callPx <= widthPx - 2 * callsMarginPx ? 1 : 2;
  const column = (lines: number, groupsPx: number) =>
    fillColumn({
      heightPx: heightPx - lines * linePx - groupsPx,
      callPx,
      largePx: [arcminutes.hero, arcminutes.preferred].map((minutes) => fontPx(minutes, glass)),
      linesPerCall,
    });

  const besidePx = Math.max(Math.ceil(callEm(widest) * callPx) + 2 * callsMarginPx, Math.round(widthPx * callsShare));
  const hasRoomBeside = widthPx - besidePx - 2 * marginPx >= fewestHanBeside * hanPx;
  // Under the calls: at least one more call comes first, then the groups, then a second row.
  const belowPx = [Math.max(heightPx * belowShare, 4 * linePx), fewestLinesBelow * linePx].find(
    (groupsPx, i) => column(2, groupsPx).rows >= 2 - i,
  );
  const groups = (widthPx >= heightPx ? hasRoomBeside && 'beside' : belowPx !== undefined && 'below') || 'foot';
  const groupsPx = groups === 'below' ? (belowPx ?? 0) : 0;
  const callsWidthPx = groups === 'beside' ? besidePx : widthPx;

  // Strip, headings, foot: the hero may cost the foot, then the headings. On two lines a call says itself what is what.
  const hasHeadings = linesPerCall === 1 && headingsEm * textPx <= callsWidthPx - 2 * callsMarginPx;
  const lines = hasHeadings ? 2 : 1;
  const insidePx = widthPx - 2 * marginPx;
  const isRoomyWithFoot =
    column(lines + 1, groupsPx).rows >= 2 &&
    needs.footTexts.some((text) => linesOf(text, insidePx, { textPx, hanPx }) === 1);
  const ways = [
    { hasHeadings, stripLines: 1, footLines: 1, ...column(lines + 1, groupsPx) },
    { hasHeadings, stripLines: 1, footLines: 0, ...column(lines, groupsPx) },
    { hasHeadings: false, stripLines: 1, footLines: 0, ...column(1, groupsPx) },
  ].slice(isFootNeeded || groups === 'foot' || isRoomyWithFoot ? 0 : 1);
  const heroNeedsPx = callPx * heroEm(linesPerCall);
  const simple = ways.find(({ heroHeightPx }) => heroHeightPx >= heroNeedsPx) ?? ways.at(-1);
  if (simple === undefined) throw new Error('a board can always be laid out in some way');

  let way = simple;
  const grow = (stripLines: number, footLines: number) => {
    const grown = column(stripLines + footLines + (way.hasHeadings ? 1 : 0), groupsPx);
    const isFree = grown.rows >= way.rows && grown.heroHeightPx >= heroNeedsPx;
    if (isFree) way = { ...way, stripLines, footLines, ...grown };
  };
  const most = (texts: readonly string[], width: number) =>
    Math.max(1, ...texts.map((text) => Math.min(mostLines, linesOf(text, width, { textPx, hanPx }) ?? mostLines)));
  if (way.footLines > 0) grow(way.stripLines, most(needs.footTexts, insidePx));
  const besideClockPx = insidePx - clockEm * textPx;
  const hasClock = needs.stripTexts.every((text) => linesOf(text, besideClockPx, { textPx, hanPx }) !== null);
  grow(Math.min(2, most(needs.stripTexts, hasClock ? besideClockPx : insidePx)), way.footLines);

  const linesIn = (height: number) => Math.max(1, Math.floor(height / linePx));
  const groupsRoom = {
    beside: {
      widthPx: widthPx - besidePx - 1.5 * marginPx,
      lines: linesIn(heightPx) - way.stripLines - way.footLines - 1,
    },
    below: { widthPx: insidePx, lines: linesIn(groupsPx) - 1 },
    foot: { widthPx: insidePx, lines: 1 },
  }[groups];
  return {
    textPx,
    hanPx,
    callPx,
    linePx,
    marginPx,
    callsMarginPx,
    hasClock,
    footWidthPx: insidePx,
    framePx: Math.floor(callsMarginPx * frameShare),
    callsWidthPx,
    linesPerCall,
    groups,
    groupsRoom,
    servedMetres: null,
    ...way,
  };
}

/** Two rows and more leave the hero its larger size; with fewer, a second row is worth more than that. */
function fillColumn(room: { heightPx: number; callPx: number; largePx: readonly number[]; linesPerCall: 1 | 2 }) {
  const { heightPx, callPx, largePx, linesPerCall } = room;
  const rowPx = callPx * rowPitchEm * linesPerCall;
  const rowsUnder = (heroFontPx: number) =>
    Math.min(mostRows, Math.floor((heightPx - heroFontPx * heroEm(linesPerCall)) / rowPx));
  const heroPx = largePx.find((px) => rowsUnder(px) >= 2) ?? callPx;
  const rows = Math.max(0, rowsUnder(heroPx));
  const heroNeedsPx = heroPx * heroEm(linesPerCall);
  // What is left over is shared in proportion, so that hero and rows grow together.
  const scale = heightPx / (heroNeedsPx + rows * rowPx);
  const rowHeightPx = Math.floor(rowPx * scale);
  return { rows, rowHeightPx, heroHeightPx: heightPx - rows * rowHeightPx };
}
