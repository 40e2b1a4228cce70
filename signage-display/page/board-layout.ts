import { arcminutes, arrowEm, callEm, emWidth, fontPx, type Glass, inkRatio } from '../legibility.ts';

/** Sizes and places of everything on a board, in CSS pixels. */
export interface BoardLayout {
  readonly textPx: number;
  readonly hanPx: number;
  readonly callPx: number;
  /** Height of a line of text; strip, headings and foot are one line each. */
  readonly linePx: number;
  readonly marginPx: number;
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
  readonly hasFoot: boolean;
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
}

const rowPitchEm = 0.95;
export const heroPitchEm = 1;
const lineEm = 1.1;
const callsShare = 0.6;
const mostRows = 4;
const fewestHanBeside = 5;
const belowShare = 0.3;
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
  const { heroHeightPx, callPx, linesPerCall, callsWidthPx, marginPx } = layout;
  const insidePx = callsWidthPx - 2 * marginPx;
  return heroHeightPx >= callPx * linesPerCall * heroPitchEm && insidePx >= lineEmOf(widest, linesPerCall) * callPx;
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
  const linesPerCall = callEm(widest) * callPx <= widthPx - 2 * marginPx ? 1 : 2;
  const column = (lines: number, groupsPx: number) =>
    fillColumn({
      heightPx: heightPx - lines * linePx - groupsPx,
      callPx: callPx * linesPerCall,
      heroPx: fontPx(arcminutes.hero, glass) * linesPerCall,
    });

  const besidePx = Math.max(Math.ceil(callEm(widest) * callPx) + 2 * marginPx, Math.round(widthPx * callsShare));
  const belowPx = Math.max(heightPx * belowShare, 4 * linePx);
  const hasRoomBeside = widthPx - besidePx - 2 * marginPx >= fewestHanBeside * hanPx;
  const hasRoomBelow = column(3, belowPx).rows >= 2;
  const groups = (widthPx >= heightPx ? hasRoomBeside && 'beside' : hasRoomBelow && 'below') || 'foot';
  const groupsPx = groups === 'below' ? belowPx : 0;
  const callsWidthPx = groups === 'beside' ? besidePx : widthPx;

  // Strip, headings, foot: the hero may cost the foot, then the headings; the arrow still says what is what.
  const hasHeadings = headingsEm * textPx <= callsWidthPx - 2 * marginPx;
  const lines = hasHeadings ? 2 : 1;
  const isRoomyWithFoot = column(lines + 1, groupsPx).rows >= 2;
  const ways = [
    { hasHeadings, hasFoot: true, ...column(lines + 1, groupsPx) },
    { hasHeadings, hasFoot: false, ...column(lines, groupsPx) },
    { hasHeadings: false, hasFoot: false, ...column(1, groupsPx) },
  ].slice(isFootNeeded || groups === 'foot' || isRoomyWithFoot ? 0 : 1);
  const heroNeedsPx = callPx * linesPerCall * heroPitchEm;
  const way = ways.find(({ heroHeightPx }) => heroHeightPx >= heroNeedsPx) ?? ways.at(-1);
  if (way === undefined) throw new Error('a board can always be laid out in some way');
  const linesIn = (height: number) => Math.max(1, Math.floor(height / linePx));
  const groupsRoom = {
    beside: { widthPx: widthPx - besidePx - 2 * marginPx, lines: linesIn(heightPx) - (way.hasFoot ? 3 : 2) },
    below: { widthPx: widthPx - 2 * marginPx, lines: linesIn(belowPx) - 1 },
    foot: { widthPx: widthPx - 2 * marginPx, lines: 1 },
  }[groups];
  return {
    textPx,
    hanPx,
    callPx,
    linePx,
    marginPx,
    callsWidthPx,
    linesPerCall,
    groups,
    groupsRoom,
    servedMetres: null,
    ...way,
  };
}

/** Two rows and more leave the hero its larger size; with fewer, a second row is worth more than that. */
function fillColumn(room: { heightPx: number; callPx: number; heroPx: number }) {
  const { heightPx, callPx, heroPx } = room;
  const rowsUnder = (heroFontPx: number) =>
    Math.min(mostRows, Math.floor((heightPx - heroFontPx * heroPitchEm) / (callPx * rowPitchEm)));
  const underLarge = rowsUnder(heroPx);
  const rows = Math.max(0, underLarge >= 2 ? underLarge : rowsUnder(callPx));
  const heroNeedsPx = (underLarge >= 2 ? heroPx : callPx) * heroPitchEm;
  // What is left over is shared in proportion, so that hero and rows grow together.
  const scale = heightPx / (heroNeedsPx + rows * callPx * rowPitchEm);
  const rowHeightPx = Math.floor(callPx * rowPitchEm * scale);
  return { rows, rowHeightPx, heroHeightPx: heightPx - rows * rowHeightPx };
}
