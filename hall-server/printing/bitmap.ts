/** A picture of dots, ink or paper. Rows are packed eight dots a byte, the leftmost in the highest bit: as printers take them. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly bytesPerRow: number;
  readonly data: Uint8Array;
}

export function createBitmap(width: number, height: number): Bitmap {
  const bytesPerRow = Math.ceil(width / 8);
  return { width, height, bytesPerRow, data: new Uint8Array(bytesPerRow * height) };
}

export function isInk({ width, height, bytesPerRow, data }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width || y >= height) return false;
  return ((data[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Dots outside the picture are dropped. */
export function ink({ width, height, bytesPerRow, data }: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const at = y * bytesPerRow + (x >> 3);
  data[at] = (data[at] ?? 0) | (0x80 >> (x & 7));
}

export function inkRectangle(bitmap: Bitmap, left: number, top: number, width: number, height: number): void {
  for (let y = top; y < top + height; y += 1) for (let x = left; x < left + width; x += 1) ink(bitmap, x, y);
}

/** Puts the ink of one picture onto another. */
export function stamp(onto: Bitmap, one: Bitmap, left: number, top: number): void {
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) if (isInk(one, x, y)) ink(onto, left + x, top + y);
  }
}

/** The first so many rows. */
export function cutTo({ width, bytesPerRow, data }: Bitmap, height: number): Bitmap {
  return { width, height, bytesPerRow, data: data.slice(0, height * bytesPerRow) };
}
