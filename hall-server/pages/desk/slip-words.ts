import type { PrintingTexts } from '../../../shared/texts/printing.ts';
import type { PrintFacts } from '../../../shared/views.ts';

/** What has become of a slip, and why: 'Not printed: out of paper'. */
export function slipWords({ state, fault }: PrintFacts, texts: PrintingTexts): string {
  return fault === null ? texts.states[state] : `${texts.states[state]}: ${texts.faults[fault]}`;
}
