import { useEffect, useRef, useState } from 'react';
import { type Asked, ask } from '../../../shared/browser/ask.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';

export type DownloadState =
  | { readonly at: 'rest' }
  /** `share`: of the rows, 0 to 1; null until the hall has said. */
  | { readonly at: 'running'; readonly share: number | null }
  | { readonly at: 'failed'; readonly code: Extract<Asked<never>, { ok: false }>['code'] };

export interface Download {
  readonly state: DownloadState;
  readonly begin: (address: string, fileName: string) => void;
  readonly stop: () => void;
}

const lookEveryMs = 400;

/**
 * A file that the hall writes while it reads: how far it is can be seen, it can be stopped, and half a file is never
 * kept. `progress`: where the hall says how far the file with an id is.
 */
export function useDownload(progress: string): Download {
  const [state, setState] = useState<DownloadState>({ at: 'rest' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function begin(address: string, fileName: string) {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const id = newCommandId();
    setState({ at: 'running', share: null });
    const looking = setInterval(async () => {
      const asked = await ask<{ done: number; total: number }>(`${progress}?id=${id}`);
      if (!asked.ok || own.signal.aborted) return;
      const { done, total } = asked.answer;
      setState((before) =>
        before.at === 'running' ? { at: 'running', share: total === 0 ? 1 : done / total } : before,
      );
    }, lookEveryMs);
    try {
      const response = await fetch(`${address}&id=${id}`, { cache: 'no-store', signal: own.signal });
      if (!response.ok) {
        const { code } = await response.json();
        setState({ at: 'failed', code });
        return;
      }
      save(await response.blob(), fileName);
      setState({ at: 'rest' });
    } catch {
      setState(own.signal.aborted ? { at: 'rest' } : { at: 'failed', code: 'unreachable' });
    } finally {
      clearInterval(looking);
      // What comes after it is somebody else's.
      own.abort();
    }
  }

  return {
    state,
    begin: (address, fileName) => void begin(address, fileName),
    stop: () => running.current?.abort(),
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
