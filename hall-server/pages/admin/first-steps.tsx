import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { Setup } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';

/** Each needs what stands before it. Services also need their groups, on the same page. */
const steps = ['zones', 'queues', 'services', 'workProfiles', 'counters'] as const satisfies readonly (keyof Setup)[];

const inUse = (setup: Setup, step: (typeof steps)[number]) => setup[step].filter(({ active }) => active).length;

/** Whether anything is still missing without which nobody can take a number or be called. */
export function isIncomplete(setup: Setup): boolean {
  return steps.some((step) => inUse(setup, step) === 0);
}

/** Nothing of a hall yet: an administrator is guided through it. */
export function isBlank(setup: Setup): boolean {
  return (['queues', 'services', 'workProfiles', 'counters'] as const).every((step) => setup[step].length === 0);
}

/** A hall that was begun has nothing to show yet: what to fill in, in which order. */
export function FirstSteps({ setup }: { setup: Setup }) {
  const texts = useTexts(adminTexts);
  return (
    <section className="admin-steps">
      <h3>{texts.firstSteps}</h3>
      <p className="admin-soft">{texts.firstStepsHelp}</p>
      <ol>
        {steps.map((step) => {
          const count = inUse(setup, step);
          return (
            <li key={step}>
              <a href={`#${step}`}>{texts.sections[step]}</a>
              {count === 0 ? (
                <span className="admin-soft">
                  <CircleDashed size={18} aria-hidden />
                  {texts.none}
                </span>
              ) : (
                <span className="admin-good">
                  <CircleCheck size={18} aria-hidden />
                  {texts.already(count)}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
