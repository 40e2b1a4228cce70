import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const port = '--port (PORT) must be a whole number from 0 to 65535';
const announce = '--announce (ANNOUNCE) must be yes, no, or the address of the hall, such as https://hall.example';
const address = z.url({ protocol: /^https?$/, error: announce }).transform((text) => new URL(text).origin);
const exportTo = '--export-to (EXPORT_TO) must be an https address; http only on this machine';
const exportSecret =
  '--export-secret-file (EXPORT_SECRET_FILE) must name a file with a secret of at least 16 characters';
const exportAddress = z
  .url({ protocol: /^https?$/, error: exportTo })
  .refine((text) => /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(text), exportTo);
const Settings = z.object({
  port: z.string().regex(/^\d+$/, port).transform(Number).pipe(z.number().max(65_535, port)),
  host: z.string().min(1, '--host (HOST) must not be empty'),
  dataDir: z.string().min(1, '--data-dir (DATA_DIR) must not be empty'),
  /** Where backups go: another disk than the data, best. */
  backupDir: z.string().min(1),
  demo: z.boolean(),
  /** Whether new boxes on the network are told of the hall; an address is told instead of this machine's own. */
  announce: z.union([z.literal(['yes', 'no']), address], announce),
  /** Where ratings are sent, and the secret that signs them; usually nowhere. */
  exporter: z.strictObject({ url: exportAddress, secret: z.string().min(16, exportSecret) }).nullable(),
});
export type Settings = z.infer<typeof Settings>;

export const usage = `Usage: hall-server [--port 8080] [--host 127.0.0.1] [--data-dir data] [--backup-dir data/backups] [--announce yes|no|https://hall.example] [--export-to https://platform.example/ratings --export-secret-file FILE] [--demo]
PORT, HOST, DATA_DIR, BACKUP_DIR, ANNOUNCE, EXPORT_TO and EXPORT_SECRET_FILE in the environment say the same. Everything else is set in the hall's administration.`;

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
    exporter: readExporter(
      flags['export-to'] ?? environment.EXPORT_TO,
      flags['export-secret-file'] ?? environment.EXPORT_SECRET_FILE,
    ),
    announce: flags.announce ?? (environment.ANNOUNCE || (reachable ? 'yes' : 'no')),
  });
  if (!parsed.success) throw new SettingsRefused(parsed.error.issues.map((issue) => issue.message).join('; '));
  return parsed.data;
}

/** The secret is in a file that only the server may read: not in a list of processes, not in the database. */
function readExporter(url: string | undefined, secretFile: string | undefined) {
  if (url === undefined || url === '') return null;
  try {
    return { url, secret: readFileSync(secretFile ?? '', 'utf8').trim() };
  } catch {
    throw new SettingsRefused(exportSecret);
  }
}

function readFlags(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    port: text,
    host: text,
    'data-dir': text,
    'backup-dir': text,
    announce: text,
    'export-to': text,
    'export-secret-file': text,
    demo: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new SettingsRefused(error instanceof Error ? error.message : String(error));
  }
}
