import './officer.css';
import '../../../shared/browser/language-row.css';
import { useEffect, useState } from 'react';
import { LanguageSwitch, useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { DiaryView, OfficerView } from '../../../shared/diary-views.ts';
import type { TicketId } from '../../../shared/ids.ts';
import type { RefusalCode } from '../../../shared/rejections.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officerTexts } from '../../../shared/texts/officer.ts';
import { AddVisit } from './add-visit.tsx';
import { ConsentList } from './consent-list.tsx';
import { OneDiary } from './one-diary.tsx';

/** Why something was not done. */
export interface Refused {
  readonly code: RefusalCode | 'unreachable';
  readonly facts?: Readonly<Record<string, string | number>>;
}
/** Null: done, and the page shows it. */
export type Send = (command: Command) => Promise<Refused | null>;
export type AddSlip = (slip: { number: string; day: string; code: string }) => Promise<Refused | null>;

interface OfficerPageProps {
  readonly view: OfficerView;
  readonly send: Send;
  readonly addVisit: AddSlip;
}

/** An experience officer's visits; one opened is a diary to be written, read over and approved. */
export function OfficerPage({ view, send, addVisit }: OfficerPageProps) {
  const { language, say } = useSpeech();
  const texts = officerTexts[language];
  const [opened, setOpened] = useState<TicketId | null>(null);
  const diary = view.diaries.find(({ ticketId }) => ticketId === opened) ?? null;
  const mayPublish = view.consent.some(({ kind, inForce }) => kind === 'publish' && inForce);
  useEffect(() => {
    document.title = texts.title;
  }, [texts]);
  const open = (id: TicketId | null) => {
    setOpened(id);
    scrollTo(0, 0);
  };
  return (
    <main className="officer">
      <header>
        <LanguageSwitch className="language-row" />
        <p className="officer-soft">{say(view.hall.name)}</p>
        {diary === null && (
          <h1>
            {texts.greeting(view.officerNo)} <span className="officer-name">{view.card?.name}</span>
          </h1>
        )}
      </header>
      {diary !== null ? (
        <OneDiary {...{ view, diary, send, mayPublish }} back={() => open(null)} />
      ) : (
        <>
          <p className="officer-soft">{texts.lead}</p>
          <section>
            <h2>{texts.visits}</h2>
            {view.diaries.length === 0 && <p>{texts.noVisits}</p>}
            <ul className="officer-visits">
              {view.diaries.map((one) => (
                <Visit key={one.ticketId} diary={one} open={() => open(one.ticketId)} />
              ))}
            </ul>
          </section>
          <AddVisit today={view.today} addVisit={addVisit} />
          <ConsentList {...{ view, send }} />
        </>
      )}
    </main>
  );
}

function Visit({ diary, open }: { diary: DiaryView; open: () => void }) {
  const { language, say } = useSpeech();
  const texts = diaryTexts[language];
  const own = officerTexts[language];
  const label = diary.status === 'draft' && !diary.isEdited ? own.open : own.read;
  return (
    <li>
      <p className="officer-soft">{texts.visitDay(diary.day, diary.half)}</p>
      <p>
        <strong>
          {diary.number} {say(diary.serviceName)}
        </strong>
      </p>
      <p>{diary.isEdited ? own.edited : texts.statuses[diary.status]}</p>
      <button type="button" className="officer-button" aria-label={`${label} ${diary.number}`} onClick={open}>
        {label}
      </button>
    </li>
  );
}
