import { LogOut, TriangleAlert, UserRound, Wifi, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Me, StaffPage } from '../../http.ts';
import { staffTexts } from '../../texts/staff.ts';
import { words } from '../../texts/words.ts';
import type { HallFacts } from '../../views.ts';
import { clockTime } from '../clock-time.ts';
import type { HallState } from '../hall-connection.ts';
import { LanguageSwitch, useSpeech, useTexts } from '../language.tsx';

export interface StaffHeaderProps {
  readonly hall: HallFacts;
  readonly page: StaffPage;
  /** Instead of the page's name, where there is something nearer to say. */
  readonly title?: string;
  readonly me: Me;
  readonly link: HallState<never>['link'];
  readonly heardAt: number | null;
  readonly signOut: () => void;
  /** What else this page says about itself, e.g. which counter. */
  readonly children?: ReactNode;
}

/** Where am I, who am I, is what I see true: the same line on top of every staff page. */
export function StaffHeader({ hall, page, title, me, link, heardAt, signOut, children }: StaffHeaderProps) {
  const { language, say } = useSpeech();
  const texts = staffTexts[language];
  return (
    <>
      <header className="staff-header">
        <div className="staff-header-place">
          <h1>{title ?? texts.pages[page]}</h1>
          {children ?? <span className="staff-header-hall">{say(hall.name)}</span>}
        </div>
        <LinkState link={link} since={heardAt === null ? null : clockTime(heardAt, hall.timeZone)} />
        <span className="staff-header-me" title={texts.signedInAs(me.name)}>
          <UserRound size={18} aria-hidden />
          <span className="staff-header-name">{me.name}</span>
          <span className="staff-header-role">{words[language].roles[me.role]}</span>
        </span>
        <LanguageSwitch />
        <button type="button" className="staff-header-out" onClick={signOut}>
          <LogOut size={18} aria-hidden />
          {texts.signOut}
        </button>
      </header>
      {/* Administration tells it itself, with the way to lift it. */}
      {hall.emergency !== null && page !== 'admin' && (
        <p className="staff-emergency" role="alert">
          <TriangleAlert size={20} aria-hidden />
          {say(hall.emergency.text)}
        </p>
      )}
    </>
  );
}

function LinkState({ link, since }: { link: HallState<never>['link']; since: string | null }) {
  const texts = useTexts(staffTexts);
  if (link === 'live') {
    return (
      <span className="staff-link" role="status">
        <Wifi size={18} aria-hidden />
        {texts.live}
      </span>
    );
  }
  const said =
    link === 'lost' ? texts.lost : link === 'stale' && since !== null ? texts.stale(since) : texts.connecting;
  return (
    <span className="staff-link staff-link-old" role="status">
      <WifiOff size={18} aria-hidden />
      {said}
    </span>
  );
}
