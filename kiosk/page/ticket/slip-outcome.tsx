import { Printer, TriangleAlert } from 'lucide-react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { printingTexts } from '../../../shared/texts/printing.ts';
import type { TicketKioskView } from '../../../shared/views.ts';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';

type SlipState = TicketKioskView['slips'][number]['state'];

/** Without a slip, or perhaps without: the number on the glass is what counts. */
export function isWithoutSlip(state: SlipState): boolean {
  return state === 'failed' || state === 'unknown';
}

/** What becomes of the paper, in one sentence. */
export function SlipNotice({ state, whenNoSlip }: { state: SlipState; whenNoSlip: TicketKioskView['whenNoSlip'] }) {
  const { kiosk } = useTexts(printingTexts);
  const atDesk = whenNoSlip === 'askDesk';
  const words = {
    issued: kiosk.printing,
    sent: kiosk.printing,
    confirmed: kiosk.takeSlip,
    failed: atDesk ? kiosk.noSlipDesk : kiosk.noSlip,
    unknown: atDesk ? kiosk.maybeNoSlipDesk : kiosk.maybeNoSlip,
  }[state];
  const Icon = state === 'failed' ? TriangleAlert : Printer;
  return (
    <p className="slip" data-state={state} role="status">
      <Icon aria-hidden />
      <span>
        <Words>{words}</Words>
      </span>
    </p>
  );
}

/** At the visitor's wish only: nothing is printed twice by itself. */
export function ReprintTap({ onTap }: { onTap: () => void }) {
  const { kiosk } = useTexts(printingTexts);
  return (
    <Tap className="reprint" onTap={onTap}>
      <Printer aria-hidden /> {kiosk.again}
    </Tap>
  );
}
