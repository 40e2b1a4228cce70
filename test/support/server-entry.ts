import { join } from 'node:path';
import { readSettings } from '../../hall-server/settings.ts';
import { startHall } from '../../hall-server/start.ts';
import { silent, stubPages } from './hall.ts';

// `main.ts` needs the build id and the built pages; before there are any, tests run this in its place.
try {
  const settings = readSettings(process.argv.slice(2), {});
  const pagesFolder = stubPages(join(settings.dataDir, 'pages'));
  const hall = await startHall({ ...settings, pagesFolder, log: silent, version: 'test', build: 'test' });
  console.log(hall.address);
  process.once('SIGTERM', () => hall.close().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
