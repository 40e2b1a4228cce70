import './device-gate.css';
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { DeviceKind } from '../actors.ts';
import type { PairingState } from '../http.ts';
import { languages, languageTags } from '../languages.ts';
import { DeviceSlot, type GlassReport } from '../protocol.ts';
import { commonTexts } from '../texts/common.ts';
import { pairingTexts } from '../texts/pairing.ts';
import { words } from '../texts/words.ts';
import { type View, viewOfDevice } from '../views.ts';
import { ask } from './ask.ts';
import { connectHall, type HallConnection } from './hall-connection.ts';
import { useTexts } from './language.tsx';

const askAgainMs = 2_000;
const tryAgainMs = 10_000;
const unreachableAfterMs = 4_000;
const noteMs = 8_000;

/**
 * The door of every device's page: connects as the device of this window, or shows a code until an administrator has
 * paired it, then lets the page through. `?device=` names the window where one machine shows several devices.
 */
export function DeviceGate<Shown extends View>(props: {
  kind: DeviceKind;
  children: (connection: HallConnection<Shown>) => ReactNode;
}) {
  const { kind } = props;
  const [wants] = useState(askedSlot);
  const slot = wants ?? kind;
  const connection = useDeviceConnection<Shown>(slot);
  const [pairedBefore, setPairedBefore] = useState(false);
  const [noted, setNoted] = useState(false);
  const paired = useCallback(
    (byItself: boolean) => {
      setPairedBefore(true);
      setNoted(byItself);
      connection?.retry();
    },
    [connection],
  );

  useEffect(() => {
    if (!noted) return;
    const timer = setTimeout(() => setNoted(false), noteMs);
    return () => clearTimeout(timer);
  }, [noted]);

  if (connection === null) return <Connecting />;
  return (
    <>
      <Door {...{ connection, slot, kind, wants, pairedBefore, paired }}>{props.children}</Door>
      {noted && <ByItselfNote />}
    </>
  );
}

function glassOfWindow(): GlassReport {
  return { width: innerWidth, height: innerHeight, devicePixelRatio };
}

function askedSlot(): string | null {
  const asked = DeviceSlot.safeParse(new URLSearchParams(location.search).get('device'));
  return asked.success ? asked.data : null;
}

/** One connection while the page is mounted; made a tick late, so StrictMode's rehearsal opens none. */
function useDeviceConnection<Shown extends View>(slot: string): HallConnection<Shown> | null {
  const [connection, setConnection] = useState<HallConnection<Shown> | null>(null);
  useEffect(() => {
    let made: HallConnection<Shown> | null = null;
    const timer = setTimeout(() => {
      made = connectHall<Shown>({ audience: 'device', slot });
      setConnection(made);
    });
    return () => {
      clearTimeout(timer);
      made?.close();
    };
  }, [slot]);
  return connection;
}

interface Asking {
  readonly slot: string;
  readonly kind: DeviceKind;
  readonly wants: string | null;
  /** Paired once and refused again: ask at a slower pace, or a window without cookies would ask without end. */
  readonly pairedBefore: boolean;
  readonly paired: (byItself: boolean) => void;
}

function Door<Shown extends View>(
  props: Asking & { connection: HallConnection<Shown>; children: (connection: HallConnection<Shown>) => ReactNode },
) {
  const { connection, slot, kind } = props;
  // Only what decides the door is watched here; the page inside watches the rest.
  const refusal = useSyncExternalStore(connection.subscribe, () => connection.state().refusal);
  const shown = useSyncExternalStore(connection.subscribe, () => connection.state().view?.kind ?? null);
  const elsewhere = shown === null ? null : pageElsewhere(kind, shown, slot);

  useEffect(() => {
    if (elsewhere !== null) location.replace(elsewhere);
  }, [elsewhere]);
  useEffect(() => {
    if (refusal === null || refusal === 'notPaired') return;
    const timer = setInterval(connection.retry, tryAgainMs);
    return () => clearInterval(timer);
  }, [connection, refusal]);

  if (refusal === 'notPaired') return <Pairing {...props} />;
  if (refusal !== null) return <Said sentences={languages.map((language) => pairingTexts[language].notAccepted)} />;
  if (shown === null || elsewhere !== null) return <Connecting />;
  return props.children(connection);
}

