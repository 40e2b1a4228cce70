import { randomInt } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { BaseLogger } from 'pino';
import type { CommandId } from '../shared/ids.ts';
import { announceHall } from './announce.ts';
import { askFigures } from './ask-figures.ts';
import { blankSetup } from './blank-setup.ts';
import { startClock } from './clock.ts';
import { fillDemoHall } from './demo/demo-hall.ts';
import { examplePlatform } from './exporters/example-platform.ts';
import { ratingMessage } from './exporters/rating-message.ts';
import { createDeviceAccess } from './gateway/device-access.ts';
import { createHttp } from './gateway/http.ts';
import type { Parts } from './gateway/parts.ts';
import { createPresence } from './gateway/presence.ts';
import { createRatingProofs } from './gateway/rating-proofs.ts';
import { isReadable } from './gateway/readable.ts';
import { openSockets } from './gateway/sockets.ts';
import { createStaffAccess } from './gateway/staff-access.ts';
import { createStaffCodes } from './gateway/staff-codes.ts';
import { type Hall, openHall } from './hall.ts';
import { type BackupPlace, keepBackups } from './keep-backups.ts';
import { keepExporting } from './keep-exporting.ts';
import { keepWebhooks } from './keep-webhooks.ts';
import { instantOf, localDateTime, localTime } from './local-time.ts';
import { type Patience, usualPatience } from './printing/print.ts';
import { startPrinting } from './printing/printing.ts';
import { openReplays } from './replay-days.ts';
import type { Settings } from './settings.ts';
import { openAccounts, type StaffAccount } from './store/accounts.ts';
import { openApiTokens } from './store/api-tokens.ts';
import { openCallBacks } from './store/call-backs.ts';
import { openDatabase } from './store/database.ts';
import { openDiaryTexts } from './store/diary-rows.ts';
import { journalBetween } from './store/journal-between.ts';
import { openPushLedger } from './store/push-ledger.ts';
import { openRatingReports } from './store/rating-reports.ts';
import { openSetupVersions } from './store/setup-versions.ts';
import { openStore } from './store/store.ts';
import { openTypedTexts } from './store/typed-texts.ts';
import { openWebhooks } from './store/webhooks.ts';
import { createTicketLinks } from './ticket-links.ts';
import { forecastForIssue, type Picture, type PrinterHealth, takePicture } from './views/picture.ts';
import { openVoiceRecordings } from './voice-recordings.ts';

/** How often it is looked whether a call-back number is to be erased. */
const forgetEveryMs = 3_600_000;

export interface RunningHall {
  /** 'http://127.0.0.1:8080' */
  readonly address: string;
  readonly demo: boolean;
  /** To be typed by the first administrator of an empty hall; null when there is one already. */
  readonly setupCode: string | null;
  readonly close: () => Promise<void>;
}

export interface StartOptions extends Omit<Settings, 'backupDir' | 'exporter'> {
  /** Where ratings are sent; nowhere without it. */
  readonly exporter?: { readonly url: string; readonly secret: string } | null;
  /** Where backups are kept; none are without it. */
  readonly backups?: BackupPlace;
  /** The built `figures-worker.ts`; without it figures are read in this thread. */
  readonly figuresWorker?: string;
  /** Where `vite build` has put the pages. */
  readonly pagesFolder: string;
  readonly log: Pick<BaseLogger, 'info' | 'warn' | 'error'>;
  readonly version: string;
  readonly build: string;
  /** UTC ms; the machine's clock unless a test has its own. */
  readonly clock?: () => number;
  /** How long printers are waited for; a test has less of it. */
  readonly patience?: Partial<Patience>;
}

