import { Accessibility, CalendarCheck, History, type LucideIcon, MessageCircleQuestionMark } from 'lucide-react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import type { TicketKioskView } from '../../../shared/views.ts';
import { useNeeds } from '../needs.tsx';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';
import { askFor } from './ask-for.ts';
import type { Visit } from './use-visit.ts';

/** The other ways in, below the groups. With larger type a missed number is found under help: fewer things at once. */
export function Entries({ view, visit }: { view: TicketKioskView; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  const { larger } = useNeeds();
  const busy = visit.sending !== null;
  return (
    <div className="entries">
      <NotSure view={view} visit={visit} />
      {view.takesAppointments && (
        <Entry icon={CalendarCheck} disabled={busy} onTap={() => visit.go({ at: 'checkIn', typed: '' })}>
          {texts.checkIn}
        </Entry>
      )}
      {!larger && (
        <Entry icon={History} disabled={busy} onTap={() => visit.go({ at: 'missed', page: 0 })}>
          {texts.missed}
        </Entry>
      )}
      <Entry icon={Accessibility} disabled={busy} onTap={() => visit.go({ at: 'priority' })}>
        {texts.priority}
      </Entry>
    </div>
  );
}

/** Whoever does not know what to choose has a number of the general counter by one tap. */
function NotSure({ view, visit }: { view: TicketKioskView; visit: Visit }) {
  const texts = useTexts(kioskTexts);
  for (const group of view.groups) {
    const service = group.services.find(({ serviceId }) => serviceId === view.generalServiceId);
    if (service === undefined) continue;
    return (
      <Tap className="entry not-sure" disabled={visit.sending !== null} onTap={() => askFor(service, group, visit)}>
        <MessageCircleQuestionMark aria-hidden />
        <span>
          <span className="not-sure-question">{texts.notSure}</span>
          <span>
            <Words>{texts.takeGeneral}</Words>
          </span>
        </span>
      </Tap>
    );
  }
  return null;
}

interface EntryProps {
  readonly icon: LucideIcon;
  readonly disabled: boolean;
  readonly onTap: () => void;
  readonly children: string;
}

export function Entry({ icon: Icon, children, ...tap }: EntryProps) {
  return (
    <Tap className="entry" {...tap}>
      <Icon aria-hidden />
      <span>
        <Words>{children}</Words>
      </span>
    </Tap>
  );
}
