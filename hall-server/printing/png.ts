import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from './bitmap.ts';

/** A bitmap as a PNG file of one bit a dot, with 8 dots a mm written in. */
export function pngOf({ width, height, bytesPerRow, data }: Bitmap): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a dot, grey scale.
  header[8] = 1;
  const perMetre = Buffer.alloc(9);
  perMetre.writeUInt32BE(8000, 0);
  perMetre.writeUInt32BE(8000, 4);
  perMetre[8] = 1;
  const rows = Buffer.alloc((bytesPerRow + 1) * height);
  for (let y = 0; y < height; y += 1) {
    // A bit of ink is black, a bit of a PNG is white. Each row begins with its filter: none.
    for (let i = 0; i < bytesPerRow; i += 1) rows[y * (bytesPerRow + 1) + 1 + i] = ~(data[y * bytesPerRow + i] ?? 0);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('pHYs', perMetre),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
