import { spawn, spawnSync } from 'node:child_process';

export function has(tool: string): boolean {
  return spawnSync(tool, ['-version'], { stdio: 'ignore' }).error === undefined;
}

/** Mono samples at 48 kHz of whatever ffmpeg can read. */
export async function decode(file: Uint8Array): Promise<Float32Array> {
  const raw = await pipe('ffmpeg', ['-v', 'error', '-i', '-', '-f', 'f32le', '-ac', '1', '-ar', '48000', '-'], file);
  return new Float32Array(new Uint8Array(raw).buffer);
}

/** Ogg Opus, the same bytes every time. `bitrate` as ffmpeg understands it. */
export function encodeOpus(samples: Float32Array, bitrate = '24k'): Promise<Buffer> {
  const input = ['-v', 'error', '-f', 'f32le', '-ac', '1', '-ar', '48000', '-i', '-'];
  const opus = ['-c:a', 'libopus', '-b:a', bitrate, '-application', 'audio', '-frame_duration', '20'];
  const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact', '-f', 'ogg', '-'];
  return pipe('ffmpeg', [...input, ...opus, ...plain], new Uint8Array(samples.buffer));
}

/** Runs a tool with `input` on its standard input and answers what it wrote. */
export function pipe(tool: string, args: readonly string[], input: Uint8Array = new Uint8Array()): Promise<Buffer> {
  return new Promise((settle, fail) => {
    const child = spawn(tool, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', fail);
    // A tool that stops early closes its input: what counts is how it ends.
    child.stdin.on('error', () => {});
    child.on('close', (code) => {
      if (code === 0) settle(Buffer.concat(chunks));
      else fail(new Error(`${tool} ended with ${code}`));
    });
    child.stdin.end(input);
  });
}