const addresses = {
  ticketKiosk: '/kiosk/',
  ratingKiosk: '/rating/',
  board: '/screen/',
  sign: '/screen/',
} as const satisfies Record<(typeof viewOfDevice)[DeviceKind], string>;

/** An administrator may give a device another task: then the page of that task is where it belongs. */
function pageElsewhere(kind: DeviceKind, shown: View['kind'], slot: string): string | null {
  const here = addresses[viewOfDevice[kind]];
  const there = Object.entries(addresses).find(([view]) => view === shown)?.[1] ?? here;
  return there === here ? null : `${there}?device=${encodeURIComponent(slot)}`;
}

/** Asks for a code, shows it, and asks every two seconds whether somebody has entered it. */
function Pairing({ slot, kind, wants, pairedBefore, paired }: Asking) {
  const [code, setCode] = useState<string | null>(null);
  const [reached, setReached] = useState(true);

  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const again = (secret: string | null, afterMs: number) => {
      timer = setTimeout(() => step(secret), afterMs);
    };
    const step = async (secret: string | null) => {
      const asked =
        secret === null
          ? await ask<PairingState>('/api/pairing', { slot, kind, wants, glass: glassOfWindow() })
          : await ask<PairingState>('/api/pairing/poll', { slot, secret });
      if (left) return;
      setReached(asked.ok || asked.code !== 'unreachable');
      if (!asked.ok) {
        // A code the hall no longer knows is given up; a hall that cannot be reached may still know it.
        const keep = asked.code === 'unreachable' || asked.code === 'tooManyRequests';
        if (!keep) setCode(null);
        return again(keep ? secret : null, askAgainMs);
      }
      const { answer } = asked;
      switch (answer.state) {
        case 'waiting':
          setCode(answer.code);
          return again(answer.secret, askAgainMs);
        case 'over':
          setCode(null);
          return again(null, secret === null ? askAgainMs : 0);
        case 'paired':
          paired(answer.byItself);
      }
    };
    again(null, pairedBefore ? askAgainMs : 0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [slot, kind, wants, pairedBefore, paired]);

  if (!reached) return <Unreachable />;
  if (code === null) return <Connecting />;
  return <PairingCode code={code} kind={kind} />;
}

export function PairingCode({ code, kind }: { code: string; kind: DeviceKind }) {
  return (
    <main className="device-gate">
      <h1 className="device-gate-label">
        {languages.map((language) => (
          <span key={language} lang={languageTags[language]}>
            {pairingTexts[language].code}
          </span>
        ))}
      </h1>
      <p className="device-gate-code">{code}</p>
      {languages.map((language) => (
        <p key={language} lang={languageTags[language]}>
          {pairingTexts[language].howTo(words[language].deviceKinds[kind])}
        </p>
      ))}
    </main>
  );
}

/** Calm at first; says so when the server does not answer. The connection itself keeps trying. */
function Connecting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), unreachableAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return long ? <Unreachable /> : <Said sentences={languages.map((language) => commonTexts[language].loading)} />;
}

export function Unreachable() {
  return (
    <Said
      sentences={languages.map((language) => pairingTexts[language].unreachable)}
      next={languages.map((language) => commonTexts[language].askFrontDesk)}
    />
  );
}

function Said({ sentences, next = [] }: { sentences: readonly string[]; next?: readonly string[] }) {
  return (
    <main className="device-gate device-gate-said" role="status">
      {sentences.map((sentence, i) => (
        <p key={sentence} lang={languageTags[languages[i] ?? 'zhHans']}>
          {sentence} {next[i]}
        </p>
      ))}
    </main>
  );
}

/** In the page's lower right corner, where no page has anything that matters. */
export function ByItselfNote() {
  const texts = useTexts(pairingTexts);
  return (
    <p className="device-gate-note" role="status">
      {texts.byItself}
    </p>
  );
}
