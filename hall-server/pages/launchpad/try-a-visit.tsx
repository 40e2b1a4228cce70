import { ArrowUpRight } from 'lucide-react';
import type { DeviceKind, Role } from '../../../shared/actors.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { HallCard } from '../../../shared/http.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { launchpadTexts } from '../../../shared/texts/launchpad.ts';
import { addressOfDevice, addressOfKind, addressOfStaffPage } from './page-addresses.ts';

interface Step {
  readonly title: string;
  readonly say: string;
  readonly open: string;
  readonly address: string;
  /** Whose account this step needs, if any. */
  readonly as: Role | null;
}

/** One visit through five pages, each opened where it is needed. */
export function TryAVisit({ card }: { card: HallCard }) {
  const texts = useTexts(launchpadTexts);
  const common = useTexts(commonTexts);
  const { screen, take, call, rate, look } = texts.steps;
  const firstOf = (kind: DeviceKind) => card.demoDevices.find((device) => device.assignment.kind === kind);
  const deviceOf = (kind: DeviceKind) => {
    const device = firstOf(kind);
    return device === undefined ? addressOfKind(kind) : addressOfDevice(device);
  };
  // The counter to open is the one whose rating kiosk step four opens.
  const counter = common.counterNamed(firstOf('ratingKiosk')?.counterLabel ?? '1');
  const steps: readonly Step[] = [
    { ...screen, address: deviceOf('hallScreen'), as: null },
    { ...take, address: deviceOf('ticketKiosk'), as: null },
    { ...call, say: call.say(counter), address: addressOfStaffPage('counter'), as: 'clerk' },
    { ...rate, say: rate.say(counter), address: deviceOf('ratingKiosk'), as: null },
    { ...look, address: addressOfStaffPage('admin'), as: 'administrator' },
  ];
  return (
    <section className="launchpad-try" aria-labelledby="try">
      <h2 id="try">{texts.tryTitle}</h2>
      <p>{texts.tryLead}</p>
      <ol>
        {steps.map((step, index) => {
          const account = card.demoAccounts.find(({ role }) => role === step.as);
          return (
            <li key={step.title}>
              <span className="launchpad-step" aria-hidden="true">
                {index + 1}
              </span>
              <h3>{step.title}</h3>
              <p>{step.say}</p>
              {account !== undefined && (
                <p className="launchpad-account">
                  <span>{`${texts.login} ${account.login}`}</span>
                  <span>{`${texts.password} ${account.password}`}</span>
                </p>
              )}
              <a
                className={index === 0 ? 'launchpad-button launchpad-button-main' : 'launchpad-button'}
                href={step.address}
                target="_blank"
                rel="noopener"
              >
                {step.open}
                <ArrowUpRight size={20} aria-hidden />
                <span className="visually-hidden">{texts.newTab}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
