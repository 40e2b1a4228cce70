import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { z } from 'zod';
import { type Channel, channels, maySend, type Sender } from './ipc-policy.ts';

export interface ShellIpc {
  /** Something a page tells; from anybody else it is as if it had not been said. */
  readonly hear: (channel: Channel, heard: (from: WebContents) => void) => void;
  /** Something a page asks, checked by a schema. Rejects for anybody else. */
  readonly answer: <Asked>(
    channel: Channel,
    schema: z.ZodType<Asked>,
    answer: (asked: Asked, from: WebContents) => unknown,
  ) => void;
}

/** The only way from a page to the shell: who speaks is checked before what is said. */
export function openIpc(hall: () => string | null): ShellIpc {
  return {
    hear: (channel, heard) =>
      ipcMain.on(channels[channel].name, (event) => {
        if (maySend(channel, senderOf(event), hall())) heard(event.sender);
      }),
    answer: (channel, schema, answer) =>
      ipcMain.handle(channels[channel].name, (event, asked: unknown) => {
        if (!maySend(channel, senderOf(event), hall())) throw new Error(`${channel}: not for this page`);
        return answer(schema.parse(asked), event.sender);
      }),
  };
}

function senderOf({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): Sender {
  return senderFrame === null ? null : { url: senderFrame.url, isTop: senderFrame.parent === null };
}
