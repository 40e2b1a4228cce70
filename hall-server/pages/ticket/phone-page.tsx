import './phone.css';
import '../../../shared/browser/language-row.css';
import './say-more.css';
import { CloudOff } from 'lucide-react';
import { useState } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import type { Answer, HallState } from '../../../shared/browser/hall-connection.ts';
import { LanguageSwitch, useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import type { Command, RatingLevel } from '../../../shared/commands.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { phoneTexts } from '../../../shared/texts/phone.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import type { PhoneView } from '../../../shared/views.ts';
import { adviceFor } from './advice.ts';
import { isReady } from './alerts.ts';
import { CancelTicket } from './cancel-ticket.tsx';
import { NextVisit } from './next-visit.tsx';
import { NumberAndState } from './number-and-state.tsx';
import { PostponeTicket } from './postpone-ticket.tsx';
import { RateVisit } from './rate-visit.tsx';
import { SayMore } from './say-more.tsx';
import { SoundSwitch } from './sound-switch.tsx';
import { TicketDetails } from './ticket-details.tsx';
import { useAlerts } from './use-alerts.ts';
import { useTitle } from './use-title.ts';

export type Send = (command: Command) => Promise<Answer>;

interface PhonePageProps {
  readonly view: PhoneView;
  /** Hall time, UTC ms. */
  readonly now: number;
  readonly link: HallState<PhoneView>['link'];
  readonly heardAt: number | null;
  readonly send: Send;
}

/** One visitor's ticket. The first screen answers "is it my turn, and what do I do?"; the rest lies below. */
export function PhonePage({ view, now, link, heardAt, send }: PhonePageProps) {
  const { say, language } = useSpeech();
  const texts = useTexts(phoneTexts);
  const common = useTexts(commonTexts);
  const several = useTexts(severalServicesTexts);
  const [level, setLevel] = useState<RatingLevel | null>(null);
  // Details are asked for right after the tap; a later addition waits to be opened.
  const levelNow = view.more?.sequence === 1 ? level : null;
  const ready = isReady(view);
  useTitle(view, ready, texts, common);
  const { sound, turnOn } = useAlerts(view, {
    ready: texts.title(view.number, texts.ready),
    called: texts.titleCalled(view.number, common.counterNamed(view.counterLabel ?? '')),
  });
  // While there is time, on the first screen: one tap lets the phone ring later.
  const offerSound = view.status === 'waiting' && sound === 'locked';
  const ended = view.status === 'done' || view.status === 'cancelled' || view.status === 'expired';
  const advice = adviceFor(view, now, { phone: texts, common, several }, say(view.zoneName));
  return (
    <main className="phone">
      <div className="phone-first">
        <header className="phone-header">
          <LanguageSwitch className="language-row" />
          <p className="phone-hall">{say(view.hall.name)}</p>
        </header>
        {link !== 'live' && heardAt !== null && (
          <p className="phone-stale" role="status">
            <CloudOff aria-hidden />
            <span>
              {common.staleSince(clockTime(heardAt, view.hall.timeZone))}
              {link === 'lost' && <strong>{texts.lostHelp}</strong>}
            </span>
          </p>
        )}
        {view.hall.emergency !== null && (
          <p className="phone-emergency" role="alert">
            {say(view.hall.emergency.text)}
          </p>
        )}
        <NumberAndState view={view} ready={ready} advice={advice} />
        {offerSound && (
          <div className="phone-sound">
            <SoundSwitch sound={sound} turnOn={turnOn} />
          </div>
        )}
        {view.next.map((next) => (
          <NextVisit key={next.serviceName.zhHans} view={view} next={next} />
        ))}
        {view.rating === 'open' && <RateVisit ticketId={view.ticketId} send={send} onRated={setLevel} />}
      </div>
      {view.more !== null && (
        <SayMore key={view.more.sequence} ticketId={view.ticketId} more={view.more} level={levelNow} send={send} />
      )}
      <TicketDetails view={view} />
      <footer className="phone-footer">
        {!ended && !offerSound && <SoundSwitch sound={sound} turnOn={turnOn} />}
        {view.status === 'waiting' && <PostponeTicket view={view} send={send} />}
        {/* Whoever comes again need not queue again. */}
        {ended && view.hall.phoneBooking && (
          <a className="phone-button" href={`/book/?lang=${language}`}>
            {texts.book}
          </a>
        )}
        {view.canCancel && <CancelTicket view={view} send={send} />}
        <a className="phone-button" href={`tel:${view.hall.hotline}`}>
          {texts.callHotline(view.hall.hotline)}
        </a>
      </footer>
    </main>
  );
}
