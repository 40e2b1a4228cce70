import type Database from 'better-sqlite3';
import { z } from 'zod';
import { firstSchema } from './schema-1.ts';
import { issuingKiosk } from './schema-2-issuing-kiosk.ts';
import { postponed } from './schema-3-postponed.ts';
import { slipSchema } from './schema-4-slips.ts';
import { addAppointments } from './schema-5-appointments.ts';
import { emergencySchema } from './schema-6-emergency.ts';
import { ratingRecord } from './schema-7-rating-record.ts';
import { errandSchema } from './schema-8-errands.ts';
import { collecting } from './schema-9-collecting.ts';
import { restored } from './schema-10-restored.ts';
import { diarySchema } from './schema-11-diaries.ts';
import { shares } from './schema-12-shares.ts';
import { pushSchema } from './schema-13-pushes.ts';
import { unflaggingSchema } from './schema-14-unflagging.ts';
import { setupVersionsSchema } from './schema-15-setup-versions.ts';
import { dayFactsSchema } from './schema-16-day-facts.ts';
import { platforms } from './schema-17-platforms.ts';
import { webhooksSchema } from './schema-18-webhooks.ts';
import { dayCounts } from './schema-19-day-counts.ts';
import { helpSchema } from './schema-20-help.ts';
import { bookingSources } from './schema-21-booking-sources.ts';
import { severalServices } from './schema-22-several-services.ts';
import { messagesSchema } from './schema-23-messages.ts';
import { ownPlatform } from './schema-24-own-platform.ts';
import { setAsideSchema } from './schema-25-set-aside.ts';

/** Append only: a released step is never changed. The n-th entry leads from version n to n + 1. */
const steps: readonly ((db: Database.Database) => void)[] = [
  (db) => db.exec(firstSchema),
  (db) => db.exec(issuingKiosk),
  (db) => db.exec(postponed),
  (db) => db.exec(slipSchema),
  addAppointments,
  (db) => db.exec(emergencySchema),
  ratingRecord,
  (db) => db.exec(errandSchema),
  (db) => db.exec(collecting),
  (db) => db.exec(restored),
  (db) => db.exec(diarySchema),
  shares,
  (db) => db.exec(pushSchema),
  (db) => db.exec(unflaggingSchema),
  (db) => db.exec(setupVersionsSchema),
  (db) => db.exec(dayFactsSchema),
  platforms,
  (db) => db.exec(webhooksSchema),
  (db) => db.exec(dayCounts),
  (db) => db.exec(helpSchema),
  (db) => db.exec(bookingSources),
  severalServices,
  (db) => db.exec(messagesSchema),
  (db) => db.exec(ownPlatform),
  (db) => db.exec(setAsideSchema),
];

export const newestVersion = steps.length;

/**
 * Brings an older database up to date, each step and its version number in one transaction.
 * `upTo` other than the newest: a database as an earlier version left it.
 * Foreign keys are off meanwhile, so that a table can be built anew, and checked before each step is kept.
 * @throws Error when a step would leave a row that refers to nothing
 */
export function migrate(db: Database.Database, upTo = newestVersion) {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from >= upTo) return;
  db.pragma('foreign_keys = OFF');
  try {
    for (const [index, step] of steps.entries()) {
      if (index < from || index >= upTo) continue;
      db.transaction(() => {
        step(db);
        const [broken] = z.array(z.unknown()).parse(db.pragma('foreign_key_check'));
        if (broken !== undefined)
          throw new Error(`schema ${index + 1} left a broken reference: ${JSON.stringify(broken)}`);
        db.pragma(`user_version = ${index + 1}`);
      }).immediate();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
