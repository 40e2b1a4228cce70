import { ipcRenderer } from 'electron';
import { channels } from '../../shared/electron/ipc-policy.ts';
import { preparePage } from '../../shared/electron/preload-page.ts';
import type { ShellPrinted, ShellSlip } from '../../shared/shell.ts';

preparePage({
  print: (slip: ShellSlip): Promise<ShellPrinted> => ipcRenderer.invoke(channels.print.name, slip),
});
