import { App } from 'antd';
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { HallCard, Me, StaffPage } from '../../http.ts';
import type { SayableRefusal } from '../../texts/rejections.ts';
import { staffTexts } from '../../texts/staff.ts';
import type { View } from '../../views.ts';
import { ask } from '../ask.ts';
import { connectHall, type HallConnection } from '../hall-connection.ts';
import { useTexts } from '../language.tsx';
import { LoginForm, type LoginNote } from './login-form.tsx';
import { StaffLook } from './staff-look.tsx';
import { StaffNotice, StaffSkeleton } from './staff-notice.tsx';

export interface SignedIn<Shown extends View> {
  readonly connection: HallConnection<Shown>;
  readonly me: Me;
  readonly signOut: () => void;
}

interface StaffGateProps<Shown extends View> {
  readonly page: StaffPage;
  readonly children: (props: SignedIn<Shown>) => ReactNode;
}

type Stage =
  | { readonly at: 'asking' }
  | { readonly at: 'unreachable' }
  | { readonly at: 'login'; readonly note: LoginNote }
  | { readonly at: 'signedIn'; readonly me: Me };

const askAgainMs = 5_000;

/** Nobody sees a staff page before the hall knows who it is: asks, lets sign in, connects, and starts over when it ends. */
export function StaffGate<Shown extends View>(props: StaffGateProps<Shown>) {
  return (
    <StaffLook>
      <Gate {...props} />
    </StaffLook>
  );
}

function Gate<Shown extends View>({ page, children }: StaffGateProps<Shown>) {
  const texts = useTexts(staffTexts);
  const { modal } = App.useApp();
  const [stage, setStage] = useState<Stage>({ at: 'asking' });

  const askWho = useCallback(async () => {
    const asked = await ask<Me>(`/api/me?page=${page}`);
    if (asked.ok) setStage({ at: 'signedIn', me: asked.answer });
    else if (asked.code === 'notSignedIn') setStage({ at: 'login', note: null });
    else if (asked.code === 'forbidden') setStage({ at: 'login', note: 'pageNotAllowed' });
    else setStage({ at: 'unreachable' });
  }, [page]);

  useEffect(() => void askWho(), [askWho]);
  useEffect(() => {
    if (stage.at !== 'unreachable') return;
    const timer = setInterval(askWho, askAgainMs);
    return () => clearInterval(timer);
  }, [stage.at, askWho]);

  const signIn = async (login: string, password: string): Promise<SayableRefusal | null> => {
    const asked = await ask<Me>('/api/login', { page, login, password });
    if (!asked.ok) return asked.code;
    setStage({ at: 'signedIn', me: asked.answer });
    return null;
  };
  const signOut = async () => {
    const asked = await ask('/api/logout', { page });
    if (asked.ok || asked.code === 'notSignedIn') setStage({ at: 'login', note: null });
    else modal.warning({ title: texts.signOut, content: texts.notSignedOut, okText: texts.dismiss });
  };
  const ended = useCallback((note: LoginNote) => setStage({ at: 'login', note }), []);

  switch (stage.at) {
    case 'asking':
      return <StaffSkeleton says={texts.checking} />;
    case 'unreachable':
      return (
        <StaffNotice
          title={texts.unreachableTitle}
          help={texts.unreachableHelp}
          action={texts.tryNow}
          act={() => void askWho()}
        />
      );
    case 'login':
      return <Login page={page} note={stage.note} signIn={signIn} />;
    case 'signedIn':
      return (
        <Connected<Shown> key={stage.me.staffId} page={page} ended={ended}>
          {(connection) => children({ connection, me: stage.me, signOut: () => void signOut() })}
        </Connected>
      );
  }
}

/** The login with what the hall says of itself. */
function Login(props: {
  page: StaffPage;
  note: LoginNote;
  signIn: (login: string, password: string) => Promise<SayableRefusal | null>;
}) {
  const [hall, setHall] = useState<HallCard | null>(null);
  useEffect(() => {
    let gone = false;
    void ask<HallCard>('/api/hall').then((asked) => {
      if (asked.ok && !gone) setHall(asked.answer);
    });
    return () => {
      gone = true;
    };
  }, []);
  return <LoginForm {...props} hall={hall} />;
}

/** Holds the page's one connection, and leaves when the hall no longer accepts who is signed in. */
function Connected<Shown extends View>(props: {
  page: StaffPage;
  ended: (note: LoginNote) => void;
  children: (connection: HallConnection<Shown>) => ReactNode;
}) {
  const { page, ended } = props;
  const texts = useTexts(staffTexts);
  const [connection, setConnection] = useState<HallConnection<Shown> | null>(null);
  useEffect(() => {
    const opened = connectHall<Shown>({ audience: page });
    setConnection(opened);
    return opened.close;
  }, [page]);
  if (connection === null) return <StaffSkeleton says={texts.checking} />;
  return (
    <Refused connection={connection} ended={ended}>
      {props.children(connection)}
    </Refused>
  );
}

function Refused<Shown extends View>(props: {
  connection: HallConnection<Shown>;
  ended: (note: LoginNote) => void;
  children: ReactNode;
}) {
  const { connection, ended } = props;
  const texts = useTexts(staffTexts);
  const { refusal } = useSyncExternalStore(connection.subscribe, connection.state);
  useEffect(() => {
    if (refusal === 'notSignedIn') ended('sessionOver');
    if (refusal === 'forbidden') ended('pageNotAllowed');
  }, [refusal, ended]);
  if (refusal === null) return props.children;
  if (refusal === 'notSignedIn' || refusal === 'forbidden') return <StaffSkeleton says={texts.checking} />;
  return (
    <StaffNotice
      title={texts.pageOutdatedTitle}
      help={texts.pageOutdatedHelp}
      action={texts.reload}
      act={() => location.reload()}
    />
  );
}
