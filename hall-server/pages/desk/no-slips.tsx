import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { PrinterState } from '../../../shared/browser/staff/printer-state.tsx';
import type { TicketId } from '../../../shared/ids.ts';
import { printingTexts } from '../../../shared/texts/printing.ts';
import type { DeskView } from '../../../shared/views.ts';

interface NoSlipsProps {
  readonly view: DeskView;
  readonly disabled: boolean;
  readonly reprint: (ticketId: TicketId) => void;
}

/** Who waits without a slip, and which printer is why: the front desk is the first to be asked. */
export function NoSlips({ view, disabled, reprint }: NoSlipsProps) {
  const { say } = useSpeech();
  const { desk, faults } = useTexts(printingTexts);
  const { unprinted, printers, hall } = view;
  const canReprint = (ticketId: TicketId) => view.tickets.some((row) => row.ticketId === ticketId && row.canReprint);
  if (unprinted.length === 0 && printers.length === 0) return null;
  return (
    <section className="no-slips" role="status">
      {printers.length > 0 && (
        <ul className="no-slips-printers" aria-label={desk.printersNeed}>
          {printers.map((status) => (
            <li key={status.printerId}>
              <Printer size={20} aria-hidden />
              <b>{status.label}</b>
              <PrinterState status={status} timeZone={hall.timeZone} />
            </li>
          ))}
        </ul>
      )}
      {unprinted.length > 0 && (
        <>
          <h2>{desk.unprinted}</h2>
          <p>{desk.unprintedHelp}</p>
          <ul className="no-slips-people">
            {unprinted.map(({ ticketId, number, serviceName, issuedAt, state, fault, printer }) => (
              <li key={ticketId}>
                <b>{number}</b>
                <span>
                  {say(serviceName)}
                  <small>
                    {clockTime(issuedAt, hall.timeZone)} {printer}
                    {fault !== null && `, ${faults[fault]}`}
                    {state === 'unknown' && `, ${desk.maybe}`}
                  </small>
                </span>
                {canReprint(ticketId) && (
                  <Button disabled={disabled} onClick={() => reprint(ticketId)}>
                    {desk.again}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
