import type { Pack } from '../../voice-packs/pack-contract.ts';

/** What is to be heard, one after another: a clip by its name, or a pause. */
export type Step = { readonly clip: string } | { readonly pauseMs: number };

/** Which clips say a call in a pack's language. Null: the number has a sign that no clip says, so nothing is said of it. */
export function announcement(
  call: { readonly number: string; readonly counterLabel: string },
  pack: Pack,
): readonly Step[] | null {
  const number = spelled(call.number, pack);
  if (number === null) return null;
  const counter = counterClips(call.counterLabel, pack);
  return (counter === null ? pack.sentenceShown : pack.sentence).flatMap((step): readonly Step[] => {
    switch (step) {
      case '{number}':
        return clips(number);
      case '{counter}':
        return clips(counter ?? []);
      case '{pause}':
        return [{ pauseMs: pack.pauseMs }];
      default:
        return [{ clip: step }];
    }
  });
}

/** 1 to 99 as a word, other labels sign by sign; null for what stands on the glass but cannot be said. */
function counterClips(label: string, pack: Pack): readonly string[] | null {
  const plain = label.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return /^[1-9]\d?$/.test(plain) ? [`w${plain}`] : spelled(plain, pack);
}

function spelled(signs: string, { digitOne }: Pack): readonly string[] | null {
  if (!/^[A-Z\d]+$/.test(signs)) return null;
  return [...signs].map((sign) => (sign === '1' ? digitOne : /\d/.test(sign) ? `d${sign}` : sign));
}

function clips(names: readonly string[]): readonly Step[] {
  return names.map((clip) => ({ clip }));
}
