import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { firstLink } from '../../hall-server/store/rating-chain.ts';

const dayMs = 24 * 3_600_000;
const minute = 60_000;

/** The same year each time. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/**
 * Writes so many ended days of so many visits into a hall's database: tickets, their spans, four journal entries each, a
 * rating of every fifth, an errand of every tenth. Says how far it is.
 */
export function fillYear(file: string, { days, ticketsADay }: { readonly days: number; readonly ticketsADay: number }) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  // An errand and its first visit name each other.
  db.pragma('foreign_keys = OFF');
  const roll = dice(20_260_921);
  const day = db.prepare(
    'INSERT INTO days (date, opened_at, closed_at, issued, done, cancelled) VALUES (?, ?, ?, ?, ?, 0)',
  );
  const columns = db.prepare("SELECT name FROM pragma_table_info('tickets')").pluck().all() as string[];
  const ticket = db.prepare(`INSERT INTO tickets (${columns}) VALUES (${columns.map((name) => `:${name}`)})`);
  const span = db.prepare(
    'INSERT INTO spans (ticket_id, position, status, queue_id, counter_id, staff_id, from_at, to_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const journal = db.prepare(
    'INSERT INTO journal (sequence, at, day, type, ticket_id, counter_id, actor, command_id, event) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const errand = db.prepare('INSERT INTO cases (id, service_id, opened_on, done_on, done_at) VALUES (?, ?, ?, ?, ?)');
  const rating = db.prepare(`
    INSERT INTO ratings (position, kind, ticket_id, at, level, channel, after_ms, indicators, answers, flags, command_id, previous, hash)
    VALUES (?, 'level', ?, ?, ?, 'slipQr', 20000, '[]', '[]', '[]', 'filled', ?, ?)`);
  let sequence = Number(db.prepare('SELECT coalesce(max(sequence), 0) FROM journal').pluck().get());
  let position = 0;
  let last = firstLink;
  const services = demoSetup.services.map((service) => ({ service, prefix: service.queue }));
  const midnight = Math.floor(Date.now() / dayMs) * dayMs - 8 * 3_600_000;

  const fillDay = db.transaction((ago: number) => {
    const start = midnight - ago * dayMs;
    const date = new Date(start + 8 * 3_600_000).toISOString().slice(0, 10);
    day.run(date, start + 8 * 3_600_000, start + 18 * 3_600_000, ticketsADay, ticketsADay);
    const numbers = new Map<string, number>();
    for (let order = 1; order <= ticketsADay; order += 1) {
      const { service, prefix } = services[roll(services.length)] ?? services[0] ?? failed();
      const number = (numbers.get(prefix) ?? 0) + 1;
      numbers.set(prefix, number);
      const id = `year-${ago}-${order}`;
      const issued = start + 9 * 3_600_000 + Math.floor((order / ticketsADay) * 7 * 3_600_000);
      const called = issued + roll(40 * minute);
      const started = called + roll(90_000);
      const ended = started + minute + roll(20 * minute);
      const counter = demoSetup.counters[roll(demoSetup.counters.length)]?.id ?? null;
      const staff = `clerk${String(1 + roll(12)).padStart(2, '0')}`;
      const isErrand = order % 10 === 0;
      if (isErrand) errand.run(id, service.id, date, date, ended);
      ticket.run({
        ...Object.fromEntries(columns.map((name) => [name, null])),
        ...{ id, number: `${prefix}${String(number).padStart(3, '0')}`, day: date, issued_queue_id: service.queue },
        ...{
          sequence: number,
          issue_order: order,
          service_id: service.id,
          source: roll(4) === 0 ? 'desk' : 'ticketKiosk',
        },
        ...{ language: 'zhHans', issued_at: issued, told_ahead: 5, told_low_minutes: 10, told_high_minutes: 25 },
        ...{
          link_hash: id,
          queue_id: service.queue,
          effective_at: issued,
          transferred: 0,
          collecting: 0,
          missed_times: 0,
        },
        ...{ put_back_times: 0, postponed_times: 0, first_called_at: called, call_reason: 'fifo', status: 'done' },
        ...{ since: ended, counter_id: counter, outcome: 'instant', missing: '[]', case_id: isErrand ? id : null },
      });
      span.run(id, 1, 'waiting', service.queue, null, null, issued, called);
      span.run(id, 2, 'called', service.queue, counter, null, called, started);
      span.run(id, 3, 'serving', service.queue, counter, staff, started, ended);
      for (const [type, at] of [
        ['ticketIssued', issued],
        ['ticketCalled', called],
        ['serviceStarted', started],
        ['ticketFinished', ended],
      ] as const) {
        sequence += 1;
        journal.run(
          sequence,
          at,
          date,
          type,
          id,
          type === 'ticketIssued' ? null : counter,
          '{"kind":"clock"}',
          id,
          JSON.stringify({ type, at, ticketId: id }),
        );
      }
      if (order % 5 === 0) {
        position += 1;
        const hash = createHash('sha256').update(`${position}`).digest('hex');
        rating.run(position, id, ended + 20_000, 1 + roll(5), last, hash);
        last = hash;
      }
    }
  });
  for (let ago = days; ago >= 1; ago -= 1) {
    fillDay(ago);
    if (process.stdout.isTTY || ago % 50 === 0) process.stdout.write(`  filling: ${days - ago + 1} of ${days} days\r`);
  }
  process.stdout.write('\n');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

function failed(): never {
  throw new Error('the demonstration hall has no services');
}
