import {
  ArrowUpRight,
  BellRing,
  BookOpenText,
  Braces,
  CalendarPlus,
  ConciergeBell,
  FileCheck,
  Hourglass,
  type LucideIcon,
  Monitor,
  PanelTop,
  QrCode,
  Settings,
  Smartphone,
  Star,
  Ticket,
  Tv,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeviceKind } from '../../../shared/actors.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import type { HallCard, StaffPage } from '../../../shared/http.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { type LaunchpadTexts, launchpadTexts } from '../../../shared/texts/launchpad.ts';
import { words } from '../../../shared/texts/words.ts';
import { addressOfDevice, addressOfKind, addressOfStaffPage, type DemoDevice } from './page-addresses.ts';

type PageName = keyof LaunchpadTexts['pages'];

const icons: Record<PageName, LucideIcon> = {
  ticketKiosk: Ticket,
  ratingKiosk: Star,
  phone: Smartphone,
  now: Hourglass,
  book: CalendarPlus,
  poster: QrCode,
  diaries: BookOpenText,
  hallScreen: Tv,
  zoneScreen: Monitor,
  pickUpScreen: FileCheck,
  counterScreen: PanelTop,
  counter: BellRing,
  desk: ConciergeBell,
  admin: Settings,
  api: Braces,
};

const staffPages = ['counter', 'desk', 'admin'] as const satisfies readonly StaffPage[];

/** Every page under the people it is for. */
export function PageList({ card }: { card: HallCard }) {
  const texts = useTexts(launchpadTexts);
  const devices = (kind: DeviceKind) => {
    const known = card.demoDevices.filter(({ assignment }) => assignment.kind === kind);
    return (
      <PageRow name={kind} address={known[0] === undefined ? addressOfKind(kind) : addressOfDevice(known[0])}>
        {known.length > 1 && <DemoDevices devices={known} />}
      </PageRow>
    );
  };
  return (
    <div className="launchpad-pages">
      <section>
        <h2>{texts.visitors}</h2>
        {devices('ticketKiosk')}
        {devices('ratingKiosk')}
        <PageRow name="phone" address={null} />
        <PageRow name="now" address="/now/" />
        {card.hall.phoneBooking && <PageRow name="book" address="/book/" />}
        <PageRow name="poster" address="/poster/" />
        <PageRow name="diaries" address="/diaries/" />
      </section>
      <section>
        <h2>{texts.screens}</h2>
        {devices('hallScreen')}
        {devices('zoneScreen')}
        {devices('pickUpScreen')}
        {devices('counterScreen')}
      </section>
      <section>
        <h2>{texts.staff}</h2>
        {staffPages.map((page) => (
          <PageRow key={page} name={page} address={addressOfStaffPage(page)} />
        ))}
        <PageRow name="api" address="/api/v1" />
        {card.demoAccounts.length > 0 && <DemoAccounts accounts={card.demoAccounts} />}
      </section>
    </div>
  );
}

function PageRow(props: { name: PageName; address: string | null; children?: ReactNode }) {
  const texts = useTexts(launchpadTexts);
  const Icon = icons[props.name];
  const { name, say } = texts.pages[props.name];
  const inside = (
    <>
      <Icon size={24} aria-hidden />
      <span className="launchpad-words">
        <strong>
          {name}
          {props.address !== null && <ArrowUpRight size={20} aria-hidden />}
        </strong>
        <span className="launchpad-say">{say}</span>
      </span>
    </>
  );
  return (
    <div className="launchpad-page">
      {props.address === null ? (
        <div className="launchpad-row">{inside}</div>
      ) : (
        <a className="launchpad-row" href={props.address} target="_blank" rel="noopener">
          {inside}
          <span className="visually-hidden">{texts.newTab}</span>
        </a>
      )}
      {props.children}
    </div>
  );
}

/** The demo hall's devices of one kind, each by the place where it stands. */
function DemoDevices({ devices }: { devices: readonly DemoDevice[] }) {
  const { say, language } = useSpeech();
  const common = useTexts(commonTexts);
  const texts = useTexts(launchpadTexts);
  return (
    <ul className="launchpad-devices">
      {devices.map((device) => {
        const { counterLabel, zoneName } = device;
        // Neither at a counter nor in a zone: where everybody passes on the way out.
        const place =
          counterLabel !== null ? common.counterNamed(counterLabel) : zoneName === null ? texts.exit : say(zoneName);
        return (
          <li key={device.deviceId}>
            <a
              href={addressOfDevice(device)}
              target="_blank"
              rel="noopener"
              aria-label={`${words[language].deviceKinds[device.assignment.kind]} ${place}`}
            >
              {counterLabel ?? place}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function DemoAccounts({ accounts }: { accounts: HallCard['demoAccounts'] }) {
  const { language } = useSpeech();
  const texts = useTexts(launchpadTexts);
  return (
    <table className="launchpad-accounts">
      <caption>{texts.accounts}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.role}</th>
          <th scope="col">{texts.login}</th>
          <th scope="col">{texts.password}</th>
        </tr>
      </thead>
      <tbody>
        {likeAccounts(accounts).map(([{ role, password, login }, ...others]) => (
          <tr key={login}>
            <td>{words[language].roles[role]}</td>
            <td>{others.length === 0 ? login : `${login} – ${others.at(-1)?.login}`}</td>
            <td>{password}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Account = HallCard['demoAccounts'][number];

/** Neighbours that differ in nothing but their number, such as twelve clerks, together. */
function likeAccounts(accounts: readonly Account[]): readonly (readonly [Account, ...Account[]])[] {
  const groups: [Account, ...Account[]][] = [];
  for (const account of accounts) {
    const last = groups.at(-1);
    if (last?.[0].role === account.role && last[0].password === account.password) last.push(account);
    else groups.push([account]);
  }
  return groups;
}
