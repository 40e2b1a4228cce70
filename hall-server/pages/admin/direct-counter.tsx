import { Button, Dropdown } from 'antd';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import { type CommandOf, pauseReasons } from '../../../shared/commands.ts';
import type { StaffRow } from '../../../shared/http.ts';
import { directCounterTexts } from '../../../shared/texts/direct-counter.ts';
import { words } from '../../../shared/texts/words.ts';
import type { AdminView } from '../../../shared/views.ts';
import { OpenFor } from './open-for.tsx';

type Counter = AdminView['today']['counters'][number];
type Order = CommandOf<'directCounter'>['order'];

interface DirectCounterProps {
  readonly counter: Counter;
  readonly profiles: AdminView['setup']['workProfiles'];
  readonly order: (command: CommandOf<'directCounter'>) => void;
  /** Who may work at a counter and is at none now. */
  readonly free: readonly StaffRow[];
}

/** A counter does what the manager has it do; each order is asked about once more. */
export function DirectCounter({ counter, profiles, order, free }: DirectCounterProps) {
  const { language, say } = useSpeech();
  const texts = directCounterTexts[language];
  const [asked, setAsked] = useState<'pause' | 'close' | 'profile' | 'open' | null>(null);
  const { counterId, label, status, workProfileId } = counter;
  const act = (what: Order) => {
    setAsked(null);
    order({ type: 'directCounter', counterId, order: what });
  };
  const close = () => setAsked(null);
  const others = profiles.filter(({ id, active }) => active && id !== workProfileId);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items:
            status === 'closed'
              ? [{ key: 'open', label: texts.openForSomebody }]
              : [
                  status === 'paused' ? { key: 'resume', label: texts.resume } : { key: 'pause', label: texts.pause },
                  { key: 'profile', label: texts.profile, disabled: others.length === 0 },
                  { key: 'close', label: texts.close, danger: true },
                ],
          onClick: ({ key }) => {
            if (key === 'resume') act({ to: 'resume' });
            else setAsked(key as 'pause' | 'close' | 'profile' | 'open');
          },
        }}
      >
        <Button
          type="text"
          size="small"
          aria-label={texts.direct(label)}
          icon={<SlidersHorizontal size={16} aria-hidden />}
        />
      </Dropdown>
      {asked === 'open' && (
        <OpenFor
          {...{ counter, profiles, free, close }}
          open={(staffId, workProfileId) => act({ to: 'open', staffId, workProfileId })}
        />
      )}
      {asked === 'pause' && (
        <ChoiceDialog
          title={texts.pauseWhy(label)}
          choices={pauseReasons.map((reason) => ({ id: reason, label: words[language].pauseReasons[reason] }))}
          choose={(reason) => act({ to: 'pause', reason })}
          close={close}
        />
      )}
      {asked === 'close' && (
        <ChoiceDialog
          title={texts.closeSure(label)}
          choices={[{ id: 'yes', label: texts.close, hint: texts.closeHint }]}
          choose={() => act({ to: 'close' })}
          close={close}
        />
      )}
      {asked === 'profile' && (
        <ChoiceDialog
          title={texts.profileWhich(label)}
          choices={others.map(({ id, name }) => ({ id, label: say(name) }))}
          choose={(id) => act({ to: 'profile', workProfileId: id })}
          close={close}
        >
          <p className="admin-soft">{texts.profileHint}</p>
        </ChoiceDialog>
      )}
    </>
  );
}
