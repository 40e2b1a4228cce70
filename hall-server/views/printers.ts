import type { Actor } from '../../shared/actors.ts';
import type { PrinterId } from '../../shared/ids.ts';
import type { DeskView, PrinterStatus, PrintFacts, TicketKioskView } from '../../shared/views.ts';
import { cannotReprint, printerOf } from '../queue/print-slip.ts';
import type { Slip, Ticket } from '../queue/state.ts';
import { serviceName } from './names.ts';
import type { Picture } from './picture.ts';

/** For so long the front desk is told of somebody without a slip; later they have asked, or have their number by heart. */
const toldForMs = 15 * 60_000;

/** Every printer in use, as it was found last. */
export function printerStatuses({ state, printers }: Picture): readonly PrinterStatus[] {
  return state.setup.printers
    .filter((one) => one.active)
    .map(({ id, name }) => {
      const found = printers.get(id);
      return { printerId: id, label: name, condition: found?.condition ?? 'unknown', since: found?.since ?? null };
    });
}

export function printerStatus(picture: Picture, id: PrinterId | null): PrinterStatus | null {
  return printerStatuses(picture).find((one) => one.printerId === id) ?? null;
}

export function printFacts(slip: Slip | null): PrintFacts | null {
  return slip && { state: slip.state, fault: slip.fault, again: slip.printNo > 1 };
}

/** The printer of a ticket kiosk, and what became of the slips of the numbers just taken there. */
export function kioskPrinting(
  picture: Picture,
  kiosk: Extract<Actor, { kind: 'device' }>,
): Pick<TicketKioskView, 'printer' | 'whenNoSlip' | 'slips'> {
  const { state, now } = picture;
  const { printing } = state.setup.rules;
  const status = printerStatus(picture, printerOf(state, kiosk));
  const byShell = state.setup.printers.some((one) => one.id === status?.printerId && one.connection.via === 'shell');
  const fresh = ({ issuedBy, issuedAt }: Ticket) =>
    issuedBy === kiosk.deviceId && now <= issuedAt + printing.reprintMinutes * 60_000;
  return {
    printer: status && { ...status, byShell },
    whenNoSlip: printing.whenNoSlip,
    slips: [...state.tickets.values()]
      .filter(fresh)
      .toSorted((a, b) => b.issueOrder - a.issueOrder)
      .flatMap((ticket) => {
        const facts = printFacts(ticket.slip);
        if (facts === null || ticket.slip === null) return [];
        const canReprint = cannotReprint(state, ticket, kiosk, now) === null;
        return [{ ...facts, ticketId: ticket.id, number: ticket.number, printNo: ticket.slip.printNo, canReprint }];
      }),
  };
}

/** Who waits without a slip. A printer that never says anything is no news; one that fell silent is. */
export function unprinted({ state, now }: Picture): DeskView['unprinted'] {
  return [...state.tickets.values()]
    .filter(({ status, slip }) => status === 'waiting' && slip !== null && now <= slip.at + toldForMs)
    .toSorted((a, b) => b.issueOrder - a.issueOrder)
    .flatMap(({ id, number, serviceId, issuedAt, slip }) => {
      if (slip === null || (slip.state !== 'failed' && slip.state !== 'unknown')) return [];
      if (slip.state === 'unknown' && slip.fault === 'noAnswer') return [];
      const printer = state.setup.printers.find((one) => one.id === slip.printerId)?.name ?? slip.printerId;
      const { state: became, fault } = slip;
      return [
        { ticketId: id, number, serviceName: serviceName(state, serviceId), issuedAt, state: became, fault, printer },
      ];
    });
}
