/** One thing to hear, or a pause between two. */
export type Sound = { readonly name: string; readonly buffer: AudioBuffer } | { readonly pauseMs: number };

export interface PlayedClip {
  readonly name: string;
  /** Seconds on the one audio clock. */
  readonly from: number;
  readonly to: number;
}

export interface VoicePlayer {
  /** Plays all of it, one after another, and settles when the last has ended or it is certain that it will not. Never rejects. */
  readonly play: (sounds: readonly Sound[], scheduled?: (clip: PlayedClip) => void) => Promise<Played>;
  /** Falls silent at once; what was being played counts as played. For voices that answer a person, not for calls. */
  readonly stop: () => void;
  /** 0 to 100, as loud as it sounds. */
  readonly setVolume: (volume: number) => void;
  readonly state: () => 'on' | 'blocked' | 'broken';
  readonly close: () => void;
}

/** 'blocked': the browser wants somebody to touch the page first. */
export type Played = 'whole' | 'blocked' | 'failed';

const aheadS = 0.03;
/** Between two sentences. */
export const betweenMs = 350;
const startMs = 300;
/** How late a clip may end before the output counts as stuck. */
const graceMs = 1_000;

interface Output {
  readonly context: AudioContext;
  readonly gain: GainNode;
  freeAt: number;
  readonly sources: Set<AudioBufferSourceNode>;
}

/** The page's one way to its loudspeaker. `volume` 0 to 100, as loud as it sounds. */
export function createVoicePlayer(volume: number, changed: () => void): VoicePlayer {
  let output: Output | null = null;
  let loudness = gainOf(volume);
  let hasFailed = false;
  let isClosed = false;

  const open = (): Output | null => {
    try {
      const context = new AudioContext();
      const gain = context.createGain();
      gain.gain.value = loudness;
      gain.connect(context.destination);
      context.addEventListener('statechange', changed);
      return { context, gain, freeAt: 0, sources: new Set() };
    } catch {
      return null;
    }
  };
  /** A context that is stuck never comes back by itself; a new one may, as after a cable was put back in. */
  const drop = () => {
    const old = output?.context;
    output = null;
    old?.removeEventListener('statechange', changed);
    old?.close().catch(() => {});
  };
  const touched = () => {
    if (output !== null) void isRunning(output.context);
  };
  output = open();
  // Whether the browser lets it sound is known a moment later; without an output it is known now.
  void (output === null ? Promise.resolve() : isRunning(output.context)).then(changed);
  for (const touch of touches) addEventListener(touch, touched);

  return {
    async play(sounds, scheduled) {
      try {
        if (isClosed) return 'failed';
        output ??= open();
        if (output === null) throw new Error('no audio');
        if (!(await isRunning(output.context))) return 'blocked';
        const isWhole = await playAll(output, sounds, scheduled);
        if (!isWhole) throw new Error('stuck');
        hasFailed = false;
        return 'whole';
      } catch {
        hasFailed = true;
        drop();
        return 'failed';
      } finally {
        changed();
      }
    },
    stop() {
      if (output === null) return;
      for (const source of output.sources) source.stop();
      output.freeAt = 0;
    },
    setVolume(next) {
      loudness = gainOf(next);
      if (output !== null) output.gain.gain.value = loudness;
    },
    state() {
      if (hasFailed || output === null) return 'broken';
      return output.context.state === 'running' ? 'on' : 'blocked';
    },
    close() {
      isClosed = true;
      for (const touch of touches) removeEventListener(touch, touched);
      drop();
    },
  };
}

/** Loudness is heard by the square. */
const gainOf = (volume: number) => (volume / 100) ** 2;

const touches = ['pointerdown', 'keydown'] as const;

/** Asks to be allowed, but waits for no promise: a refused `resume` never settles. */
function isRunning(context: AudioContext): Promise<boolean> {
  if (context.state === 'running') return Promise.resolve(true);
  return new Promise((settle) => {
    const done = () => {
      clearTimeout(timer);
      context.removeEventListener('statechange', done);
      settle(context.state === 'running');
    };
    const timer = setTimeout(done, startMs);
    context.addEventListener('statechange', done);
    context.resume().catch(() => {});
  });
}

/** Each clip begins where the one before really ends. False as soon as one is overdue. */
async function playAll(
  output: Output,
  sounds: readonly Sound[],
  scheduled: ((clip: PlayedClip) => void) | undefined,
): Promise<boolean> {
  const { context, gain, sources } = output;
  const now = context.currentTime;
  let at = Math.max(now + aheadS, output.freeAt);
  const ends: Promise<boolean>[] = [];
  for (const sound of sounds) {
    if ('pauseMs' in sound) {
      at += sound.pauseMs / 1000;
      continue;
    }
    const { name, buffer } = sound;
    const to = at + buffer.duration;
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(gain);
    sources.add(source);
    source.addEventListener('ended', () => sources.delete(source));
    ends.push(endsWithin((to - now) * 1000 + graceMs, source));
    source.start(at);
    scheduled?.({ name, from: at, to });
    at = to;
  }
  output.freeAt = at + betweenMs / 1000;
  for (const end of ends) if (!(await end)) return false;
  return true;
}

function endsWithin(ms: number, source: AudioBufferSourceNode): Promise<boolean> {
  return new Promise((settle) => {
    const timer = setTimeout(() => settle(false), ms);
    source.addEventListener('ended', () => {
      clearTimeout(timer);
      settle(true);
    });
  });
}
