import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyRatingsIn } from './store/verify-ratings.ts';

const said = {
  changed: 'was changed after it was written',
  removed: 'is missing',
  inserted: 'was put there later',
  unlikeJournal: 'is not what the journal tells',
  textChanged: 'has another text than the one that was typed',
} as const;

/** `npm run verify-ratings -- --data-dir data`: is the record of ratings whole? May be asked while the hall server runs. */
function main() {
  const { values } = parseArgs({
    options: { 'data-dir': { type: 'string', default: process.env.DATA_DIR ?? 'data' } },
  });
  const file = join(values['data-dir'], 'hall.sqlite');
  if (!existsSync(file)) throw new Error(`There is no ${file}. Name the data folder with --data-dir.`);
  const verified = verifyRatingsIn(file);
  if (!verified.ok) {
    console.error(`The record of ratings is NOT whole: row ${verified.position} ${said[verified.fault]}.`);
    process.exitCode = 2;
    return;
  }
  console.log(`The record of ratings is whole: ${verified.rows} rows.\nHash of the last: ${verified.last}`);
  console.log('Keep this hash elsewhere: whoever has it can tell later that nothing before it was rewritten.');
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
