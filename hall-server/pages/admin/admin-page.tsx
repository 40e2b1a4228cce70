import './admin.css';
import { Tabs } from 'antd';
import {
  BookOpenText,
  Building2,
  CalendarClock,
  ChartNoAxesColumn,
  Footprints,
  Gauge,
  HandHelping,
  Heart,
  LayoutList,
  ListOrdered,
  type LucideIcon,
  Map as MapIcon,
  MessageSquareHeart,
  MonitorSmartphone,
  Printer,
  TriangleAlert,
  Users,
  Volume2,
  Workflow,
} from 'lucide-react';
import { useState } from 'react';
import type { Answer, HallState } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { RefusalBar } from '../../../shared/browser/staff/refusal-bar.tsx';
import { StaffHeader } from '../../../shared/browser/staff/staff-header.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { Me } from '../../../shared/http.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { adminBookingsTexts } from '../../../shared/texts/admin-bookings.ts';
import { adminImportTexts } from '../../../shared/texts/admin-import.ts';
import { adminScreensTexts } from '../../../shared/texts/admin-screens.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { AdminView } from '../../../shared/views.ts';
import { AlertBadge } from './alerts-list.tsx';
import { useBookingsQuestion } from './bookings-question.tsx';
import { DevicesSection } from './devices-section.tsx';
import { EmergencySection } from './emergency-section.tsx';
import { EntrySection, type SaveEntry } from './entry-section.tsx';
import { FiguresSection } from './figures-section.tsx';
import { ImportTab } from './import-tab.tsx';
import { OfficersSection } from './officers-section.tsx';
import { PrintersSection } from './printers-section.tsx';
import type { Questions } from './questions.ts';
import { CaseBadge, RatingsSection } from './ratings-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { StaffSection } from './staff-section.tsx';
import { type ManagerOrder, TodaySection } from './today-section.tsx';
import { TripsSection } from './trips-section.tsx';
import { useAlerts, useAlertWords } from './use-alerts.ts';
import { useHelpSound } from './use-help-sound.ts';
import { VoiceSection } from './voice-section.tsx';

const sectionIcons = {
  today: Gauge,
  figures: ChartNoAxesColumn,
  ratings: MessageSquareHeart,
  trips: Footprints,
  officers: BookOpenText,
  services: LayoutList,
  queues: ListOrdered,
  counters: Building2,
  workProfiles: Workflow,
  zones: MapIcon,
  priorityClasses: Heart,
  staff: Users,
  devices: MonitorSmartphone,
  printers: Printer,
  rules: CalendarClock,
  voice: Volume2,
  emergency: TriangleAlert,
} as const satisfies Record<string, LucideIcon>;

export type Section = keyof typeof sectionIcons;
export const sections = Object.keys(sectionIcons) as readonly Section[];

export interface AdminPageProps {
  readonly view: AdminView;
  readonly now: number;
  readonly link: HallState<AdminView>['link'];
  readonly heardAt: number | null;
  readonly me: Me;
  readonly section: Section;
  readonly send: (command: Command) => Promise<Answer>;
  readonly questions: Questions;
  readonly signOut: () => void;
}

type Refused = Extract<Answer, { ok: false }>;

