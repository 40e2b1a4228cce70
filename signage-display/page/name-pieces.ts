import { linesOf } from '../line-breaks.ts';

/**
 * A name too long for its place, in as few pieces as fit there one after another, and as even as can be: 'Jianghai
 * District' and 'Administrative Service Centre', never a last word alone. Whole where it fits, or has no words to part.
 */
export function piecesOf(
  name: string,
  room: { readonly widthPx: number; readonly lines: number },
  sizes: { readonly textPx: number; readonly hanPx: number },
): readonly string[] {
  const fits = (piece: string) => (linesOf(piece, room.widthPx, sizes) ?? Number.POSITIVE_INFINITY) <= room.lines;
  const words = name.split(' ');
  for (let count = 1; count <= words.length; count += 1) {
    const ways = partings(words, count).filter((pieces) => pieces.every(fits));
    const [best] = ways.toSorted((a, b) => longest(a) - longest(b));
    if (best !== undefined) return best;
  }
  return [name];
}

/** Every way to part words into so many pieces. A name has few words. */
function partings(words: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 1) return [[words.join(' ')]];
  return words
    .slice(1, words.length - count + 2)
    .flatMap((_, i) =>
      partings(words.slice(i + 1), count - 1).map((rest) => [words.slice(0, i + 1).join(' '), ...rest]),
    );
}

function longest(pieces: readonly string[]): number {
  return Math.max(...pieces.map((piece) => piece.length));
}
