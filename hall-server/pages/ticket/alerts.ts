import type { PhoneView } from '../../../shared/views.ts';

/** What a phone rings for: it is nearly the visitor's turn; it is the visitor's turn. */
export type Signal = 'ready' | 'called';

/** Whether the visitor should get ready: few enough are ahead, and somebody is there to call them. */
export function isReady(view: Pick<PhoneView, 'status' | 'ahead' | 'remindAhead' | 'counterLabels'>): boolean {
  const { status, ahead, remindAhead, counterLabels } = view;
  return status === 'waiting' && ahead !== null && ahead <= remindAhead && counterLabels.length > 0;
}

/** 'locked': browsers keep a page silent until it has been tapped. 'none': this browser makes no sounds. */
export type Sound = 'none' | 'locked' | 'on';

export interface Alerts {
  readonly sound: () => Sound;
  readonly subscribe: (listener: () => void) => () => void;
  /** In answer to a tap: lets the page be heard and keeps the screen awake, where that is possible. */
  readonly unlock: () => void;
  /** The same, heard once as a trial; asks to be allowed notifications, where there are any. */
  readonly turnOn: () => void;
  /** `words`: for a notification, shown only while the page is hidden. */
  readonly ring: (signal: Signal, words: string) => void;
  readonly close: () => void;
}

/** Over plain http the name may exist, but nothing comes of it. */
const canNotify = () => window.isSecureContext && typeof Notification !== 'undefined';

/** Frequency in Hz, start in s: two soft notes for "get ready", a rising figure played twice for "now". */
const tunes: Record<Signal, readonly (readonly [hertz: number, at: number])[]> = {
  ready: [
    [784, 0],
    [988, 0.22],
  ],
  called: [0, 0.9].flatMap((turn) => [[784, turn] as const, [988, turn + 0.2] as const, [1319, turn + 0.4] as const]),
};
const loudness: Record<Signal, number> = { ready: 0.25, called: 0.6 };
const vibrations: Record<Signal, number[]> = { ready: [200, 100, 200], called: [500, 200, 500, 200, 500] };

/**
 * Everything by which a phone makes itself noticed besides its glass. In a hall's plain http, wake lock and notifications
 * do not exist, and not every phone vibrates: whatever is missing is left out, and nothing is promised.
 */
export function createAlerts(): Alerts {
  const listeners = new Set<() => void>();
  let audio: AudioContext | null = null;
  let wakeLock: WakeLockSentinel | null = null;
  let awake = false;

  const changed = () => {
    for (const listener of listeners) listener();
  };
  const sound = (): Sound => {
    if (!('AudioContext' in window)) return 'none';
    return audio?.state === 'running' ? 'on' : 'locked';
  };
  const stayAwake = () => {
    if (!awake || document.hidden || !navigator.wakeLock || (wakeLock !== null && !wakeLock.released)) return;
    navigator.wakeLock.request('screen').then(
      (lock) => {
        wakeLock = lock;
      },
      // Refused when the battery is low: the page goes on as on any other phone.
      () => {},
    );
  };
  const unlock = () => {
    awake = true;
    stayAwake();
    if (!('AudioContext' in window)) return;
    if (audio === null) {
      audio = new AudioContext();
      audio.addEventListener('statechange', changed);
    }
    if (audio.state !== 'running') audio.resume().then(changed, () => {});
  };
  const play = (signal: Signal) => {
    if (audio === null) return;
    const from = audio.currentTime + 0.02;
    for (const [hertz, at] of tunes[signal]) {
      const tone = new OscillatorNode(audio, { type: 'triangle', frequency: hertz });
      const gain = new GainNode(audio, { gain: 0 });
      gain.gain.setValueAtTime(0, from + at);
      gain.gain.linearRampToValueAtTime(loudness[signal], from + at + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.001, from + at + 0.45);
      tone.connect(gain).connect(audio.destination);
      tone.start(from + at);
      tone.stop(from + at + 0.5);
    }
  };
  const notify = (words: string) => {
    if (!document.hidden || !canNotify() || Notification.permission !== 'granted') return;
    try {
      new Notification(words);
    } catch {
      // Some phones have the name but only let a service worker use it.
    }
  };
  const onVisible = () => {
    if (document.hidden) return;
    // A phone that slept has taken both away.
    stayAwake();
    if (audio !== null && audio.state !== 'running') audio.resume().then(changed, changed);
  };

  addEventListener('click', unlock, { capture: true });
  document.addEventListener('visibilitychange', onVisible);
  return {
    sound,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    unlock,
    turnOn() {
      unlock();
      play('ready');
      if (canNotify() && Notification.permission === 'default') {
        Promise.resolve(Notification.requestPermission()).catch(() => {});
      }
    },
    ring(signal, words) {
      if (audio?.state === 'running') play(signal);
      // Not every phone has them, whatever the types say. Before the first touch a browser refuses, and complains.
      if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(vibrations[signal]);
      notify(words);
    },
    close() {
      removeEventListener('click', unlock, { capture: true });
      document.removeEventListener('visibilitychange', onVisible);
      listeners.clear();
      audio?.close().catch(() => {});
      wakeLock?.release().catch(() => {});
    },
  };
}
