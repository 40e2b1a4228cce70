import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import packageJson from '../package.json' with { type: 'json' };
import { readSettings, SettingsRefused, usage } from './settings.ts';
import { startHall } from './start.ts';
import { DatabaseRefused } from './store/database.ts';

/** `hall-server --demo --port 8080`: runs until it is told to stop. */
async function main() {
  const settings = readSettings(process.argv.slice(2), process.env);
  // Ids and codes only: no names, no secrets, no request bodies.
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' });
  const hall = await startHall({
    ...settings,
    backups: {
      folder: settings.backupDir,
      worker: fileURLToPath(new URL('./check-copy-worker.js', import.meta.url)),
    },
    figuresWorker: fileURLToPath(new URL('./figures-worker.js', import.meta.url)),
    log,
    pagesFolder: fileURLToPath(new URL('../pages', import.meta.url)),
    version: packageJson.version,
    build: __BUILD__,
  });

  console.log(`\n  明号 ClearCall   ${hall.address}/\n`);
  if (hall.demo) console.log('  演示大厅 Demo hall: open the address, everything can be tried from there.\n');
  if (hall.setupCode !== null) {
    console.log(`  No administrator yet. Open ${hall.address}/admin/ and enter this code: ${hall.setupCode}\n`);
  }

  const stop = async () => {
    await hall.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    console.error(`The port is in use by another program. Choose another: PORT=8081 npm start`);
  } else if (error instanceof DatabaseRefused) {
    console.error(error.message);
  } else if (error instanceof SettingsRefused) {
    console.error(`${error.message}\n${usage}`);
  } else {
    console.error(error);
  }
  process.exit(1);
});
