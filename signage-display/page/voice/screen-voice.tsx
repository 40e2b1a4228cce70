import { Component, type ReactNode, useEffect, useMemo } from 'react';
import type { BoardView, SignView } from '../../../shared/views.ts';
import { noteHealth } from '../health.ts';
import type { VoiceEvent } from './announcer.ts';
import { useVoice } from './use-voice.ts';

interface ScreenVoiceProps {
  readonly view: BoardView | SignView;
  readonly isLive: boolean;
  readonly now: () => number;
  readonly log?: (event: VoiceEvent) => void;
}

/** The voice of a screen: draws nothing, stands beside what is drawn, and may fail without it. */
export function ScreenVoice(props: ScreenVoiceProps) {
  return (
    <Apart>
      <Speaking {...props} />
    </Apart>
  );
}

function Speaking({ view, ...voice }: ScreenVoiceProps) {
  const calls = useMemo(() => (view.kind === 'board' ? view.calls : view.call === null ? [] : [view.call]), [view]);
  const { speaks } = view.sound;
  const volume = speaks ? view.sound.volume : 0;
  const { state, faults } = useVoice({ ...voice, volume, calls, languages: view.hall.voiceLanguages });
  // Gone, as under an emergency message, it is silent on purpose.
  useEffect(() => () => noteHealth({ sound: 'off' }), []);
  useEffect(() => {
    document.documentElement.dataset.voice = state;
    noteHealth({ sound: !speaks ? 'off' : state === 'silent' ? 'mute' : state });
    if (faults.length > 0) console.warn(`voice ${state}: ${faults.join('; ')}`);
  }, [state, faults, speaks]);
  return null;
}

/** A fault in here must not reach the picture. */
class Apart extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override componentDidCatch() {
    document.documentElement.dataset.voice = 'broken';
    noteHealth({ sound: 'broken' });
  }
  override render() {
    return this.state.broken ? null : this.props.children;
  }
}
