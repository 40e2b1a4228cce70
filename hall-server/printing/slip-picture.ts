import { create } from 'qrcode';
import type { Language } from '../../shared/languages.ts';
import { dotsAcross, dotsPerMm, type Paper } from '../../shared/printing.ts';
import { type Bitmap, createBitmap, cutTo, ink, inkRectangle, stamp } from './bitmap.ts';
import { breakLines } from './break-lines.ts';
import type { SlipWords } from './slip.ts';
import type { SlipFonts, Weight } from './slip-fonts.ts';

const mm = (length: number) => Math.round(length * dotsPerMm);

/** The least ink of figures and capitals is 0.733 of an em (design: legibility 2). */
const lowestInk = 0.733;
/** Read at 1.2 m by a standing person: 15 mm at least (P3); larger where the paper is wide enough. */
const numberInk = { least: mm(15), most: mm(21) };
/** Dots an em. Body text is 3.5 mm, above a newspaper's. */
const sizes = { label: 28, body: 28, code: 40, mark: 40 } as const;
/** The largest that fits on one line, or else the largest. */
const hallSizes = [32, 28] as const;
const serviceSizes = [44, 40, 36, 32] as const;
const leading = 1.32;
/** From the top of a line to its baseline, in em. */
const baseline = 0.98;
const gap = mm(1.5);
/** A QR code printed at 203 dpi: 6 dots a module, 25 mm with its quiet zone, four modules of paper around (P1). */
const qr = { dots: 6, leastSide: mm(25), quiet: 4 };
/** More than any slip needs; what stays white is cut off. */
const tallest = mm(400);

/** Draws a slip as the dots that are printed: the same on every printer, whatever characters it has. */
export async function drawSlip(words: SlipWords, paper: Paper, fonts: SlipFonts): Promise<Bitmap> {
  await fonts.load(textOf(words));
  const width = dotsAcross[paper];
  const slip = createBitmap(width, tallest);
  const pen = createPen(slip, fonts, words.language);
  let y = 0;

  const heading = (text: string, fitting: readonly number[], weight: Weight) => {
    const px = fitting.find((one) => pen.width(text, one, weight) <= width) ?? fitting[0] ?? sizes.body;
    paragraph(text, px, weight, 'centre');
  };
  const paragraph = (text: string, px: number, weight: Weight, align: 'left' | 'centre') => {
    for (const line of pen.lines(text, px, weight, width)) {
      const left = align === 'left' ? 0 : Math.round((width - pen.width(line, px, weight)) / 2);
      pen.write(line, left, y, px, weight);
      y += Math.round(px * leading);
    }
  };
  const rule = () => {
    y += gap;
    inkRectangle(slip, 0, y, width, 2);
    y += 2 + gap;
  };

  heading(words.hall, hallSizes, 'medium');
  if (words.mark !== null) {
    y += gap;
    y = framed(slip, pen, words.mark, y);
  }
  rule();
  paragraph(words.numberLabel, sizes.label, 'medium', 'centre');
  y = largeNumber(pen, words.number, width, y + gap) + 2 * gap;
  heading(words.service, serviceSizes, 'bold');
  rule();

  const labelWidth = Math.max(...words.rows.map(({ label }) => pen.width(label, sizes.label, 'medium'))) + mm(2);
  for (const { label, value } of words.rows) {
    pen.write(label, 0, y, sizes.label, 'medium');
    for (const line of pen.lines(value, sizes.body, 'bold', width - labelWidth)) {
      pen.write(line, labelWidth, y, sizes.body, 'bold');
      y += Math.round(sizes.body * leading);
    }
  }
  rule();
  paragraph(words.watch, sizes.body, 'bold', 'left');
  y += gap;
  paragraph(words.ifMissed, sizes.body, 'bold', 'left');
  paragraph(words.missedRule, sizes.body, 'medium', 'left');
  rule();

  y = scanPart(slip, pen, words, y);
  if (words.hotline !== null) {
    y += gap;
    paragraph(words.hotline, sizes.label, 'medium', 'centre');
  }
  return cutTo(slip, y + mm(2));
}

interface Pen {
  readonly width: (text: string, px: number, weight: Weight, squeeze?: number) => number;
  readonly lines: (text: string, px: number, weight: Weight, width: number) => readonly string[];
  /** `top`: of the line, not of the ink. */
  readonly write: (text: string, left: number, top: number, px: number, weight: Weight, squeeze?: number) => void;
}

