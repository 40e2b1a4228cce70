/** What a printer is found to be in; `unknown`: it does not say, or has not been asked yet. */
export const printerConditions = [
  'ok',
  'paperLow',
  'paperOut',
  'coverOpen',
  'offline',
  'error',
  'unreachable',
  'unknown',
] as const;
export type PrinterCondition = (typeof printerConditions)[number];

/**
 * What has become of a slip. `issued`: the ticket stands, nothing has been sent; `sent`: on its way;
 * `confirmed`: the printer says it has printed it; `unknown`: nobody can tell, so it is never printed again by itself.
 */
export const slipStates = ['issued', 'sent', 'confirmed', 'failed', 'unknown'] as const;
export type SlipState = (typeof slipStates)[number];

/** Why no slip came, or why nobody can tell whether one did. */
export const printFaults = [
  // the printer's own words
  'paperOut',
  'coverOpen',
  'offline',
  'error',
  // nothing was sent
  'unreachable',
  'queueFull',
  'notSetUp',
  'serverStopped',
  'noShell',
  // sent, and then
  'connectionLost',
  'noAnswer',
] as const;
export type PrintFault = (typeof printFaults)[number];

/** The dots of a slip printer: 203 dpi, 0.125 mm from one to the next. */
export const dotsPerMm = 8;

/** Paper by its width in mm, and the dots a printer can put across it. */
export const papers = [58, 80] as const;
export type Paper = (typeof papers)[number];
export const dotsAcross = { 58: 384, 80: 576 } as const satisfies Record<Paper, number>;
