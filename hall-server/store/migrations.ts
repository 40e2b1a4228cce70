import type Database from 'better-sqlite3';
import { firstSchema } from './schema-1.ts';
import { issuingKiosk } from './schema-2-issuing-kiosk.ts';
import { postponed } from './schema-3-postponed.ts';
import { slipSchema } from './schema-4-slips.ts';

/** Append only: a released step is never changed. The n-th entry leads from version n to n + 1. */
const steps: readonly ((db: Database.Database) => void)[] = [
  (db) => db.exec(firstSchema),
  (db) => db.exec(issuingKiosk),
  (db) => db.exec(postponed),
  (db) => db.exec(slipSchema),
];

export const newestVersion = steps.length;

/** Brings an older database up to date, each step and its version number in one transaction. */
export function migrate(db: Database.Database) {
  const from = Number(db.pragma('user_version', { simple: true }));
  for (const [index, step] of steps.entries()) {
    if (index < from) continue;
    db.transaction(() => {
      step(db);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}