function createPen(slip: Bitmap, fonts: SlipFonts, language: Language): Pen {
  const width: Pen['width'] = (text, px, weight, squeeze = 1) =>
    [...text].reduce((sum, character) => sum + fonts.glyph(character, language, weight, px, squeeze).advance, 0);
  return {
    width,
    lines: (text, px, weight, room) => breakLines(text, room, (character) => width(character, px, weight)),
    write(text, left, top, px, weight, squeeze = 1) {
      let x = left;
      for (const character of text) {
        const { advance, picture } = fonts.glyph(character, language, weight, px, squeeze);
        stamp(slip, picture.bitmap, Math.round(x) + picture.left, top + Math.round(px * baseline) + picture.top);
        x += advance;
      }
    },
  };
}

/** As large as the paper is wide, and never lower than it must be: rather narrower letters than lower ones. Returns where it ends. */
function largeNumber(pen: Pen, number: string, width: number, y: number): number {
  const emOf = (inkHeight: number) => Math.ceil((inkHeight + 1) / lowestInk);
  const natural = pen.width(number, 1000, 'bold') / 1000;
  const px = Math.max(emOf(numberInk.least), Math.min(emOf(numberInk.most), Math.floor(width / natural)));
  const squeeze = Math.min(1, width / (natural * px));
  const left = Math.max(0, Math.round((width - pen.width(number, px, 'bold', squeeze)) / 2));
  // Figures stand on the baseline: the line's room above and below them would only waste paper.
  const inkTop = Math.round(px * (baseline - 0.76));
  pen.write(number, left, y - inkTop, px, 'bold', squeeze);
  return y + Math.round(px * 0.79);
}

/** A word in a frame across the paper's middle. Returns where it ends. */
function framed(slip: Bitmap, pen: Pen, text: string, y: number): number {
  const width = pen.width(text, sizes.mark, 'bold') + mm(4);
  const left = Math.round((slip.width - width) / 2);
  const height = Math.round(sizes.mark * leading) + mm(1);
  pen.write(text, left + mm(2), y + mm(0.5), sizes.mark, 'bold');
  for (const [x, top, wide, high] of [
    [left, y, width, 4],
    [left, y + height - 4, width, 4],
    [left, y, 4, height],
    [left + width - 4, y, 4, height],
  ] as const) {
    inkRectangle(slip, x, top, Math.round(wide), high);
  }
  return y + height;
}

/** The QR code with what it is for: beside it on wide paper, below it on narrow. Returns where it ends. */
function scanPart(slip: Bitmap, pen: Pen, { address, scan, codeLabel, code }: SlipWords, y: number): number {
  const picture = drawQr(address, slip.width);
  const wide = slip.width - picture.width >= mm(28);
  stamp(slip, picture, wide ? 0 : Math.round((slip.width - picture.width) / 2), y);
  const room = wide ? slip.width - picture.width : slip.width;
  const leftOf = (width: number) => (wide ? picture.width : Math.round((slip.width - width) / 2));
  let line = wide ? y + mm(3) : y + picture.height;
  for (const words of pen.lines(scan, sizes.body, 'medium', room)) {
    pen.write(words, leftOf(pen.width(words, sizes.body, 'medium')), line, sizes.body, 'medium');
    line += Math.round(sizes.body * leading);
  }
  line += gap;
  const labelWidth = pen.width(`${codeLabel} `, sizes.label, 'medium');
  const left = leftOf(labelWidth + pen.width(code, sizes.code, 'bold'));
  pen.write(codeLabel, left, line + Math.round((sizes.code - sizes.label) * baseline), sizes.label, 'medium');
  pen.write(code, left + labelWidth, line, sizes.code, 'bold');
  return Math.max(line + Math.round(sizes.code * leading), y + picture.height);
}

/** Error correction Q: still read with a quarter of its ink gone. */
function drawQr(text: string, room: number): Bitmap {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const across = modules.size + 2 * qr.quiet;
  const dots = Math.min(Math.max(qr.dots, Math.ceil(qr.leastSide / across)), Math.floor(room / across));
  const picture = createBitmap(across * dots, across * dots);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      for (let dy = 0; dy < dots; dy += 1) {
        for (let dx = 0; dx < dots; dx += 1) {
          ink(picture, (column + qr.quiet) * dots + dx, (row + qr.quiet) * dots + dy);
        }
      }
    }
  }
  return picture;
}

function textOf({ rows, ...words }: SlipWords): string {
  return [...Object.values(words), ...rows.flatMap(({ label, value }) => [label, value])].join('');
}
