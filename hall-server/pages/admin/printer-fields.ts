import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { papers } from '../../../shared/printing.ts';
import type { Printer, Setup } from '../../../shared/setup.ts';
import type { AdminTexts } from '../../../shared/texts/admin.ts';
import type { PrintingTexts } from '../../../shared/texts/printing.ts';
import { type Draft, valueAt } from './draft.ts';
import type { Field } from './field.ts';

interface PrinterSpeaker {
  readonly texts: AdminTexts;
  readonly printing: PrintingTexts;
}

/** What the form begins with; a choice is a text, so the paper's width is one there. */
export function printerDraft(printer: Printer | null): Draft {
  const usual = { via: 'network', host: '', port: 9100, path: '/dev/usb/lp0' };
  return printer === null
    ? { id: newCommandId(), name: '', connection: usual, paper: '80', active: true }
    : { ...printer, connection: { ...usual, ...printer.connection }, paper: String(printer.paper) };
}

/** The fields of a connection exist only for the kinds that have them. */
export function printerFields(draft: Draft, { texts, printing }: PrinterSpeaker): readonly Field[] {
  const { admin } = printing;
  const via = valueAt(draft, ['connection', 'via']);
  const where: readonly Field[] =
    via === 'network'
      ? [
          { as: 'line', path: ['connection', 'host'], label: admin.host, hint: admin.hostHint, wrong: admin.hostHint },
          { as: 'number', path: ['connection', 'port'], label: admin.port, unit: '' },
        ]
      : via === 'deviceFile'
        ? [{ as: 'line', path: ['connection', 'path'], label: admin.path, hint: admin.pathHint, wrong: admin.pathHint }]
        : [];
  return [
    { as: 'line', path: ['name'], label: texts.fields.deviceName },
    {
      as: 'choice',
      path: ['connection', 'via'],
      label: admin.connection,
      choices: Object.entries(admin.via).map(([value, label]) => ({ value, label })),
    },
    ...where,
    {
      as: 'choice',
      path: ['paper'],
      label: admin.paper,
      choices: papers.map((paper) => ({ value: String(paper), label: admin.paperOf(paper) })),
    },
    {
      as: 'switch',
      path: ['active'],
      label: texts.fields.active,
      hint: texts.activeHelp,
      on: texts.active,
      off: texts.inactive,
    },
  ];
}

/** The entry with exactly the fields of its connection: what was typed for another is left behind. */
export function printerOf(draft: Draft): unknown {
  const at = (field: string) => valueAt(draft, ['connection', field]);
  const via = at('via');
  const connection =
    via === 'network'
      ? { via, host: at('host'), port: at('port') }
      : via === 'deviceFile'
        ? { via, path: at('path') }
        : { via };
  return { ...draft, connection, paper: Number(draft.paper) };
}

/** Where a printer is, in one line. */
export function placeOf({ connection }: Printer, { via }: PrintingTexts['admin']): string {
  switch (connection.via) {
    case 'network':
      return `${connection.host}:${connection.port}`;
    case 'deviceFile':
      return connection.path;
    case 'shell':
      return via.shell;
  }
}

/** How slips are printed, among the hall's other rules. */
export function printingRuleFields(setup: Setup, { printing: { admin }, texts }: PrinterSpeaker): readonly Field[] {
  const section = admin.rules;
  return [
    {
      as: 'choice',
      section,
      path: ['printing', 'deskPrinter'],
      label: admin.deskPrinter,
      none: admin.noDeskPrinter,
      choices: setup.printers
        .filter((one) => one.active && one.connection.via !== 'shell')
        .map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      as: 'number',
      section,
      path: ['printing', 'reprintMinutes'],
      label: admin.reprintMinutes,
      unit: texts.units.minutes,
    },
    {
      as: 'choice',
      section,
      path: ['printing', 'whenNoSlip'],
      label: admin.whenNoSlip,
      choices: Object.entries(admin.whenNoSlipChoices).map(([value, label]) => ({ value, label })),
    },
  ];
}
