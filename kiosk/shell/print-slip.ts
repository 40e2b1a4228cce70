import { BrowserWindow, type PrinterInfo, type WebContentsPrintOptions } from 'electron';
import type { PrintFault } from '../../shared/printing.ts';
import { dotsPerMm } from '../../shared/printing.ts';
import { type ShellPrinted, type ShellSlip, shellPrintsWithinMs } from '../../shared/shell.ts';

/** So many jobs are remembered: a page asks again within seconds, not after hundreds of visitors. */
const mostRemembered = 300;

export type PrintSlip = (slip: ShellSlip) => Promise<ShellPrinted>;

/**
 * Prints slips one after another on the system's printer of that name (null: its usual one), without a dialogue.
 * A job is printed once, however often it is asked for. Never rejects.
 */
export function createSlipPrinter(printerName: () => string | null): PrintSlip {
  const jobs = new Map<string, Promise<ShellPrinted>>();
  let last: Promise<unknown> = Promise.resolve();
  return (slip) => {
    const before = jobs.get(slip.job);
    if (before !== undefined) return before;
    const printed = last.then(() => withinTime(printOnce(slip, printerName())));
    last = printed;
    jobs.set(slip.job, printed);
    const [oldest] = jobs.keys();
    if (jobs.size > mostRemembered && oldest !== undefined) jobs.delete(oldest);
    return printed;
  };
}

/** A print system that does not come back may still print: nobody knows. */
function withinTime(printing: Promise<ShellPrinted>): Promise<ShellPrinted> {
  return new Promise((answer) => {
    const timer = setTimeout(() => answer({ state: 'unknown', fault: 'noAnswer' }), shellPrintsWithinMs - 2_000);
    void printing.then((printed) => {
      clearTimeout(timer);
      answer(printed);
    });
  });
}

async function printOnce(slip: ShellSlip, wanted: string | null): Promise<ShellPrinted> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    const printer = choosePrinter(await window.webContents.getPrintersAsync(), wanted);
    if (printer === null) return { state: 'failed', fault: 'notSetUp' };
    const fault = faultOf(printer);
    if (fault !== null) return { state: 'failed', fault };
    await window.loadURL(slipPage(slip));
    return await send(window, slip, printer.name);
  } catch {
    // Before the job was handed over; after that nothing here throws.
    return { state: 'failed', fault: 'error' };
  } finally {
    window.destroy();
  }
}

function send(window: BrowserWindow, slip: ShellSlip, deviceName: string): Promise<ShellPrinted> {
  const options: WebContentsPrintOptions = {
    silent: true,
    deviceName,
    margins: { marginType: 'none' },
    pageSize: { width: micrometres(slip.widthDots), height: micrometres(slip.heightDots) },
    color: false,
    copies: 1,
  };
  return new Promise((answer) => {
    window.webContents.print(options, (accepted) =>
      // Accepted by the print queue is not printed: many drivers say yes to an empty printer.
      answer(accepted ? { state: 'unknown', fault: 'noAnswer' } : { state: 'failed', fault: 'error' }),
    );
  });
}

function micrometres(dots: number): number {
  return Math.round((dots / dotsPerMm) * 1000);
}

/** The picture and nothing else, in its real size. The schema has let no sign through that could be markup. */
export function slipPage({ png, widthDots, heightDots }: ShellSlip): string {
  const [width, height] = [widthDots / dotsPerMm, heightDots / dotsPerMm];
  const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><style>@page{size:${width}mm ${height}mm;margin:0}body{margin:0}img{display:block;width:${width}mm;height:${height}mm;image-rendering:pixelated}</style><img src="data:image/png;base64,${png}" alt="">`;
  return `data:text/html;base64,${Buffer.from(html).toString('base64')}`;
}

export function choosePrinter(printers: readonly PrinterInfo[], wanted: string | null): PrinterInfo | null {
  if (wanted !== null)
    return printers.find(({ name, displayName }) => name === wanted || displayName === wanted) ?? null;
  return printers.length === 1 ? (printers[0] ?? null) : null;
}

/** CUPS names the reasons why a printer stands still; Windows' drivers mostly do not, and then nothing is claimed. */
const reasons: readonly (readonly [RegExp, PrintFault])[] = [
  [/media-(empty|needed)/, 'paperOut'],
  [/(cover|door)-open/, 'coverOpen'],
  [/offline|shutdown|timed-out|paused/, 'offline'],
  [/-error$/, 'error'],
];
/** CUPS' number for a printer that takes jobs and prints none of them: they would all come out later, at once. */
const stopped = '5';

/** What the system says is wrong with a printer before anything is sent to it; null when it says nothing is. */
export function faultOf({ options }: Pick<PrinterInfo, 'options'>): PrintFault | null {
  const told = (name: string) => String(Reflect.get(Object(options), name) ?? '');
  // A warning is not yet a fault.
  const grave = told('printer-state-reasons')
    .split(',')
    .filter((reason) => !reason.endsWith('-warning'));
  const named = reasons.find(([pattern]) => grave.some((reason) => pattern.test(reason)))?.[1];
  return named ?? (told('printer-state') === stopped ? 'offline' : null);
}
