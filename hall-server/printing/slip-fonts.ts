import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import { z } from 'zod';
import type { Language } from '../../shared/languages.ts';
import { fillOutline, type GlyphPicture, type OutlineCommand } from './fill-outline.ts';

/** Medium is the lightest that thermal paper keeps. */
export const weights = { medium: 500, bold: 700 } as const;
export type Weight = keyof typeof weights;

export interface Glyph {
  /** Dots to the next one. */
  readonly advance: number;
  readonly picture: GlyphPicture;
}

/** Draws characters of the pages' own fonts as dots. */
export interface SlipFonts {
  /** Everything `glyph` will be asked for must have been loaded first. */
  readonly load: (text: string) => Promise<void>;
  /** `px`: dots an em; `squeeze`: horizontal scale, 1 = as designed. A character no font has is an empty box. */
  readonly glyph: (character: string, language: Language, weight: Weight, px: number, squeeze?: number) => Glyph;
}

/** These fonts are made for Chinese and give these signs the width of a Han character. */
const narrowSigns: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"' };

const fontNames = ['noto-sans-sc', 'noto-sans-hk'] as const;
type FontName = (typeof fontNames)[number];
/** Traditional characters have their own forms; what one font lacks the other may have. */
const fontsOf = {
  zhHans: ['noto-sans-sc', 'noto-sans-hk'],
  zhHant: ['noto-sans-hk', 'noto-sans-sc'],
  en: ['noto-sans-sc', 'noto-sans-hk'],
} as const satisfies Record<Language, readonly FontName[]>;

/** Glyphs kept drawn; a slip needs about 150. */
const mostGlyphs = 4_000;

interface Part {
  readonly file: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** Null until loaded. */
  fonts: Readonly<Record<Weight, Font>> | null;
}

/** The bundled fonts come in parts by character; only the parts that are needed are read. */
export async function openSlipFonts(): Promise<SlipFonts> {
  const parts = {
    'noto-sans-sc': await partsOf('noto-sans-sc'),
    'noto-sans-hk': await partsOf('noto-sans-hk'),
  } as const satisfies Record<FontName, readonly Part[]>;
  const drawn = new Map<string, Glyph>();

  const partWith = (name: FontName, code: number) =>
    parts[name].find(({ ranges }) => ranges.some(([first, last]) => first <= code && code <= last));

  const find = (character: string, language: Language, weight: Weight) => {
    const code = (language === 'en' ? (narrowSigns[character] ?? character) : character).codePointAt(0) ?? 0;
    for (const name of fontsOf[language]) {
      const font = partWith(name, code)?.fonts?.[weight];
      const id = font?.nominalGlyph(code);
      if (font !== undefined && id !== undefined && id !== 0) return { font, id };
    }
    return null;
  };

  const draw = (character: string, language: Language, weight: Weight, px: number, squeeze: number): Glyph => {
    const found = find(character, language, weight);
    if (found === null) return { advance: px * squeeze, picture: fillOutline(emptyBox, px * squeeze, px) };
    const { font, id } = found;
    const scale = px / unitsPerEm;
    return {
      advance: font.glyphHAdvance(id) * scale * squeeze,
      picture: fillOutline(font.glyphToJson(id), scale * squeeze, scale),
    };
  };

  return {
    async load(text) {
      for (const character of new Set(`${text}'"`)) {
        const code = character.codePointAt(0) ?? 0;
        for (const name of fontNames) {
          const part = partWith(name, code);
          if (part !== undefined && part.fonts === null) part.fonts = await openPart(part.file);
        }
      }
    },
    glyph(character, language, weight, px, squeeze = 1) {
      const key = `${character} ${language} ${weight} ${px} ${squeeze}`;
      const known = drawn.get(key);
      if (known !== undefined) return known;
      if (drawn.size >= mostGlyphs) drawn.clear();
      const glyph = draw(character, language, weight, px, squeeze);
      drawn.set(key, glyph);
      return glyph;
    },
  };
}

const unitsPerEm = 1000;

/** A frame in units of an em. */
const emptyBox: readonly OutlineCommand[] = [...rectangle(0.08, -0.06, 0.92, 0.82), ...rectangle(0.86, 0, 0.14, 0.76)];

/** Drawn from one corner to the other: the direction decides whether it fills or cuts out. */
function rectangle(left: number, bottom: number, right: number, top: number): readonly OutlineCommand[] {
  return [
    { type: 'M', values: [left, bottom] },
    { type: 'L', values: [right, bottom] },
    { type: 'L', values: [right, top] },
    { type: 'L', values: [left, top] },
    { type: 'Z', values: [] },
  ];
}

async function partsOf(name: FontName): Promise<Part[]> {
  const files = dirname(
    createRequire(import.meta.url).resolve(`@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`),
  );
  const ranges = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(join(files, '..', 'unicode.json'), 'utf8')));
  return (
    Object.entries(ranges)
      .map(([key, list]) => ({
        file: join(files, `${name}-${key.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`),
        ranges: list.split(',').map(rangeOf),
        fonts: null,
      }))
      // As in the browser: where two parts have a character, the later one counts.
      .toReversed()
  );
}

/** 'U+4e00-4e0f' or 'U+3007'. */
function rangeOf(text: string): readonly [number, number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

async function openPart(file: string): Promise<Readonly<Record<Weight, Font>>> {
  const sfnt = await decompress(await readFile(file));
  const face = new Face(new Blob(new Uint8Array(sfnt).buffer));
  const at = (weight: Weight) => {
    const font = new Font(face);
    font.setVariations([new Variation('wght', weights[weight])]);
    return font;
  };
  return { medium: at('medium'), bold: at('bold') };
}
