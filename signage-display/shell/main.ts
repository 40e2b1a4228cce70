import { runShell } from '../../shared/electron/run-shell.ts';

/** One box, one window on each of its monitors; administration says which screen each of them is. */
runShell({ choices: ['screen'], windows: 'everyMonitor', folder: __dirname, listen: () => {} });
