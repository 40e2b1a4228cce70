import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Role } from '../../shared/actors.ts';
import { type Me, RatingPeriod, TextChange } from '../../shared/http.ts';
import { StaffId, TicketId } from '../../shared/ids.ts';
import { IndicatorCode } from '../../shared/indicators.ts';
import { LocalAnswer } from '../../shared/rating.ts';
import { CaseStep, caseTextParts } from '../../shared/rating-case.ts';
import type {
  CaseRow,
  CaseText,
  CaseView,
  FlaggedRating,
  RatingFigure,
  RatingFigures,
} from '../../shared/rating-ledger.ts';
import { dateOfDay, dayNumber, workingDay } from '../../shared/working-days.ts';
import { contentTypes, FileFormat, rowFile } from '../export/row-file.ts';
import { counterLabel } from '../queue/state.ts';
import { queueName, serviceName } from '../views/names.ts';
import { caseRow } from '../views/rating-case.ts';
import { exportCases, exportRatings } from './export-ratings.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';
import { createWorkProgress, type Progress } from './work-progress.ts';

/** Of whoever has served nobody yet. */
const nobody: Omit<RatingFigure, 'key'> = {
  ...{ ratable: 0, rated: 0, scored: 0, flagged: 0, invalid: 0 },
  ...{ mean: null, meanWithFlagged: null, levels: null },
};

const handlers: readonly Role[] = ['manager', 'administrator'];
const part = z.enum([...caseTextParts, 'rating']);

/** Whether a text is another with some of its signs blacked out, and nothing else. */
function isCovered(text: string, shown: string): boolean {
  const before = [...text];
  const after = [...shown];
  return before.length === after.length && after.every((sign, at) => sign === before[at] || '█*'.includes(sign));
}

