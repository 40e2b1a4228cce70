import { indicatorVersion } from '../../shared/indicators.ts';
import type { Setup } from '../../shared/setup.ts';
import type { Row } from '../export/row-file.ts';
import type { ExportRow } from '../store/rating-reports.ts';

const namesIn = (list: string) => (JSON.parse(list) as string[]).join(',');

/**
 * One entry of the rating record with the common core that provincial platforms ask for, and what we always add
 * (rating.md, section 4). `localDateTime`: 'yyyy-MM-dd HH:mm:ss' in the hall's zone.
 */
export function ratingMessage(row: ExportRow, setup: Setup, localDateTime: (at: number) => string) {
  const service = setup.services.find(({ id }) => id === row.serviceId);
  return {
    recordPosition: row.position,
    recordHash: row.hash,
    kind: row.kind,
    externalCaseNo: row.externalCaseNo,
    ticketNumber: row.number,
    ticketDay: row.day,
    serviceCode: row.serviceId,
    serviceName: service?.name.zhHans ?? null,
    level: row.level,
    indicatorCodes: namesIn(row.indicators),
    indicatorVersion,
    localAnswers: (JSON.parse(row.answers) as { question: string; answer: string }[])
      .map(({ question, answer }) => `${question}=${answer}`)
      .join(','),
    text: row.text,
    submittedAt: localDateTime(row.at),
    sequence: row.kind === 'opinion' ? null : row.kind === 'level' ? 1 : row.sequence,
    channel: row.channel,
    staffId: row.staffId,
    counter: setup.counters.find(({ id }) => id === row.counterId)?.label ?? null,
    caseKind: service?.caseKind === 'instant' ? 2 : service?.caseKind === 'promised' ? 1 : null,
    misuseFlags: namesIn(row.flags),
    laterVerdicts: row.later,
  } satisfies Row;
}
export type RatingMessage = ReturnType<typeof ratingMessage>;

/** The names of what a message says, in its order. */
export const ratingColumns = [
  ...['recordPosition', 'recordHash', 'kind', 'externalCaseNo', 'ticketNumber', 'ticketDay', 'serviceCode'],
  ...['serviceName', 'level', 'indicatorCodes', 'indicatorVersion', 'localAnswers', 'text', 'submittedAt', 'sequence'],
  ...['channel', 'staffId', 'counter', 'caseKind', 'misuseFlags', 'laterVerdicts'],
] as const;
