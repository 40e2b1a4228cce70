import './counter.css';
import { Button } from 'antd';
import { CircleCheck, DoorClosed, UserRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import { RefusalBar } from '../../../shared/browser/staff/refusal-bar.tsx';
import { StaffHeader } from '../../../shared/browser/staff/staff-header.tsx';
import { usePressGuard } from '../../../shared/browser/staff/use-press-guard.ts';
import type { CounterId, WorkProfileId } from '../../../shared/ids.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { helpTexts } from '../../../shared/texts/help.ts';
import type { CounterState, CounterView } from '../../../shared/views.ts';
import type { Shown } from './shown.ts';

const lastCounterKey = 'counter';

type OpenCounterProps = Shown & {
  readonly view: CounterView;
  /** The counter that a colleague has just taken over from whoever looks. */
  readonly takenOver: string | null;
};

/** Which counter, which work profile: two choices by arrow keys and Enter, both as last time if possible. */
export function OpenCounter({ view, takenOver, onCommand, ...shown }: OpenCounterProps) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];
  const guard = usePressGuard('choosing');
  const [counterId, setCounterId] = useState<string | null>(() => localStorage.getItem(lastCounterKey));
  const [profileId, setProfileId] = useState<WorkProfileId | null>(null);
  const chosen = view.counters.find((counter) => counter.counterId === counterId) ?? null;
  const taken = chosen !== null && chosen.status !== 'closed';
  const workProfileId = profileId ?? chosen?.workProfileId ?? null;
  const lost = shown.link === 'lost';
  const form = useRef<HTMLFormElement>(null);
  // Arrow keys and Enter work from the first moment: the chosen counter, else the first.
  useEffect(() => {
    const counters = form.current?.querySelectorAll<HTMLInputElement>('input[name="counter"]');
    const inputs = [...(counters ?? [])];
    (inputs.find((input) => input.checked) ?? inputs[0])?.focus();
  }, []);

  const choose = (id: CounterId) => {
    setCounterId(id);
    setProfileId(null);
  };
  const open = () => {
    if (chosen === null || workProfileId === null || lost) return;
    localStorage.setItem(lastCounterKey, chosen.counterId);
    onCommand(
      taken
        ? { type: 'takeOverCounter', counterId: chosen.counterId }
        : { type: 'openCounter', counterId: chosen.counterId, workProfileId },
    );
  };

  return (
    <div className="counter-page">
      <StaffHeader hall={view.hall} page="counter" {...shown} />
      <RefusalBar {...shown} lostHelp={lost ? texts.lostHelp : null} />
      {takenOver !== null && (
        <p className="open-counter-closed" role="status">
          <UserRound size={20} aria-hidden />
          {texts.takenOver(takenOver)}
        </p>
      )}
      {view.closedForMe !== null && (
        <p className="open-counter-closed" role="status">
          <DoorClosed size={20} aria-hidden />
          {helpTexts[language].closedBy(
            view.closedForMe.label,
            shown.nameOf(view.closedForMe.by),
            clockTime(view.closedForMe.at, view.hall.timeZone),
          )}
        </p>
      )}
      <form
        ref={form}
        className="open-counter"
        onSubmit={(event) => {
          event.preventDefault();
          guard(open);
        }}
      >
        <fieldset>
          <legend>{texts.chooseCounter}</legend>
          {byZone(view.counters).map(([zone, counters]) => (
            <div key={zone} className="open-counter-zone">
              <h3>{say(counters[0].zoneName)}</h3>
              <div>
                {counters.map((counter) => (
                  <label key={counter.counterId} className="radio-card" data-taken={counter.status !== 'closed'}>
                    <input
                      type="radio"
                      name="counter"
                      checked={counter.counterId === counterId}
                      onChange={() => choose(counter.counterId)}
                    />
                    <b>{counter.label}</b>
                    {counter.status === 'closed' ? (
                      <span>
                        <CircleCheck size={16} aria-hidden />
                        {texts.free}
                      </span>
                    ) : (
                      <span>
                        <UserRound size={16} aria-hidden />
                        {texts.inUse}
                      </span>
                    )}
                  </label>
                ))}
              </div>
            </div>
          ))}
        </fieldset>
        {chosen !== null && !taken && (
          <fieldset>
            <legend>{texts.chooseProfile}</legend>
            <div className="open-counter-profiles">
              {view.workProfiles.map((profile) => (
                <label key={profile.id} className="radio-card">
                  <input
                    type="radio"
                    name="profile"
                    checked={profile.id === workProfileId}
                    onChange={() => setProfileId(profile.id)}
                  />
                  <span>{say(profile.name)}</span>
                  {profile.id === chosen.workProfileId && <small>{texts.usualProfile}</small>}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {chosen !== null && taken && <p className="open-counter-taken">{texts.takeOverHelp(chosen.label)}</p>}
        <Button type="primary" htmlType="submit" size="large" disabled={chosen === null || lost}>
          {chosen === null ? texts.openNone : taken ? texts.takeOver(chosen.label) : texts.open(chosen.label)}
          {chosen !== null && <KeyCap>Enter</KeyCap>}
        </Button>
      </form>
    </div>
  );
}

type SomeCounters = [CounterState, ...CounterState[]];

/** The counters under their zones, both in the hall's order. */
function byZone(counters: readonly CounterState[]): [string, SomeCounters][] {
  const zones = new Map<string, SomeCounters>();
  for (const counter of counters) {
    const name = counter.zoneName.zhHans;
    const zone = zones.get(name);
    if (zone === undefined) zones.set(name, [counter]);
    else zone.push(counter);
  }
  return [...zones];
}
