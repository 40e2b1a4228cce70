import { PrinterState } from '../../../shared/browser/staff/printer-state.tsx';
import type { DeviceRow } from '../../../shared/http.ts';
import type { PrinterStatus } from '../../../shared/views.ts';

interface OwnPrinterProps {
  readonly device: DeviceRow;
  readonly printers: readonly PrinterStatus[];
  readonly timeZone: string;
}

/** The printer that a ticket kiosk prints on, and how it is. */
export function OwnPrinter({ device: { assignment }, printers, timeZone }: OwnPrinterProps) {
  const own = assignment.kind === 'ticketKiosk' ? assignment.printer : null;
  const status = printers.find(({ printerId }) => printerId === own);
  if (status === undefined) return null;
  return (
    <span>
      {status.label} <PrinterState status={status} timeZone={timeZone} />
    </span>
  );
}
