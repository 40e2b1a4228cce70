import type { Command } from '../../shared/commands.ts';
import type { CounterState, CounterTicket, CounterView } from '../../shared/views.ts';
import type { HallClient } from './hall-client.ts';
import type { Pace } from './pace.ts';
import type { Random } from './random.ts';
import type { Room } from './room.ts';
import type { Visit } from './visits.ts';

/** So long a clerk waits for somebody to come before calling once more. */
const callAgainAfterMinutes = 0.75;
/** A refusal means that the hall has changed meanwhile: the clerk looks again, but not without end. */
const mostRefusals = 20;
const lookAgainMs = 500;

export interface Clerk {
  readonly counter: CounterState;
  readonly client: HallClient<CounterView>;
  readonly room: Room;
  readonly pace: Pace;
  readonly random: Random;
  /** Somebody the simulation did not send is at the counter: they get a visit like others. */
  readonly welcome: (ticket: CounterTicket) => Visit;
  /** Nobody will come any more. */
  readonly over: () => boolean;
}

/** Works at a counter until nobody comes any more; then closes it. Leaves it when somebody else has taken it over. */
export async function workAtCounter(clerk: Clerk): Promise<void> {
  const { client, pace, counter, random } = clerk;
  // Somebody is working under this account: theirs is not for the simulation to call at, or to close.
  if (client.view().counter !== null) return;
  let refused = 0;
  for (;;) {
    const step = nextStep(clerk);
    if (step === 'leave') return;
    if (step === 'wait') {
      await pace.until(() => (nextStep(clerk) === 'wait' ? null : true));
      continue;
    }
    const command = step.command ?? (await attend(clerk, step.ticket));
    if (command === null) continue;
    if (command.type === 'callNext') {
      // Clearing the desk; meanwhile a colleague may have called the only one who waited.
      await pace.sleep(random.between(0.1, 0.5));
      if (client.view().line.length === 0) continue;
    }
    const ack = await client.send(command);
    refused = ack.ok ? 0 : refused + 1;
    if (ack.ok && command.type === 'closeCounter') return;
    if (ack.ok) continue;
    if (client.refusal() !== null || ack.code === 'counterTaken') return;
    if (refused === mostRefusals) throw new Error(`counter ${counter.label}: ${command.type} is refused: ${ack.code}`);
    // Somebody else was quicker, or has done it by hand.
    await new Promise((settle) => setTimeout(settle, lookAgainMs));
  }
}

type Step =
  | { readonly command: Command }
  | { readonly command?: never; readonly ticket: CounterTicket }
  | 'wait'
  | 'leave';

/** What the clerk does next, by what the counter's page shows and who stands there. */
function nextStep({ client, counter, room, pace, over }: Clerk): Step {
  const view = client.view();
  const { counterId, label, workProfileId } = counter;
  const leaving = pace.stopped() || over();
  if (client.refusal() !== null) return 'leave';
  if (view.counter === null) {
    const free = view.counters.find((one) => one.counterId === counterId)?.status === 'closed';
    return leaving || !free ? 'leave' : { command: { type: 'openCounter', counterId, workProfileId } };
  }
  if (view.counter.counterId !== counterId) return 'leave';
  if (view.current !== null) return { ticket: view.current };
  if (view.counter.status === 'paused') return { command: { type: 'resumeCounter' } };

  const back = view.held.find(
    ({ ticketId, counterLabel }) =>
      room.standsAt(ticketId, label) || (leaving && counterLabel === label && room.visitOf(ticketId) !== null),
  );
  if (back !== undefined) return { command: { type: 'resume', ticketId: back.ticketId } };
  if (leaving) return { command: { type: 'closeCounter' } };
  const late = view.missed.find(({ ticketId }) => room.standsAt(ticketId, label));
  if (late !== undefined) {
    const { ticketId, acceptUntil } = late;
    return { command: { type: acceptUntil === null ? 'putBackMissed' : 'acceptMissed', ticketId } };
  }
  return view.line.length > 0 ? { command: { type: 'callNext' } } : 'wait';
}

/** Waits for the visitor, or serves; answers with what is to be done then, or null to look again. */
async function attend(clerk: Clerk, ticket: CounterTicket): Promise<Command | null> {
  const { room, pace, welcome } = clerk;
  // Someone just coming from the kiosk may need a moment to be known.
  const known = await pace.until(() => room.visitOf(ticket.ticketId), 0.5);
  const visit = known ?? welcome(ticket);
  return ticket.status === 'called' ? awaitVisitor(clerk, ticket) : serve(clerk, ticket, visit);
}

async function awaitVisitor(clerk: Clerk, ticket: CounterTicket): Promise<Command | null> {
  const { client, counter, room, pace } = clerk;
  const { ticketId, missableFrom, recallsLeft, callNo } = ticket;
  const here = () => (room.standsAt(ticketId, counter.label) ? true : null);
  const changed = () => {
    const { current } = client.view();
    return current?.ticketId === ticketId && current.status === 'called' && current.callNo === callNo ? null : false;
  };
  // The rule's seconds are real ones, however fast the hall runs.
  const waits =
    missableFrom === null
      ? callAgainAfterMinutes
      : (Math.max(0, missableFrom - client.now() + 50) / 60_000) * pace.speed;
  const came = await pace.until(() => here() ?? changed(), waits);
  if (came === false) return null;
  if (came === true) return { type: 'startService', ticketId };
  if (pace.stopped()) return { type: 'withdrawCall', ticketId, reason: 'counterProblem' };
  if (missableFrom !== null) return { type: 'markMissed', ticketId };
  return recallsLeft > 0 ? { type: 'recall', ticketId } : { type: 'withdrawCall', ticketId, reason: 'otherReason' };
}

/** Serves as long as the matter takes; on the way a visitor may have to step aside, or belong elsewhere as well. */
async function serve({ room, pace }: Clerk, { ticketId }: CounterTicket, visit: Visit): Promise<Command> {
  const { serviceMinutes, aside, transferTo, outcome } = visit;
  const goesAside = aside !== null && room.once(ticketId, 'aside');
  const goesElsewhere = !goesAside && transferTo !== null && room.once(ticketId, 'transfer');
  const rest = 1 - (aside === null ? 0 : 0.3) - (transferTo === null ? 0 : 0.4);
  await pace.sleep(serviceMinutes * (goesAside ? 0.3 : goesElsewhere ? 0.4 : rest));
  if (goesAside && !pace.stopped()) return { type: 'hold', ticketId, reason: aside.reason };
  if (goesElsewhere && !pace.stopped()) {
    return { type: 'transfer', ticketId, target: { to: 'queue', queueId: transferTo }, reason: 'nextStep' };
  }
  return { type: 'finish', ticketId, outcome, externalCaseNo: null, collectOn: null };
}
