import { useEffect, useEffectEvent, useRef } from 'react';
import { ask } from '../../../shared/browser/ask.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { desktopShell } from '../../../shared/browser/shell.ts';
import type { PrintFault } from '../../../shared/printing.ts';
import { ShellPrinted, ShellSlip, shellPrintsWithinMs } from '../../../shared/shell.ts';
import type { TicketKioskView } from '../../../shared/views.ts';
import type { Send } from './use-visit.ts';

type OwedSlip = Pick<TicketKioskView['slips'][number], 'ticketId' | 'printNo'>;

/** Where the printer hangs on this machine: has the desktop shell print what is owed here, once, and tells the hall. */
export function useShellPrint(view: TicketKioskView | null, slot: string, send: Send) {
  const begun = useRef(new Set<string>());
  const begin = useEffectEvent((slip: OwedSlip) => void printByShell(slip, slot, send));
  useEffect(() => {
    if (view?.printer?.byShell !== true) return;
    for (const { ticketId, printNo, state } of view.slips) {
      const name = `${ticketId}/${printNo}`;
      if (state !== 'issued' || begun.current.has(name)) continue;
      begun.current.add(name);
      begin({ ticketId, printNo });
    }
  }, [view]);
}

async function printByShell({ ticketId, printNo }: OwedSlip, slot: string, send: Send) {
  const tell = (state: 'sent' | ShellPrinted['state'], fault: PrintFault | null) =>
    send({ type: 'recordPrint', ticketId, printNo, state, fault }, newCommandId());
  const shell = desktopShell();
  if (shell === null) return tell('failed', 'noShell');
  const asked = await ask(`/api/slip?slot=${encodeURIComponent(slot)}&ticket=${ticketId}&print=${printNo}`);
  const slip = ShellSlip.safeParse(asked.ok ? asked.answer : null);
  if (!slip.success) return tell('failed', 'error');
  // Only who has said so prints: a page that was loaded again, or a second window, is refused here.
  if (!(await tell('sent', null)).ok) return;
  const printed = await answerInTime(shell.print(slip.data));
  return tell(printed.state, printed.state === 'confirmed' ? null : printed.fault);
}

/** A shell that does not keep its promise leaves everybody in the dark, but not for ever. */
async function answerInTime(printing: Promise<ShellPrinted>): Promise<ShellPrinted> {
  const unknown = { state: 'unknown', fault: 'connectionLost' } as const;
  const late = new Promise<ShellPrinted>((settle) => setTimeout(settle, shellPrintsWithinMs, unknown));
  const answer = ShellPrinted.safeParse(await Promise.race([printing, late]).catch(() => unknown));
  return answer.success ? answer.data : unknown;
}
