import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ask } from '../../../shared/browser/ask.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import { mountPage } from '../../../shared/browser/mount-page.tsx';
import { type SignedIn, StaffGate } from '../../../shared/browser/staff/staff-gate.tsx';
import { StaffLook } from '../../../shared/browser/staff/staff-look.tsx';
import { StaffNotice, StaffSkeleton } from '../../../shared/browser/staff/staff-notice.tsx';
import { useHall, useHallNow } from '../../../shared/browser/use-hall.ts';
import type { HallCard } from '../../../shared/http.ts';
import { staffTexts } from '../../../shared/texts/staff.ts';
import type { AdminView } from '../../../shared/views.ts';
import { AdminPage, type Section, sections } from './admin-page.tsx';
import { FirstAdministratorPage } from './first-administrator.tsx';
import { questions } from './questions.ts';
import { Wall } from './wall.tsx';

/** The section stands in the address, so that back, reload and a sent link all find it; so does the wall. */
function useSection(): Section | 'wall' {
  const hash = useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash.slice(1),
  );
  return [...sections, 'wall' as const].find((section) => section === hash) ?? 'today';
}

function Connected({ connection, me, signOut }: SignedIn<AdminView>) {
  const texts = useTexts(staffTexts);
  const section = useSection();
  const hall = useHall(connection);
  const now = useHallNow(connection);
  if (hall.view === null) return <StaffSkeleton says={texts.checking} />;
  const shown = { view: hall.view, now, link: hall.link, heardAt: hall.heardAt, questions };
  if (section === 'wall') return <Wall {...shown} />;
  return <AdminPage {...shown} {...{ me, section, signOut }} send={connection.send} />;
}

const askAgainMs = 5_000;

/** A hall without an administrator first makes one; then everybody signs in. */
function Administration() {
  const texts = useTexts(staffTexts);
  const [stage, setStage] = useState<'asking' | 'unreachable' | 'setup' | 'ready'>('asking');
  const askHall = useCallback(async () => {
    const asked = await ask<HallCard>('/api/hall');
    setStage(asked.ok ? (asked.answer.needsSetup ? 'setup' : 'ready') : 'unreachable');
  }, []);
  useEffect(() => void askHall(), [askHall]);
  useEffect(() => {
    if (stage !== 'unreachable') return;
    const timer = setInterval(askHall, askAgainMs);
    return () => clearInterval(timer);
  }, [stage, askHall]);
  switch (stage) {
    case 'ready':
      return <StaffGate<AdminView> page="admin">{(signedIn) => <Connected {...signedIn} />}</StaffGate>;
    case 'setup':
      return (
        <StaffLook>
          <FirstAdministratorPage
            create={async (wish) => {
              const created = await ask('/api/setup-code', wish);
              if (!created.ok) return created.code;
              // Should this fail, the gate asks for the account just made.
              await ask('/api/login', { page: 'admin', login: wish.login, password: wish.password });
              return null;
            }}
            onCreated={() => setStage('ready')}
          />
        </StaffLook>
      );
    case 'asking':
      return (
        <StaffLook>
          <StaffSkeleton says={texts.checking} />
        </StaffLook>
      );
    case 'unreachable':
      return (
        <StaffLook>
          <StaffNotice
            title={texts.unreachableTitle}
            help={texts.unreachableHelp}
            action={texts.tryNow}
            act={() => void askHall()}
          />
        </StaffLook>
      );
  }
}

mountPage(<Administration />);
