import { parseArgs } from 'node:util';
import { z } from 'zod';

const Settings = z.object({
  port: z.coerce.number({ error: 'PORT must be a number' }).int().min(0).max(65_535),
  host: z.string().min(1),
  dataDir: z.string().min(1),
  demo: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export const usage = `Usage: hall-server [--port 8080] [--host 127.0.0.1] [--data-dir data] [--demo]
PORT, HOST and DATA_DIR in the environment say the same. Everything else is set in the hall's administration.`;

/** Where the hall listens and keeps its data. @throws Error with a sentence for the console */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'data-dir': { type: 'string' },
      demo: { type: 'boolean' },
    },
  });
  const demo = values.demo ?? false;
  const parsed = Settings.safeParse({
    port: values.port ?? environment.PORT ?? 8080,
    // A demo hall has known passwords: only this machine, unless somebody says otherwise.
    host: values.host ?? environment.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    dataDir: values['data-dir'] ?? environment.DATA_DIR ?? 'data',
    demo,
  });
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('; '));
  return parsed.data;
}
