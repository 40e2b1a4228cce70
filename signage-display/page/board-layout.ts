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
  readonly hasHeadings: boolean;
  readonly hasFoot: boolean;
  /** Set only where not even one call can be as large as it must be. */
  readonly servedMetres: number | null;
}

export interface WidestCall {
  readonly number: string;
  readonly counterLabel: string;
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
 * `wantsFoot`: somebody's number is missed. The rule for missed numbers is shown even before, where there is room.
 * Where not even one call would be large enough for the farthest seat, everything is as large as the glass can carry,
 * and `servedMetres` says for whom.
 */
export function layoutBoard(glass: Glass, widest: WidestCall, wantsFoot: boolean): BoardLayout {
  const { farthestViewMetres } = glass;
  for (let metres = farthestViewMetres; metres > nearestMetres; metres -= metresStep) {
    const layout = layoutAt({ ...glass, farthestViewMetres: metres }, widest, wantsFoot);
    if (carriesOneCall(layout, widest)) {
      return metres === farthestViewMetres ? layout : { ...layout, servedMetres: Math.floor(metres * 10) / 10 };
    }
  }
  return layoutAt({ ...glass, farthestViewMetres: nearestMetres }, widest, wantsFoot);
}

function carriesOneCall(layout: BoardLayout, widest: WidestCall): boolean {
  const { heroHeightPx, callPx, linesPerCall, callsWidthPx, marginPx } = layout;
  const insidePx = callsWidthPx - 2 * marginPx;
  return heroHeightPx >= callPx * linesPerCall * heroPitchEm && insidePx >= lineEmOf(widest, linesPerCall) * callPx;
}

/** Width of the wider line of a call, in em. */
export function lineEmOf(call: WidestCall, linesPerCall: 1 | 2): number {
  if (linesPerCall === 1) return callEm(call);
  return Math.max(emWidth(call.number), arrowEm + emWidth(call.counterLabel));
}

function layoutAt(glass: Glass, widest: WidestCall, wantsFoot: boolean): BoardLayout {
  const { widthPx, heightPx } = glass;
  const textPx = fontPx(arcminutes.text, glass, inkRatio.lowestFigure);
  const hanPx = fontPx(arcminutes.text, glass, inkRatio.han);
  const callPx = fontPx(arcminutes.call, glass, inkRatio.lowestFigure);
  const heroPx = fontPx(arcminutes.hero, glass);
  const linePx = Math.ceil(textPx * lineEm);
  const marginPx = Math.round(Math.min(widthPx, heightPx) * 0.03);
  const insidePx = widthPx - 2 * marginPx;
  const linesPerCall = callEm(widest) * callPx <= insidePx ? 1 : 2;
  const besidePx = Math.max(Math.ceil(callEm(widest) * callPx) + 2 * marginPx, Math.round(widthPx * callsShare));
  const belowPx = Math.max(heightPx * belowShare, 4 * linePx);

  const column = (hasHeadings: boolean, hasFoot: boolean, groupsPx: number) => ({
    hasHeadings,
    hasFoot,
    ...fillColumn({
      heightPx: heightPx - (1 + Number(hasHeadings) + Number(hasFoot)) * linePx - groupsPx,
      callPx: callPx * linesPerCall,
      heroPx: heroPx * linesPerCall,
    }),
  });
  const roomBeside = widthPx - besidePx - 2 * marginPx >= fewestHanBeside * hanPx;
  const roomBelow = column(true, true, belowPx).rows >= 2;
  const place = widthPx >= heightPx ? roomBeside && 'beside' : roomBelow && 'below';
  const groups = place || 'foot';
  const groupsPx = groups === 'below' ? belowPx : 0;
  const full = column(true, true, groupsPx);
  const withoutFoot = column(true, false, groupsPx);
  const heroFits = ({ heroHeightPx }: { heroHeightPx: number }) => heroHeightPx >= callPx * linesPerCall * heroPitchEm;
  const isFootNeeded = wantsFoot || groups === 'foot' || full.rows >= 2;
  const chosen = isFootNeeded && heroFits(full) ? full : heroFits(withoutFoot) ? withoutFoot : column(false, false, 0);
  return {
    textPx,
    hanPx,
    callPx,
    linePx,
    marginPx,
    callsWidthPx: groups === 'beside' ? besidePx : widthPx,
    linesPerCall,
    groups,
    servedMetres: null,
    ...chosen,
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
