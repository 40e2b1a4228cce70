import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const port = '--port (PORT) must be a whole number from 0 to 65535';
const announce = '--announce (ANNOUNCE) must be yes, no, or the address of the hall, such as https://hall.example';
const address = z.url({ protocol: /^https?$/, error: announce }).transform((text) => new URL(text).origin);
const Settings = z.object({
  port: z.string().regex(/^\d+$/, port).transform(Number).pipe(z.number().max(65_535, port)),
  host: z.string().min(1, '--host (HOST) must not be empty'),
  dataDir: z.string().min(1, '--data-dir (DATA_DIR) must not be empty'),
  /** Where backups go: another disk than the data, best. */
  backupDir: z.string().min(1),
  demo: z.boolean(),
  /** Whether new boxes on the network are told of the hall; an address is told instead of this machine's own. */
  announce: z.union([z.literal(['yes', 'no']), address], announce),
});
export type Settings = z.infer<typeof Settings>;

export const usage = `Usage: hall-server [--port 8080] [--host 127.0.0.1] [--data-dir data] [--backup-dir data/backups] [--announce yes|no|https://hall.example] [--demo]
PORT, HOST, DATA_DIR, BACKUP_DIR and ANNOUNCE in the environment say the same. Everything else is set in the hall's administration.`;

/** The message tells a person what to write instead. */
export class SettingsRefused extends Error {
  override name = 'SettingsRefused';
}

/** Where the hall listens and keeps its data. A variable set to nothing is not set. @throws SettingsRefused */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const flags = readFlags(args);
  const demo = flags.demo ?? false;
  // A demo hall has known passwords: only this machine, unless somebody says otherwise.
  const host = flags.host ?? (environment.HOST || (demo ? '127.0.0.1' : '0.0.0.0'));
  // A hall that only this machine can reach has nobody to be announced to.
  const reachable = !/^(127\.|::1$|localhost$)/.test(host);
  const dataDir = flags['data-dir'] ?? (environment.DATA_DIR || 'data');
  const parsed = Settings.safeParse({
    port: flags.port ?? (environment.PORT || '8080'),
    host,
    dataDir,
    backupDir: flags['backup-dir'] ?? (environment.BACKUP_DIR || join(dataDir, 'backups')),
    demo,
    announce: flags.announce ?? (environment.ANNOUNCE || (reachable ? 'yes' : 'no')),
  });
  if (!parsed.success) throw new SettingsRefused(parsed.error.issues.map((issue) => issue.message).join('; '));
  return parsed.data;
}

function readFlags(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    port: text,
    host: text,
    'data-dir': text,
    'backup-dir': text,
    announce: text,
    demo: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new SettingsRefused(error instanceof Error ? error.message : String(error));
  }
}
