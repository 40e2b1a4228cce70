/** Length of an Ogg Opus file from its headers: the last page's position less the samples to skip, at 48 kHz. */
export function oggOpusMs(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const text = (at: number, length: number) => String.fromCharCode(...file.subarray(at, at + length));
  let preSkip: number | null = null;
  let position = 0n;
  for (let at = 0; at + 27 <= file.length; ) {
    if (text(at, 4) !== 'OggS') throw new Error('not an Ogg file');
    const segments = view.getUint8(at + 26);
    const body = at + 27 + segments;
    if (preSkip === null) {
      if (text(body, 8) !== 'OpusHead') throw new Error('not Opus');
      preSkip = view.getUint16(body + 10, true);
    }
    position = view.getBigInt64(at + 6, true);
    at = body + file.subarray(at + 27, body).reduce((sum, length) => sum + length, 0);
    if (at > file.length) throw new Error('cut short');
  }
  if (preSkip === null) throw new Error('empty');
  return (Number(position) - preSkip) / 48;
}
