/** A backup by its name: 'hall-1a2b3c4d-g1-20261126T093000Z-4711.sqlite'. */
export interface BackupFile {
  readonly name: string;
  /** Which hall's database it is a copy of, eight hexadecimal digits: an empty hall's never take the place of another's. */
  readonly hall: string;
  /** A restore begins a new generation. */
  readonly generation: number;
  /** UTC ms, to the second. */
  readonly at: number;
  /** How far its journal goes. */
  readonly sequence: number;
}

/** How many are kept: the latest of all, and the latest of each day (UTC) before them. */
export const kept = { latest: 24, days: 30 } as const;

const pattern = /^hall-([0-9a-f]{8})-g(\d+)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d+)\.sqlite$/;

export function backupName({ hall, generation, at, sequence }: Omit<BackupFile, 'name'>): string {
  const time = new Date(at).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return `hall-${hall}-g${generation}-${time}-${sequence}.sqlite`;
}

/** Those of one hall among the files of a folder, the oldest first; anything else in the folder is left alone. */
export function backupsOf(hall: string, names: readonly string[]): readonly BackupFile[] {
  return names
    .flatMap((name) => {
      const [, of, generation, year, month, day, hour, minute, second, sequence] = pattern.exec(name) ?? [];
      if (of !== hall) return [];
      const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      return [{ name, hall, generation: Number(generation), at, sequence: Number(sequence) }];
    })
    .toSorted((a, b) => a.at - b.at || a.sequence - b.sequence);
}

/** Which of them, the oldest first, make room: neither among the latest nor the last of one of the kept days. */
export function outdated(files: readonly BackupFile[]): readonly BackupFile[] {
  const lastOfDay = new Map(files.map((file) => [Math.floor(file.at / 86_400_000), file]));
  const stay = new Set([...files.slice(-kept.latest), ...[...lastOfDay.values()].slice(-kept.days)]);
  return files.filter((file) => !stay.has(file));
}