/** The administration: a menu in the hall's words, one section beside it. */
export function AdminPage(props: AdminPageProps) {
  const { view, now, link, heardAt, me, section, send, questions, signOut } = props;
  const { language } = useSpeech();
  const texts = adminTexts[language];
  const [refused, setRefused] = useState<Refused | null>(null);
  const mayEdit = me.role === 'administrator';
  const found = useAlerts(view, questions, now);
  useHelpSound(found.alerts);
  const helpWords = useAlertWords(view, found, now, () => null);
  const [call] = found.alerts.filter(({ kind }) => kind === 'help');

  const bookings = useBookingsQuestion(questions);
  const save: SaveEntry = async (entry) => {
    const words = (refusal: Refused) => rejectionTexts[language][refusal.code](refusal.facts ?? {});
    const first = await send({ type: 'saveSetup', entry });
    if (first.ok) return null;
    if (first.code !== 'bookingsInTheWay') return words(first);
    // Somebody has booked what this would take away: first it is said what becomes of them.
    const { answer, failure } = await bookings.ask(entry);
    if (answer === null) return failure ?? adminBookingsTexts[language].stranded.notSaved;
    const second = await send({ type: 'saveSetup', entry, bookings: answer });
    if (second.ok) bookings.done(answer);
    else bookings.close();
    return second.ok ? null : words(second);
  };
  const closeDay = async () => {
    const answer = await send({ type: 'closeDay' });
    setRefused(answer.ok ? null : answer);
  };
  const order = async (command: ManagerOrder) => {
    const answer = await send(command);
    setRefused(answer.ok ? null : answer);
  };
  const title = texts.sections[section];
  const forms = { setup: view.setup, save, mayEdit };
  return (
    <div className="admin">
      {bookings.dialog}
      <StaffHeader page="admin" hall={view.hall} me={me} link={link} heardAt={heardAt} signOut={signOut} />
      <RefusalBar refused={refused} slow={false} lostHelp={null} dismiss={() => setRefused(null)} />
      {view.emergency !== null && section !== 'emergency' && (
        <a className="admin-emergency-bar" href="#emergency">
          <TriangleAlert size={20} aria-hidden />
          {adminScreensTexts[language].emergency} · {adminScreensTexts[language].nowShown}
        </a>
      )}
      {call !== undefined && section !== 'today' && (
        <div role="alert">
          <a className="admin-help-bar" href="#today">
            <HandHelping size={20} aria-hidden />
            {helpWords(call).what} · {helpWords(call).help}
          </a>
        </div>
      )}
      <div className="admin-body">
        <nav className="admin-menu" aria-label={texts.menu}>
          {sections.map((one) => {
            const Icon = sectionIcons[one];
            return (
              <a key={one} href={`#${one}`} aria-current={one === section ? 'page' : undefined}>
                <Icon size={20} aria-hidden />
                {texts.sections[one]}
                {one === 'today' && <AlertBadge count={found.alerts.length} />}
                {one === 'ratings' && <CaseBadge {...view.cases} />}
              </a>
            );
          })}
        </nav>
        <main className="admin-content" key={section}>
          {section === 'today' && (
            <TodaySection
              {...{ view, now, questions, found }}
              order={me.role === 'manager' ? (command) => void order(command) : null}
              closeDay={() => void closeDay()}
            />
          )}
          {section === 'figures' && <FiguresSection {...{ view, now, questions }} />}
          {section === 'ratings' && <RatingsSection {...{ view, now, questions, send, save, mayEdit }} />}
          {section === 'trips' && <TripsSection view={view} questions={questions} />}
          {section === 'officers' && <OfficersSection {...{ view, questions, send }} />}
          {section === 'services' && (
            <>
              <h2>{title}</h2>
              <Tabs
                items={[
                  ...(['service', 'serviceGroup', 'material'] as const).map((kind) => ({
                    key: kind,
                    label: texts.entries[kind].many,
                    children: <EntrySection kind={kind} {...forms} />,
                  })),
                  {
                    key: 'import',
                    label: adminImportTexts[language].tab,
                    children: <ImportTab setup={view.setup} questions={questions} />,
                  },
                ]}
              />
            </>
          )}
          {section === 'queues' && <EntrySection kind="queue" title={title} {...forms} />}
          {section === 'counters' && <EntrySection kind="counter" title={title} {...forms} />}
          {section === 'workProfiles' && <EntrySection kind="workProfile" title={title} {...forms} />}
          {section === 'zones' && <EntrySection kind="zone" title={title} {...forms} />}
          {section === 'priorityClasses' && <EntrySection kind="priorityClass" title={title} {...forms} />}
          {section === 'staff' && <StaffSection questions={questions} mayEdit={mayEdit} />}
          {section === 'devices' && (
            <DevicesSection
              questions={questions}
              setup={view.setup}
              printers={view.printers}
              now={now}
              mayEdit={mayEdit}
            />
          )}
          {section === 'printers' && <PrintersSection {...forms} printers={view.printers} questions={questions} />}
          {section === 'rules' && <RulesSection {...{ ...forms, questions, now, today: view.today.day }} />}
          {section === 'voice' && <VoiceSection questions={questions} mayEdit={mayEdit} />}
          {section === 'emergency' && <EmergencySection {...{ view, questions, send, save, mayEdit }} />}
        </main>
      </div>
    </div>
  );
}