/** Puts the hall together: settings -> store -> hall -> doors -> clock. @throws DatabaseRefused, or that the port is taken */
export async function startHall(options: StartOptions): Promise<RunningHall> {
  const { log, clock = Date.now } = options;
  const database = openDatabase(join(options.dataDir, 'hall.sqlite'));
  const opened: (() => unknown)[] = [database.close];
  /** Shuts what is open, the latest first. */
  const close = async () => {
    for (const shut of opened.splice(0).toReversed()) await shut();
  };
  try {
    const store = openStore(database.db, blankSetup, clock());
    const accounts = openAccounts(database.db);
    // Not only when the database is new: the demo's very first start may have been killed half-way.
    if (options.demo && !accounts.staff().some(isAdministrator)) await fillDemoHall(store, accounts);

    const links = createTicketLinks(store.linkKey);
    const hall = openHall({
      store,
      links,
      clock,
      forecast: forecastForIssue,
      onBug: (err, about) => log.error({ err, about }, 'a command failed'),
    });
    if (store.restoreCommand !== null) await goOnAfterRestore(hall, store.restoreCommand);
    opened.push(await startClock(hall));
    const backups =
      options.backups === undefined
        ? null
        : keepBackups({ ...options.backups, db: database.db, dataDir: options.dataDir, hall, clock, log });
    if (backups !== null) opened.push(backups.close);
    const pictureWith = pictures(hall, store.messageText);
    let port = options.port;
    const printing = await startPrinting({
      hall,
      links,
      picture: pictureWith,
      origin: () => hall.state().setup.hall.phoneOrigin ?? `http://${addressOnNetwork()}:${port}`,
      patience: { ...usualPatience, ...options.patience },
      log,
    });
    opened.push(printing.close);

    const typedTexts = openTypedTexts(database.db);
    const callBacks = openCallBacks(database.db);
    const reports = openRatingReports(database.db);
    const forget = setInterval(() => {
      const erased = callBacks.eraseOld(hall.now(), hall.state().setup.rules.ratingCase.contactDays);
      if (erased > 0)
        accounts.audit({
          at: hall.now(),
          actor: 'clock',
          action: 'eraseCallBacks',
          subject: null,
          result: String(erased),
        });
    }, forgetEveryMs);
    opened.push(() => clearInterval(forget));

    const firstMinute = (date: string) => instantOf(date, 0, hall.state().setup.hall.timeZone);
    const figures = askFigures({
      ...{ db: database.db, worker: options.figuresWorker ?? null, log },
      timeZone: () => hall.state().setup.hall.timeZone,
    });
    opened.push(figures.close);
    const webhooks = keepWebhooks({
      ...{ webhooks: openWebhooks(database.db), generation: store.generation, now: clock, log },
    });
    opened.push(webhooks.close);
    const presence = createPresence();
    const firstCode = accounts.staff().length === 0 ? String(randomInt(10 ** 8)).padStart(8, '0') : null;
    const localDateTimeOf = (at: number) => localDateTime(at, hall.state().setup.hall.timeZone);
    const exporting =
      options.exporter === undefined || options.exporter === null
        ? null
        : keepExporting({
            exporter: examplePlatform({ ...options.exporter, now: clock }),
            ledger: openPushLedger(database.db, clock()),
            reports,
            messageOf: (row) => ratingMessage(row, hall.state().setup, localDateTimeOf),
            now: clock,
            log,
          });
    if (exporting !== null) opened.push(exporting.close);
    const parts: Parts = {
      hall,
      store,
      accounts,
      links,
      presence,
      ratings: {
        ...reports,
        texts: typedTexts.ofTicket,
        textOf: typedTexts.of,
        blackOut: typedTexts.blackOut,
        eraseText: typedTexts.erase,
        phone: callBacks.of,
      },
      setupVersions: openSetupVersions(database.db),
      figures,
      apiTokens: openApiTokens(database.db),
      webhooks,
      diaries: {
        ...openDiaryTexts(database.db),
        ticket: hall.ticket,
        legs: reports.legs,
        minuteOf: (at) => localTime(at, hall.state().setup.hall.timeZone).minute,
      },
      replay: openReplays({ state: hall.state, journal: journalBetween(database.db), instantOf: firstMinute }),
      instantOf: firstMinute,
      localDateTime: localDateTimeOf,
      staff: createStaffAccess(accounts, hall.now, (ended) => presence.cut(ended)),
      staffCodes: createStaffCodes(hall.now),
      devices: createDeviceAccess({
        accounts,
        now: hall.now,
        onChanged: (who) => presence.cut({ who }),
        isReadable: (assignment, glass) => isReadable(assignment, glass, hall.state().setup),
        glassOf: (id) => presence.lastReport(id)?.glass ?? null,
      }),
      proofs: createRatingProofs(
        links,
        {
          byLink: store.ticketByLink,
          byNumber: (number) => {
            const { day } = hall.state();
            return day === null ? [] : store.ticketsByNumber(day.date, number);
          },
        },
        hall.now,
      ),
      picture: () => pictureWith(printing.health()),
      printing,
      recordings: openVoiceRecordings(options.dataDir),
      backups,
      exporting,
      setupCode: () => (accounts.staff().length === 0 ? firstCode : null),
      log,
      version: options.version,
      build: options.build,
      startedAt: Date.now(),
    };

    const http = await createHttp(parts, options.pagesFolder);
    opened.push(() => http.close());
    await http.ready();
    opened.push(openSockets(http.server, parts).close);
    await http.listen({ port: options.port, host: options.host });
    port = (http.server.address() as AddressInfo).port;
    if (options.announce !== 'no') {
      const name = hall.state().setup.hall.name.zhHans;
      const address = options.announce === 'yes' ? null : options.announce;
      opened.push(announceHall({ name, port, address }, log).stop);
    }
    const shown = options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host;
    return {
      address: `http://${shown}:${port}`,
      demo: hall.state().setup.hall.demo,
      setupCode: parts.setupCode(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Under the id that the restore has written, so it is done once however often the server starts. */
async function goOnAfterRestore(hall: Hall, id: CommandId) {
  const done = await hall.execute({ type: 'jumpNumbers' }, { kind: 'clock' }, id);
  if (!done.ok) throw new Error(`The numbers cannot go on after the restore: ${done.code}`);
}

function isAdministrator({ role }: StaffAccount): boolean {
  return role === 'administrator';
}

/** Where other machines of the hall's network find this one, for codes that phones scan; set an address for phones to have another. */
function addressOnNetwork(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

/** The present picture, taken anew when the hall has changed or a second has passed. */
function pictures(
  hall: ReturnType<typeof openHall>,
  messageText: Picture['messageText'],
): (printers: PrinterHealth) => Picture {
  let last: Picture | null = null;
  return (printers) => {
    const state = hall.state();
    const now = hall.now();
    if (last === null || last.state !== state || last.printers !== printers || now - last.now > 1_000) {
      last = takePicture(state, now, localTime(now, state.setup.hall.timeZone), printers, messageText);
    }
    return last;
  };
}
