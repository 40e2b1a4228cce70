import './wall.css';
import { ArrowLeft, CircleCheck, HandHelping, TriangleAlert, WifiOff } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { adminScreensTexts } from '../../../shared/texts/admin-screens.ts';
import { wallTexts } from '../../../shared/texts/wall.ts';
import type { AdminView } from '../../../shared/views.ts';
import type { AdminPageProps } from './admin-page.tsx';
import { wholeOf } from './alerts.ts';
import { levelIcons, levelOf, percentOf } from './service-level.tsx';
import { useAlerts, useAlertWords } from './use-alerts.ts';
import { useHelpSound } from './use-help-sound.ts';
import { pageOf, wallRows, wallSizes } from './wall-sizes.ts';

type Today = AdminView['today'];
type Level = Parameters<typeof levelOf>[0];

export type WallProps = Pick<AdminPageProps, 'view' | 'now' | 'link' | 'heardAt' | 'questions'>;

/** Letters of a name that stand in two lines; a longer one is set smaller, the letter beside it stays. */
const longName = 34;

/** Names of staff are not for a wall. */
const nobody = () => null;

const minutesSince = (since: number, now: number) => Math.max(0, Math.floor((now - since) / 60_000));

/** The hall as it is now, for the wall of the office: no names of staff, nothing to press but the way back. */
export function Wall({ view, now, link, heardAt, questions }: WallProps) {
  const { language, say } = useSpeech();
  const texts = wallTexts[language];
  const dark = useDark();
  useAwake();
  const { today, setup, hall } = view;
  const whole = wholeOf(today.queues.map(({ withinTarget }) => withinTarget));
  const sizes = {
    '--figure': wallSizes.figure,
    '--word': wallSizes.word,
    '--name': language === 'en' ? wallSizes.latin : wallSizes.han,
    '--state': language === 'en' ? wallSizes.word : wallSizes.han,
  } as CSSProperties;
  return (
    <main className="wall" data-theme={dark ? 'dark' : 'light'} style={sizes}>
      <h1 className="visually-hidden">{texts.title(say(hall.name))}</h1>
      <dl className="wall-strip">
        <Fact name={texts.waiting}>{today.waiting}</Fact>
        <Fact name={texts.issued}>{today.issued}</Fact>
        <Fact name={texts.done}>{today.done}</Fact>
        <Fact name={texts.inTime}>
          <InTime part={whole} rules={setup.rules.alerts} />
        </Fact>
      </dl>
      <div className="wall-clock">
        <time>{clockTime(now, hall.timeZone)}</time>
        <button type="button" onClick={leaveWall}>
          <ArrowLeft size={20} aria-hidden />
          {texts.back}
        </button>
      </div>
      {link === 'live' ? (
        <Alerts {...{ view, now, questions }} />
      ) : (
        <p className="wall-bar wall-bar-stale" role="status">
          <WifiOff aria-hidden />
          {texts.stale(heardAt === null ? '–' : clockTime(heardAt, hall.timeZone))}
        </p>
      )}
      <Queues queues={today.queues} rules={setup.rules} now={now} />
      <Counters counters={today.counters} now={now} />
    </main>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** One at a time, in turns, so that each can be large. */
function Alerts({ view, now, questions }: Pick<WallProps, 'view' | 'now' | 'questions'>) {
  const { language } = useSpeech();
  const texts = wallTexts[language];
  const found = useAlerts(view, questions, now);
  useHelpSound(found.alerts);
  const words = useAlertWords(view, found, now, nobody, 'letter');
  const screens = adminScreensTexts[language];
  const helps = found.alerts.flatMap((alert) => (alert.kind === 'help' ? [alert] : []));
  const open = helps.filter(({ answered }) => answered === null);
  const calls = open.length > 0 ? open : helps;
  const emergency =
    view.emergency === null ? [] : [{ what: `${screens.emergency} · ${screens.nowShown}`, isHelp: true }];
  // While somebody calls for help, nothing else takes its place; nobody has gone yet before somebody has.
  const said = [
    ...emergency,
    ...(calls.length > 0 ? calls : found.alerts).map((alert) => {
      const { what, help } = words(alert);
      return alert.kind === 'help' ? { what: `${what} · ${help}`, isHelp: true } : { what, isHelp: false };
    }),
  ];
  const { rows, page, pages } = pageOf(said, 1, now);
  const [shown] = rows;
  const { day, closed } = view.today;
  const quiet = day === null ? texts.noDay : closed ? texts.closed : texts.allWell;
  return shown === undefined ? (
    <p className="wall-bar" role="status">
      <CircleCheck aria-hidden />
      {quiet}
    </p>
  ) : (
    <p className={shown.isHelp ? 'wall-bar wall-bar-help' : 'wall-bar wall-bar-warn'} role="status">
      {shown.isHelp ? <HandHelping aria-hidden /> : <TriangleAlert aria-hidden />}
      <span className="wall-bar-words">{shown.what}</span>
      {pages > 1 && <span>{texts.page(page, pages)}</span>}
    </p>
  );
}

/** As on the page of today, in one word and large: the share, an icon, a colour. */
function InTime({ part, rules }: { part: Level; rules: Parameters<typeof levelOf>[1] }) {
  const { language } = useSpeech();
  const texts = wallTexts[language];
  const level = levelOf(part, rules);
  if (level === null) return texts.none;
  const Icon = levelIcons[level];
  return (
    <span className={`wall-level wall-level-${level}`}>
      <Icon aria-hidden />
      {percentOf(part)}% <span>{texts.levels[level]}</span>
    </span>
  );
}

interface QueuesProps {
  readonly queues: Today['queues'];
  readonly rules: AdminView['setup']['rules'];
  readonly now: number;
}

function Queues({ queues, rules, now }: QueuesProps) {
  const { language, say } = useSpeech();
  const texts = wallTexts[language];
  const { rows, page, pages } = pageOf(queues, wallRows.queues, now);
  const target = rules.call.targetWaitMinutes;
  return (
    <table className="wall-queues">
      <thead>
        <tr>
          <th colSpan={2}>
            {texts.queue} {pages > 1 && texts.page(page, pages)}
          </th>
          <th>{texts.waiting}</th>
          <th>{texts.longest}</th>
          <th>{texts.expected}</th>
          <th>{texts.inTime}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ queueId, prefix, name, waiting, oldestIssuedAt, wait, withinTarget }) => {
          const longest = oldestIssuedAt === null ? null : minutesSince(oldestIssuedAt, now);
          return (
            <tr key={queueId}>
              <td>{prefix}</td>
              <td>
                <div className="wall-name" data-long={say(name).length > longName}>
                  {say(name)}
                </div>
              </td>
              <td>{waiting}</td>
              <td>
                {longest !== null && longest > target ? (
                  <span className="wall-over">
                    <TriangleAlert aria-hidden />
                    {longest}
                  </span>
                ) : (
                  (longest ?? texts.none)
                )}
              </td>
              <td>{wait === null ? texts.none : `${wait.lowMinutes}–${wait.highMinutes}`}</td>
              <td>
                <InTime part={withinTarget} rules={rules.alerts} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Counters({ counters, now }: { counters: Today['counters']; now: number }) {
  const { language } = useSpeech();
  const texts = wallTexts[language];
  const { rows, page, pages } = pageOf(counters, wallRows.counters, now);
  return (
    <table className="wall-counters">
      <thead>
        <tr>
          <th colSpan={2}>
            {texts.counter} {pages > 1 && texts.page(page, pages)}
          </th>
          <th>{texts.minutes}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ counterId, label, status, ticketStatus, since, ticketSince, idleSince }) => {
          const from = ticketSince ?? idleSince ?? since;
          return (
            <tr key={counterId} data-status={ticketStatus ?? status}>
              <td>{label}</td>
              <td>{texts.states[ticketStatus ?? status]}</td>
              <td>{status === 'closed' || from === null ? '' : minutesSince(from, now)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** On the whole glass, where the browser allows it; must come from a press. */
export function goToWall() {
  location.hash = 'wall';
  void document.documentElement.requestFullscreen?.().catch(() => {});
}

function leaveWall() {
  location.hash = 'today';
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => {});
}

const darkness = '(prefers-color-scheme: dark)';
/** As the computer behind the screen is set. */
function useDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(darkness);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(darkness).matches,
  );
}

/** Keeps the glass lit where the browser can (over HTTPS); else the computer's own settings have to. */
function useAwake() {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let gone = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      const given = await navigator.wakeLock.request('screen').catch(() => null);
      if (gone) await given?.release();
      else lock = given;
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
