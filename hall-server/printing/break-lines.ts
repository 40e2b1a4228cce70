/** Signs that must not begin a line; they stay with what stands before them. */
const staysBehind = /^[，。、；：！？）」』》”’…,.;:!?)\]%]$/;
/** Signs that must not end a line. */
const staysBefore = /^[（「『《“‘([]$/;
/** Letters, figures and what joins them: broken at spaces only. */
const ofWord = /^[\p{Script=Latin}\p{Nd}–\-/@#&+'’.,]$/u;

/**
 * Breaks a text into lines no wider than `width`. Chinese may break between any two characters, words of letters and
 * figures only at their ends; a word wider than a whole line is broken anywhere. `widthOf`: of one character.
 */
export function breakLines(text: string, width: number, widthOf: (character: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const measure = (piece: string) => [...piece].reduce((sum, character) => sum + widthOf(character), 0);
  for (const piece of pieces(text).flatMap((one) => (measure(one.trimEnd()) > width ? [...one] : [one]))) {
    // A space at the end of a line takes no room.
    if (line !== '' && used + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (line === '' && piece.trim() === '') continue;
    line += piece;
    used += measure(piece);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** What must stay together: a word with its space, a character with the signs around it. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (const character of text) {
    const last = found.at(-1);
    const before = last?.at(-1) ?? '';
    const joins =
      last !== undefined &&
      (character === ' ' ||
        staysBehind.test(character) ||
        staysBefore.test(before) ||
        (ofWord.test(character) && ofWord.test(before)));
    if (joins) found[found.length - 1] = last + character;
    else found.push(character);
  }
  return found;
}
