import { type LongWork, useLongWork } from './use-long-work.ts';

export interface Download extends Pick<LongWork, 'state' | 'stop'> {
  readonly begin: (address: string, fileName: string) => void;
}

/**
 * A file that the hall writes while it reads: how far it is can be seen, it can be stopped, and half a file is never
 * kept. `progress`: where the hall says how far the file with an id is.
 */
export function useDownload(progress: string): Download {
  const { state, begin, stop } = useLongWork(progress);
  return {
    state,
    stop,
    begin: (address, fileName) =>
      begin(async (id, giveUp) => {
        try {
          const response = await fetch(`${address}&id=${id}`, { cache: 'no-store', signal: giveUp });
          if (!response.ok) return (await response.json()).code;
          save(await response.blob(), fileName);
          return null;
        } catch {
          return 'unreachable';
        }
      }),
  };
}

/** As if the visitor had followed a link to it. */
function save(file: Blob, fileName: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
