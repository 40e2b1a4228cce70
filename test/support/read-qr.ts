import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Bitmap } from '../../hall-server/printing/bitmap.ts';
import { pngOf } from '../../hall-server/printing/png.ts';

/** An independent reader of QR codes: Debian's zbar-tools. */
export const zbarPath = process.env.ZBARIMG ?? '/usr/bin/zbarimg';

/** What the QR codes in a picture say, read from a PNG written to `file`. */
export function readQr(picture: Bitmap, file: string): readonly string[] {
  writeFileSync(file, pngOf(picture));
  const { stdout, error } = spawnSync(zbarPath, ['-q', '--nodbus', '--raw', '-Sdisable', '-Sqrcode.enable', file], {
    encoding: 'utf8',
  });
  if (error) throw error;
  return stdout.split('\n').filter((line) => line !== '');
}
