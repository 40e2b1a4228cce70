import { runShell } from '../../shared/electron/run-shell.ts';
import { ShellSlip } from '../../shared/shell.ts';
import { createSlipPrinter } from './print-slip.ts';

/** One touch screen: people take a number here, or rate a visit. */
runShell({
  choices: ['ticketKiosk', 'ratingKiosk'],
  windows: 'one',
  folder: __dirname,
  listen: (ipc, settings) => {
    const print = createSlipPrinter(() => settings().printer);
    ipc.answer('print', ShellSlip, (slip) => print(slip));
  },
});
