import type { FastifyInstance } from 'fastify';
import type { Actor } from '../../shared/actors.ts';
import { maySend } from '../../shared/commands.ts';
import type { OfficerNo } from '../../shared/diary.ts';
import type { OfficersView, OfficerView } from '../../shared/diary-views.ts';
import { AskOfficer, OfficerCommand, OfficerVisit } from '../../shared/http.ts';
import { parseNumber } from '../../shared/number.ts';
import type { OfficerAck } from '../../shared/protocol.ts';
import type { Outcome } from '../hall.ts';
import { officersView, officerView } from '../views/diaries.ts';
import { createCodeTries } from './code-tries.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { mayUse } from './staff-access.ts';
import { sessionCookie } from './tokens.ts';

/** Experience officers: what administration asks about them, and their own page. The invitation stands in the body, never in an address. */
export function diaryRoutes(app: FastifyInstance, { hall, store, staff, links, picture, diaries }: Parts) {
  const tries = createCodeTries<OfficerNo>(hall.now);

  app.get('/api/officers', async (request): Promise<OfficersView> => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (!mayUse(found.me.role, 'admin')) throw new Refused('forbidden');
    return officersView(hall.state(), diaries);
  });

  const fewTries = { config: { rateLimit: { max: 60, timeWindow: 60_000 } } };

  app.post('/api/officer', fewTries, async (request): Promise<OfficerView> => {
    const { link } = parsed(AskOfficer, request.body);
    return viewOf(officerOf(link));
  });

  /** The slip proves the visit: its number, its day and the four digits on it. */
  app.post('/api/officer/visit', fewTries, async (request): Promise<OfficerAck> => {
    const { link, id, number, day, code } = parsed(OfficerVisit, request.body);
    const officerNo = officerOf(link);
    if (!tries.allowed(officerNo)) throw new Refused('waitBeforeRetry');
    const plain = parseNumber(number);
    const named = plain === null ? [] : store.ticketsByNumber(day, plain);
    const ticket = named.find((one) => links.codeOf(one.id) === code);
    tries.count(officerNo, ticket !== undefined);
    if (ticket === undefined) throw new Refused('wrongCode');
    const wish = { type: 'beginDiary', ticketId: ticket.id, officerNo } as const;
    return answered(officerNo, await hall.execute(wish, actorOf(officerNo), id));
  });

  app.post('/api/officer/command', fewTries, async (request): Promise<OfficerAck> => {
    const { link, id, command } = parsed(OfficerCommand, request.body);
    const officerNo = officerOf(link);
    const actor = actorOf(officerNo);
    // A visit is taken in with its slip only, by the door above.
    if (!maySend(actor, command.type) || command.type === 'beginDiary') throw new Refused('forbidden');
    return answered(officerNo, await hall.execute(command, actor, id));
  });

  const actorOf = (officerNo: OfficerNo): Actor => ({ kind: 'officer', officerNo });

  /** One answer for an invitation that is forged, renewed since, or of somebody who has left. */
  function officerOf(link: string): OfficerNo {
    const hash = links.hashOf(link);
    for (const { no, linkHash, consent } of hall.state().diaries.officers.values()) {
      if (linkHash === hash && consent.keep.withdrawnOn === null) return no;
    }
    throw new Refused('notFound');
  }

  function viewOf(officerNo: OfficerNo): OfficerView {
    const view = officerView(hall.state(), officerNo, picture().local.date, diaries);
    if (view === null) throw new Refused('notFound');
    return view;
  }

  /** With the page as it is now; whoever withdrew the last consent has none any more. */
  function answered(officerNo: OfficerNo, outcome: Outcome): OfficerAck {
    if (!outcome.ok) return { ok: false, code: outcome.code, ...(outcome.facts && { facts: outcome.facts }) };
    const officer = hall.state().diaries.officers.get(officerNo);
    const left = officer === undefined || officer.consent.keep.withdrawnOn !== null;
    return { ok: true, view: left ? null : viewOf(officerNo) };
  }
}
