import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { restore } from './store/restore.ts';

const usage = 'Usage: npm run restore -- <backup file> [--data-dir data]';

/** `npm run restore -- backups/hall-….sqlite --data-dir data`: while the hall server is stopped. */
function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'data-dir': { type: 'string', default: process.env.DATA_DIR ?? 'data' } },
  });
  const [backup, ...more] = positionals;
  if (backup === undefined || more.length > 0) throw new Error(usage);
  if (!existsSync(backup)) throw new Error(`There is no ${backup}.\n${usage}`);
  console.log('Copying and checking the backup. A large one takes a minute…');
  const { lastEventAt, sequence, replaced } = restore(backup, join(values['data-dir'], 'hall.sqlite'), Date.now());
  console.log(
    `Restored: the hall as it was at ${new Date(lastEventAt).toLocaleString('sv')} (${sequence} journal entries).`,
  );
  if (replaced !== null) console.log(`What was there is kept as ${replaced}.`);
  console.log('Numbers jump by at least a hundred at the next start, so that none is given twice.');
  console.log('Whoever holds a number from after that time asks the front desk for a new one.');
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
