import './launchpad.css';
import { CloudOff, KeyRound } from 'lucide-react';
import { useEffect } from 'react';
import { LanguageSwitch, useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import type { HallCard } from '../../../shared/http.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { launchpadTexts } from '../../../shared/texts/launchpad.ts';
import { addressOfStaffPage } from './page-addresses.ts';
import { PageList } from './page-list.tsx';
import { TryAVisit } from './try-a-visit.tsx';

export type Asked = 'asking' | 'unreachable' | HallCard;

/** The front door for whoever sets up or tries a hall: every page, what it is for, one click away. */
export function LaunchpadPage({ asked }: { asked: Asked }) {
  const { say } = useSpeech();
  const texts = useTexts(launchpadTexts);
  const common = useTexts(commonTexts);
  const card = typeof asked === 'object' ? asked : null;
  useEffect(() => {
    document.title = card === null ? texts.title : `${texts.title} · ${say(card.hall.name)}`;
  }, [card, texts, say]);
  return (
    <div className="launchpad">
      <header className="launchpad-header">
        <span className="launchpad-product">{texts.title}</span>
        <LanguageSwitch className="launchpad-languages" />
      </header>
      <main>
        {asked === 'asking' && <Skeleton says={common.loading} />}
        {asked === 'unreachable' && (
          <div className="launchpad-notice" role="status">
            <CloudOff size={40} aria-hidden />
            <h1>{texts.unreachable}</h1>
            <p>{texts.unreachableHelp}</p>
          </div>
        )}
        {card !== null && <Hall card={card} />}
      </main>
    </div>
  );
}

function Hall({ card }: { card: HallCard }) {
  const { say } = useSpeech();
  const texts = useTexts(launchpadTexts);
  return (
    <>
      <div className="launchpad-hall">
        <h1>{say(card.hall.name)}</h1>
        <p>
          {texts.lead}
          {card.hall.demo && ` ${texts.demoNote}`}
        </p>
      </div>
      {card.needsSetup && (
        <section className="launchpad-setup">
          <p>{texts.needsSetup}</p>
          <a className="launchpad-button launchpad-button-main" href={addressOfStaffPage('admin')}>
            <KeyRound size={20} aria-hidden />
            {texts.createAdministrator}
          </a>
        </section>
      )}
      {card.hall.demo && <TryAVisit card={card} />}
      <PageList card={card} />
      <footer className="launchpad-footer">
        {!card.hall.demo && <p>{texts.pairingNote}</p>}
        <p>{texts.version(card.version)}</p>
      </footer>
    </>
  );
}

/** The shape of what comes, while the hall has not answered. */
function Skeleton({ says }: { says: string }) {
  return (
    <div className="launchpad-skeleton" role="status">
      <p>{says}</p>
      <span />
      <span />
      <span />
    </div>
  );
}
