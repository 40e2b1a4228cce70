import { useRef, useState } from 'react';
import { type Answer, newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { ShownSlip } from '../../../shared/http.ts';
import type { CommandId, ServiceId } from '../../../shared/ids.ts';
import type { GroupChoice, ServiceChoice } from '../../../shared/views.ts';
import { commandOf, firstStep, isSameWish, type Step, stepAfter, type Wish } from './steps.ts';

export type Send = (command: Command, id: CommandId) => Promise<Answer>;

export interface Visit {
  readonly step: Step;
  readonly canGoBack: boolean;
  /** What is being asked of the hall just now; nothing else can be done meanwhile. */
  readonly sending: Wish | null;
  readonly go: (step: Step) => void;
  /** The same step with something changed in it. */
  readonly replace: (step: Step) => void;
  readonly back: () => void;
  readonly startAgain: () => void;
  /** The next visitor shall find nothing of this one. */
  readonly forget: () => void;
  readonly ask: (wish: Wish) => void;
  /** The visit whose errand the next number goes on with; kept until there is one, or somebody starts again. */
  readonly earlier: ShownSlip | null;
  readonly goOnWith: (earlier: ShownSlip) => void;
  /** Chosen so far where several things are to be done on one number; null: the first choice gives it. */
  readonly several: readonly Chosen[] | null;
  readonly takeSeveral: () => void;
  readonly alsoFor: (chosen: Chosen) => void;
  readonly without: (serviceId: ServiceId) => void;
}

export interface Chosen {
  readonly service: ServiceChoice;
  readonly group: GroupChoice;
}

/** One visitor's way through the kiosk. Going back retraces the steps; an answer of the hall ends the way back. */
export function useVisit(send: Send, first: Step, chosen: readonly Chosen[] | null): Visit {
  const { language } = useSpeech();
  const [trail, setTrail] = useState<readonly Step[]>([first]);
  const [sending, setSending] = useState<Wish | null>(null);
  const [earlier, setEarlier] = useState<ShownSlip | null>(null);
  const [several, setSeveral] = useState(chosen);
  const forgetChoices = () => {
    setEarlier(null);
    setSeveral(null);
  };
  /** A wish the hall may have fulfilled without our hearing of it: asked again, it must be the very same command. */
  const unanswered = useRef<{ wish: Wish; command: Command; id: CommandId } | null>(null);

  async function ask(wish: Wish) {
    const known = unanswered.current;
    const repeat = known !== null && isSameWish(known.wish, wish);
    const asked = repeat ? known : { wish, command: commandOf(wish, language), id: newCommandId() };
    unanswered.current = asked;
    setSending(wish);
    const answer = await send(asked.command, asked.id);
    if (answer.ok || answer.code !== 'unreachable') unanswered.current = null;
    setSending(null);
    const next = stepAfter(wish, answer);
    if (answer.ok) forgetChoices();
    setTrail((way) => (answer.ok ? [next] : [...way.filter(({ at }) => at !== 'refused'), next]));
  }

  return {
    step: trail.at(-1) ?? firstStep,
    canGoBack: trail.length > 1,
    sending,
    go: (step) => setTrail((way) => [...way, step]),
    replace: (step) => setTrail((way) => [...way.slice(0, -1), step]),
    back: () => setTrail((way) => (way.length > 1 ? way.slice(0, -1) : way)),
    startAgain: () => {
      forgetChoices();
      setTrail([firstStep]);
    },
    forget: () => {
      unanswered.current = null;
      forgetChoices();
      setTrail([firstStep]);
    },
    ask: (wish) => void ask(wish),
    earlier,
    several,
    takeSeveral: () => {
      setSeveral([]);
      setTrail([firstStep]);
    },
    alsoFor: (chosen) => {
      const others = (several ?? []).filter(({ service }) => service.serviceId !== chosen.service.serviceId);
      setSeveral([...others, chosen]);
      setTrail([firstStep, { at: 'several' }]);
    },
    without: (serviceId) => {
      const others = (several ?? []).filter(({ service }) => service.serviceId !== serviceId);
      setSeveral(others);
      if (others.length === 0) setTrail([firstStep]);
    },
    goOnWith: (slip) => {
      setEarlier(slip);
      setTrail((way) => [...way, firstStep]);
    },
  };
}