/** The managers' ledger of low ratings, figures, and exports. A clerk's own figures are the only thing a clerk may ask. */
export function ratingsRoutes(app: FastifyInstance, parts: Parts) {
  const { hall, accounts, staff, store, picture, ratings, figures } = parts;
  const progress = createWorkProgress();

  const signedIn = (request: FastifyRequest, page: 'admin' | 'counter', roles: readonly Role[]): Me => {
    const found = staff.signedIn(request.cookies[sessionCookie(page)] ?? null, page);
    if (found === null) throw new Refused('notSignedIn');
    if (!roles.includes(found.me.role)) throw new Refused('forbidden');
    return found.me;
  };
  const nameOf = (id: string | null) => (id === null ? null : (accounts.staffById(StaffId.parse(id))?.name ?? id));
  const periodOf = (query: unknown) => {
    const { from, to } = parsed(RatingPeriod, query);
    if (from > to) throw new Refused('malformed');
    return { from, to, since: parts.instantOf(from), until: parts.instantOf(dateOfDay(dayNumber(to) + 1)) };
  };
  const rowOf = (id: TicketId): CaseRow => {
    const one = hall.state().cases.get(id) ?? store.ratingCase(id);
    const ticket = hall.ticket(id);
    if (one === null || ticket === null) throw new Refused('notFound');
    return caseRow(hall.state(), one, ticket, picture().local);
  };

  app.get('/api/cases', async (request): Promise<readonly CaseRow[]> => {
    signedIn(request, 'admin', handlers);
    const { since, until } = periodOf(request.query);
    return ratings.cases(since, until).map((one) => rowOf(one.ticketId));
  });

  app.get('/api/cases/:ticketId', async (request): Promise<CaseView> => {
    const me = signedIn(request, 'admin', handlers);
    const { ticketId } = parsed(z.object({ ticketId: TicketId }), request.params);
    return caseView(ticketId, me);
  });

  /** Third parties' names in a text are blacked out, or a text is erased; both are written down, without the words. */
  app.post('/api/cases/text', async (request) => {
    const me = signedIn(request, 'admin', handlers);
    const { commandId, part: which, shown } = parsed(TextChange, request.body);
    const found = ratings.textOf(commandId, which);
    if (found === null) throw new Refused('notFound');
    // Not whoever was rated, and nobody puts other words in a visitor's mouth: signs are only covered.
    if (hall.ticket(found.ticketId)?.servedBy.includes(me.staffId) === true) throw new Refused('forbidden');
    if (shown !== null && !isCovered(found.shown, shown)) throw new Refused('malformed');
    const done = shown === null ? ratings.eraseText(commandId, which) : ratings.blackOut(commandId, which, shown);
    if (!done) throw new Refused('notFound');
    const action = shown === null ? 'eraseText' : 'blackOutText';
    accounts.audit({ at: hall.now(), actor: me.staffId, action, subject: commandId, result: 'ok' });
    return {};
  });

  app.get('/api/ratings/flagged', async (request): Promise<readonly FlaggedRating[]> => {
    const me = signedIn(request, 'admin', handlers);
    const { since, until } = periodOf(request.query);
    return ratings.flagged(since, until).map(({ serviceId, ...row }) => {
      const by = hall.state().unflagging.get(row.ticketId);
      const amRated = hall.ticket(row.ticketId)?.servedBy.includes(me.staffId) === true;
      const notes = by === undefined || amRated ? [] : ratings.texts(row.ticketId);
      const note = notes.findLast((text) => text.part === 'note')?.shown ?? null;
      const proposal = by === undefined ? null : { byMe: by === me.staffId, note };
      return { ...row, serviceName: serviceName(hall.state(), serviceId), proposal, amRated };
    });
  });

  app.get('/api/ratings/figures', async (request): Promise<RatingFigures> => {
    signedIn(request, 'admin', handlers);
    return figures.ratings({ ...periodOf(request.query), now: hall.now() });
  });

  /** A clerk's own, as an aggregate only, of working days that are over. */
  app.get('/api/ratings/mine', async (request): Promise<RatingFigure> => {
    const me = signedIn(request, 'counter', ['clerk', 'manager']);
    const period = periodOf(request.query);
    const last = lastDayShown(picture().local.date);
    const to = period.to < last ? period.to : last;
    const { staff: groups } = await figures.ratings({ ...period, to, now: hall.now() });
    return groups.find(({ key }) => key === me.staffId) ?? { key: me.staffId, ...nobody };
  });

  app.get('/api/ratings/export', async (request, reply) => {
    const me = signedIn(request, 'admin', handlers);
    const { what, format, id } = parsed(
      z.object({ what: z.enum(['ratings', 'cases']), format: FileFormat, id: z.uuid() }),
      request.query,
    );
    const period = periodOf(request.query);
    accounts.audit({ at: hall.now(), actor: me.staffId, action: 'exportRatings', subject: what, result: 'ok' });
    const table = what === 'ratings' ? await exportRatings(parts, period) : exportCases(parts, period, rowOf);
    return reply
      .type(contentTypes[format])
      .header('content-disposition', `attachment; filename="${what}-${period.from}-${period.to}.${format}"`)
      .send(Readable.from(rowFile(progress.counted(id, table), format)));
  });

  app.get('/api/ratings/export/progress', async (request): Promise<Progress> => {
    signedIn(request, 'admin', handlers);
    const found = progress.of(parsed(z.object({ id: z.uuid() }), request.query).id);
    if (found === null) throw new Refused('notFound');
    return found;
  });

  /** Today's ratings are shown on the next working day: up to then a clerk could tell whose they are. */
  function lastDayShown(today: string): string {
    const { calendarYears } = hall.state().setup;
    let day = dayNumber(today);
    while (!workingDay(calendarYears, day).works) day -= 1;
    return dateOfDay(day - 1);
  }

  function caseView(ticketId: TicketId, me: Me): CaseView {
    const state = hall.state();
    const one = state.cases.get(ticketId) ?? store.ratingCase(ticketId);
    if (one === null) throw new Refused('notFound');
    const row = rowOf(ticketId);
    const amRated = one.servedBy.includes(me.staffId);
    // Whoever was rated is told that there is a case, and nothing that was said.
    const texts: readonly CaseText[] = amRated
      ? []
      : ratings.texts(ticketId).map(({ commandId, part: which, shown, blackedOut }) => ({
          ...{ commandId, part: part.parse(which), text: shown, blackedOut },
        }));
    const said = ratings.said(ticketId);
    const list = <Shape>(schema: z.ZodType<Shape>, key: 'indicators' | 'answers') =>
      amRated ? [] : said.flatMap((entry) => z.array(schema).parse(JSON.parse(entry[key])));
    return {
      ...row,
      ratedAt: said[0]?.at ?? one.openedAt,
      indicators: list(IndicatorCode, 'indicators'),
      answers: list(LocalAnswer, 'answers'),
      said: texts.filter((text) => text.part === 'rating'),
      legs: ratings.legs(ticketId).map(({ status, queueId, counterId, staffId, from, to }) => ({
        status,
        queueName: queueName(state, queueId),
        counterLabel: counterId === null ? null : counterLabel(state, counterId),
        staffName: nameOf(staffId),
        ...{ from, to },
      })),
      steps: ratings.steps(ticketId).map(({ at, type, staffId, step, commandId }) => ({
        at,
        staffName: nameOf(staffId),
        step:
          type === 'caseStepped'
            ? CaseStep.parse(JSON.parse(step))
            : { kind: type === 'caseOpened' ? ('opened' as const) : ('callBackAgreed' as const) },
        texts: texts.filter((text) => text.commandId === commandId && text.part !== 'rating'),
      })),
      measure: one.measure === null ? null : { ownerName: nameOf(one.measure.owner) ?? '', by: one.measure.by },
      satisfaction: one.satisfaction,
      ground: one.proposal?.what === 'invalid' ? one.proposal.ground : null,
      phone: amRated ? null : ratings.phone(ticketId),
      amRated,
      proposedByMe: one.proposal?.by === me.staffId,
      tookPart: one.tookPart.includes(me.staffId),
      owners: accounts
        .staff()
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ staffId: id, name })),
    };
  }
}
