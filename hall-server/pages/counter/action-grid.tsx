import {
  ArrowRightLeft,
  CirclePause,
  CirclePlay,
  DoorClosed,
  Flag,
  Hand,
  HandHelping,
  ListPlus,
  type LucideIcon,
  Play,
  Repeat,
  Undo2,
  UserX,
} from 'lucide-react';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import { type Action, type ActionName, actionKeys } from './actions.ts';

const icons = {
  startService: Play,
  recall: Repeat,
  markMissed: UserX,
  finish: Flag,
  hold: Hand,
  transfer: ArrowRightLeft,
  services: ListPlus,
  withdraw: Undo2,
  pause: CirclePause,
  close: DoorClosed,
  help: HandHelping,
} as const satisfies Record<ActionName, LucideIcon>;

/** `aria-disabled` rather than `disabled`: focus must not jump from under a finger when an action becomes impossible. */
export function ActionGrid(props: {
  actions: readonly Action[];
  paused: boolean;
  helpCalled: boolean;
  act: (name: ActionName) => void;
}) {
  return (
    <div className="action-grid">
      {props.actions.map(({ name, label, hint, possible }) => {
        const Icon = name === 'pause' && props.paused ? CirclePlay : icons[name];
        return (
          <button
            key={name}
            type="button"
            className={name === 'help' ? 'action-tile action-tile-wide' : 'action-tile'}
            data-called={name === 'help' && props.helpCalled}
            aria-disabled={!possible}
            aria-keyshortcuts={actionKeys[name]}
            onClick={() => possible && props.act(name)}
          >
            <Icon size={20} strokeWidth={2} aria-hidden />
            <KeyCap>{actionKeys[name]}</KeyCap>
            <b>{label}</b>
            <small>{hint}</small>
          </button>
        );
      })}
    </div>
  );
}
