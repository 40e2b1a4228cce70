import './desk.css';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Asked } from '../../../shared/browser/ask.ts';
import type { HallState } from '../../../shared/browser/hall-connection.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import { RefusalBar } from '../../../shared/browser/staff/refusal-bar.tsx';
import { StaffHeader } from '../../../shared/browser/staff/staff-header.tsx';
import type { Commands } from '../../../shared/browser/staff/use-commands.ts';
import { letGoAfterPointer } from '../../../shared/browser/staff/use-keys.ts';
import type { FoundTickets, Me } from '../../../shared/http.ts';
import type { ServiceId } from '../../../shared/ids.ts';
import type { IssuedTicket } from '../../../shared/protocol.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import type { DeskView, GroupChoice, ServiceChoice } from '../../../shared/views.ts';
import { FindTicket } from './find-ticket.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { IssuedPanel } from './issued-panel.tsx';
import { ServiceList } from './service-list.tsx';

export interface DeskProps {
  readonly view: DeskView;
  readonly now: number;
  readonly me: Me;
  readonly link: HallState<never>['link'];
  readonly heardAt: number | null;
  readonly refused: Commands['refused'];
  readonly slow: boolean;
  readonly dismiss: () => void;
  readonly onCommand: Commands['send'];
  readonly find: (number: string) => Promise<Asked<FoundTickets>>;
  readonly signOut: () => void;
}

/** What the right-hand side is about; the services on the left never move. */
type Side =
  | { readonly of: 'tickets' }
  | { readonly of: 'issue'; readonly serviceId: ServiceId }
  | { readonly of: 'issued'; readonly serviceId: ServiceId; readonly number: string; readonly issued: IssuedTicket };

/** The front desk: a number for somebody in two actions, and any ticket of today found by its number. */
export function Desk({ view, now, onCommand, find, ...shown }: DeskProps) {
  const texts = useTexts(deskTexts);
  const [side, setSide] = useState<Side>({ of: 'tickets' });
  const lost = shown.link === 'lost';
  const showTickets = () => setSide({ of: 'tickets' });
  const chosen = side.of === 'tickets' ? null : serviceOf(view, side.serviceId);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only lets go of focus
    <div className="desk-page" onClick={letGoAfterPointer}>
      <StaffHeader hall={view.hall} page="desk" {...shown} />
      <RefusalBar {...shown} lostHelp={lost ? texts.lostHelp : null} />
      <main className="desk">
        <section className="desk-services" aria-label={texts.chooseService}>
          <Intake intake={view.intake} />
          <ServiceList
            groups={view.groups}
            chosen={side.of === 'issue' ? side.serviceId : null}
            disabled={lost}
            choose={(serviceId) => setSide({ of: 'issue', serviceId })}
          />
        </section>
        {side.of === 'issue' && chosen !== null ? (
          <IssuePanel
            key={side.serviceId}
            {...chosen}
            priorityClasses={view.priorityClasses}
            disabled={lost}
            send={onCommand}
            issued={(number, issued) => setSide({ ...side, of: 'issued', number, issued })}
            back={showTickets}
          />
        ) : side.of === 'issued' ? (
          <IssuedPanel hall={view.hall} chosen={chosen} number={side.number} issued={side.issued} done={showTickets} />
        ) : (
          <FindTicket view={view} now={now} disabled={lost} send={(command) => void onCommand(command)} find={find} />
        )}
      </main>
    </div>
  );
}

export interface Chosen {
  readonly group: GroupChoice;
  readonly service: ServiceChoice;
}

function serviceOf(view: DeskView, serviceId: ServiceId): Chosen | null {
  for (const group of view.groups) {
    const service = group.services.find((one) => one.serviceId === serviceId);
    if (service !== undefined) return { group, service };
  }
  return null;
}

function Intake({ intake }: { intake: DeskView['intake'] }) {
  const texts = useTexts(deskTexts);
  if (intake.status === 'open') return null;
  return (
    <p className="desk-intake" role="status">
      <CircleAlert size={20} aria-hidden />
      {intake.status === 'notYet' ? texts.intakeNotYet(intake.opensAt) : texts.intakeClosed}
    </p>
  );
}
