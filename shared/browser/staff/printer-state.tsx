import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { printingTexts } from '../../texts/printing.ts';
import type { PrinterStatus } from '../../views.ts';
import { clockTime } from '../clock-time.ts';
import { useTexts } from '../language.tsx';

/** How a printer is and since when: a word and an icon, never a colour alone. */
export function PrinterState({ status, timeZone }: { status: PrinterStatus; timeZone: string }) {
  const texts = useTexts(printingTexts);
  const { condition, since } = status;
  const Icon = condition === 'ok' ? CircleCheck : condition === 'unknown' ? CircleHelp : TriangleAlert;
  return (
    <span className="printer-state" data-condition={condition}>
      <Icon size={18} aria-hidden />
      {texts.conditions[condition]}
      {since !== null && condition !== 'ok' && <small>{texts.since(clockTime(since, timeZone))}</small>}
    </span>
  );
}
