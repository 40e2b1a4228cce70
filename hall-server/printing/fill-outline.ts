import { type Bitmap, createBitmap, ink } from './bitmap.ts';

/** One command of an outline, as fonts give it: M, L, Q, C, Z with absolute coordinates. */
export interface OutlineCommand {
  readonly type: string;
  readonly values: readonly number[];
}

/** A filled glyph and where its top left dot stands, from the pen on the baseline. */
export interface GlyphPicture {
  readonly bitmap: Bitmap;
  readonly left: number;
  readonly top: number;
}

interface Edge {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly winding: 1 | -1;
}

interface Crossing {
  readonly x: number;
  readonly winding: 1 | -1;
}

/** Straight pieces a curve is cut into; more for the large number than for text, where a dot is larger than the error. */
const piecesOf = (scale: number) => (scale > 0.1 ? 12 : 4);
/** Lines looked at within one row of dots. */
const linesInRow = 4;
/** From half covered on, a dot is ink. */
const inkFrom = 0.5;

/** Fills an outline by the non-zero rule. `scaleX`, `scaleY`: dots a font unit; the outline's y goes up, the picture's down. */
export function fillOutline(outline: readonly OutlineCommand[], scaleX: number, scaleY: number): GlyphPicture {
  const edges = edgesOf(outline, scaleX, -scaleY);
  if (edges.length === 0) return { bitmap: createBitmap(0, 0), left: 0, top: 0 };
  const left = Math.floor(Math.min(...edges.map(({ x0, x1 }) => Math.min(x0, x1))));
  const right = Math.ceil(Math.max(...edges.map(({ x0, x1 }) => Math.max(x0, x1))));
  const top = Math.floor(Math.min(...edges.map(({ y0 }) => y0)));
  const bottom = Math.ceil(Math.max(...edges.map(({ y1 }) => y1)));
  const bitmap = createBitmap(right - left, bottom - top);
  const lines = crossingsOf(edges, top, bitmap.height * linesInRow, left);
  const covered = new Float64Array(bitmap.width);
  for (let row = 0; row < bitmap.height; row += 1) {
    covered.fill(0);
    for (const line of lines.slice(row * linesInRow, (row + 1) * linesInRow)) coverLine(covered, line);
    for (let x = 0; x < bitmap.width; x += 1) if ((covered[x] ?? 0) / linesInRow >= inkFrom) ink(bitmap, x, row);
  }
  return { bitmap, left, top };
}

/** Where each line through the outline crosses its edges; line 0 is the first below `top`. */
function crossingsOf(edges: readonly Edge[], top: number, count: number, left: number): readonly Crossing[][] {
  const lines: Crossing[][] = Array.from({ length: count }, () => []);
  const yOf = (line: number) => top + (line + 0.5) / linesInRow;
  for (const { x0, y0, x1, y1, winding } of edges) {
    const slope = (x1 - x0) / (y1 - y0);
    for (let line = Math.ceil((y0 - top) * linesInRow - 0.5); yOf(line) < y1; line += 1) {
      lines[line]?.push({ x: x0 + (yOf(line) - y0) * slope - left, winding });
    }
  }
  return lines;
}

/** Adds how much of each dot one line through the outline covers. */
function coverLine(covered: Float64Array, crossings: Crossing[]) {
  let winding = 0;
  let from = 0;
  for (const crossing of crossings.toSorted((a, b) => a.x - b.x)) {
    const was = winding;
    winding += crossing.winding;
    if (was === 0) from = crossing.x;
    if (winding === 0) coverRun(covered, from, crossing.x);
  }
}

function coverRun(covered: Float64Array, from: number, to: number) {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(covered.length, Math.ceil(to)); x += 1) {
    covered[x] = (covered[x] ?? 0) + Math.min(to, x + 1) - Math.max(from, x);
  }
}

function edgesOf(outline: readonly OutlineCommand[], scaleX: number, scaleY: number): readonly Edge[] {
  const edges: Edge[] = [];
  const pieces = piecesOf(scaleX);
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    if (y < toY) edges.push({ x0: x, y0: y, x1: toX, y1: toY, winding: 1 });
    if (y > toY) edges.push({ x0: toX, y0: toY, x1: x, y1: y, winding: -1 });
    [x, y] = [toX, toY];
  };
  for (const { type, values } of outline) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values.map(
      (value, i) => value * (i % 2 === 0 ? scaleX : scaleY),
    );
    switch (type) {
      case 'M':
        [startX, startY, x, y] = [a, b, a, b];
        break;
      case 'L':
        lineTo(a, b);
        break;
      case 'Q': {
        const [fromX, fromY] = [x, y];
        for (let i = 1; i <= pieces; i += 1) {
          const t = i / pieces;
          const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
          lineTo(p * fromX + q * a + r * c, p * fromY + q * b + r * d);
        }
        break;
      }
      case 'C': {
        const [fromX, fromY] = [x, y];
        for (let i = 1; i <= pieces; i += 1) {
          const t = i / pieces;
          const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
          lineTo(p * fromX + q * a + r * c + s * e, p * fromY + q * b + r * d + s * f);
        }
        break;
      }
      case 'Z':
        lineTo(startX, startY);
        break;
      default:
        throw new Error(`an outline cannot have the command ${type}`);
    }
  }
  return edges;
}
