import { z } from 'zod';
import { VoiceLanguage } from '../../shared/languages.ts';

/**
 * What a kiosk can say: everything that may stand on its glass, cut into phrases at its numbers. One file a phrase;
 * digits, letters and the words for 1 to 99 are those of the packs that call numbers.
 */
export const PhrasePack = z.strictObject({
  language: VoiceLanguage,
  /** Who speaks, and by what right it may be used. */
  voice: z.string().min(1).max(400),
  phrases: z.array(
    z.strictObject({
      /** As it stands on the glass, without the signs around it. */
      text: z.string().min(1),
      /** What is read for it, where that is not the text itself. */
      says: z.string().min(1).optional(),
      file: z.string().regex(/^[a-z0-9]{1,40}$/),
      ms: z.int().min(1),
    }),
  ),
});
export type PhrasePack = z.infer<typeof PhrasePack>;

/** One thing to be said: a phrase, a clip of the pack that calls numbers (`w12`, `d0`, `A`), or what no clip says. */
export type Piece = { readonly phrase: string } | { readonly sign: string } | { readonly unknown: string };

/** Between hours and minutes, after a full hour, and between the ends of a range: said as words of their own. */
export const spokenSigns = { minutes: ':', fullHour: ':00', to: '–' } as const;

/** A phrase as it is looked up: signs at its ends and doubled spaces do not matter. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\s\u00a0_]+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '');
}

/** The sentences of a line: a pause of the voice belongs between them. */
export function sentencesOf(line: string): readonly string[] {
  return line.split(/(?<=[。！？；：…])|(?<=[.!?;:…])\s+/u).filter((sentence) => plain(sentence) !== '');
}

const numbers = /([A-Z]\d{3,5}|\d{1,2}:\d{2}|\d+\s*–\s*\d+|\d+)/;

/** The parts of a sentence that are not numbers: what a pack must have phrases for. */
export function phrasesIn(sentence: string): readonly string[] {
  return sentence
    .split(numbers)
    .filter((part, at) => at % 2 === 0 && plain(part) !== '')
    .map(plain);
}

/** What is to be said of a line. `phrases`: those that the pack of the language has. */
export function piecesOf(line: string, phrases: ReadonlySet<string>): readonly Piece[] {
  return sentencesOf(line).flatMap((sentence): readonly Piece[] => {
    const whole = plain(sentence);
    if (phrases.has(whole)) return [{ phrase: whole }];
    return sentence
      .split(numbers)
      .flatMap((part, at) => (at % 2 === 1 ? numberPieces(part, phrases) : known(part, phrases)));
  });
}

/** As few phrases as the text is made of; what is left between them is unknown. */
function known(text: string, phrases: ReadonlySet<string>): readonly Piece[] {
  const words = plain(text)
    .split(' ')
    .filter((word) => word !== '');
  const pieces: Piece[] = [];
  let unknown: string[] = [];
  const flush = () => {
    if (unknown.length > 0) pieces.push({ unknown: unknown.join(' ') });
    unknown = [];
  };
  for (let from = 0; from < words.length; ) {
    const word = words[from] ?? '';
    let to = words.length;
    while (to > from && !phrases.has(plain(words.slice(from, to).join(' ')))) to -= 1;
    if (to === from) {
      from += 1;
      if (/^[A-Z]$/.test(word)) {
        flush();
        pieces.push({ sign: word });
      } else {
        unknown.push(word);
      }
      continue;
    }
    flush();
    pieces.push({ phrase: plain(words.slice(from, to).join(' ')) });
    from = to;
  }
  flush();
  return pieces;
}

function numberPieces(text: string, phrases: ReadonlySet<string>): readonly Piece[] {
  const optional = (sign: string): readonly Piece[] => (phrases.has(sign) ? [{ phrase: sign }] : []);
  if (/^[A-Z]/.test(text)) return signs(text);
  const [, hours, minutes] = /^(\d+):(\d+)$/.exec(text) ?? [];
  if (hours !== undefined && minutes !== undefined) {
    if (Number(minutes) === 0) return [...count(hours), ...optional(spokenSigns.fullHour)];
    const rest = minutes.startsWith('0') ? signs(minutes) : count(minutes);
    return [...count(hours), ...optional(spokenSigns.minutes), ...rest];
  }
  const [, low, high] = /^(\d+)\s*–\s*(\d+)$/.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return [...count(low), ...optional(spokenSigns.to), ...count(high)];
  return count(text);
}

/** 1 to 99 as a word; longer figures, and codes that begin with 0, digit by digit. */
function count(digits: string): readonly Piece[] {
  const figure = Number(digits);
  if (figure === 0 && digits.length <= 2) return [{ sign: 'd0' }];
  return digits.length <= 2 ? [{ sign: `w${figure}` }] : signs(digits);
}

function signs(text: string): readonly Piece[] {
  return [...text].map((sign) => ({ sign: /\d/.test(sign) ? `d${sign}` : sign }));
}
