import { App, Button, ConfigProvider, Table } from 'antd';
import { Presentation, TriangleAlert } from 'lucide-react';
import type { Role } from '../../../shared/actors.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { CommandOf } from '../../../shared/commands.ts';
import { rolesOfPage, type StaffRow } from '../../../shared/http.ts';
import type { StaffId } from '../../../shared/ids.ts';
import type { Rules } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { directCounterTexts } from '../../../shared/texts/direct-counter.ts';
import { levelTexts } from '../../../shared/texts/service-level.ts';
import { wallTexts } from '../../../shared/texts/wall.ts';
import { words } from '../../../shared/texts/words.ts';
import type { AdminView } from '../../../shared/views.ts';
import { wholeOf } from './alerts.ts';
import { AlertsList } from './alerts-list.tsx';
import { DirectCounter } from './direct-counter.tsx';
import { FirstSteps, isBlank, isIncomplete } from './first-steps.tsx';
import { Guide } from './guide.tsx';
import { GuideNext } from './guide-next.tsx';
import { Messages } from './messages.tsx';
import { type Questions, useReading } from './questions.ts';
import { ServiceLevel } from './service-level.tsx';
import type { Alerts } from './use-alerts.ts';
import { goToWall } from './wall.tsx';

type Today = AdminView['today'];

interface TodaySectionProps {
  readonly view: AdminView;
  readonly now: number;
  readonly closeDay: () => void;
  readonly questions: Questions;
  readonly found: Alerts;
  /** Null: not for whoever looks on. */
  readonly order: ((command: ManagerOrder) => void) | null;
}

/** What a manager has counters do. */
export type ManagerOrder = CommandOf<'directCounter' | 'answerHelp' | 'endHelp' | 'messageCounter'>;

/** All counters of a hall of twelve on one laptop. */
const denseTables = { components: { Table: { cellPaddingBlockSM: 3 } } };

const staffEveryMs = 60_000;

const minutesSince = (since: number, now: number) => Math.max(0, Math.floor((now - since) / 60_000));

/** The hall at a glance: how many, who waits too long, what each counter does. */
export function TodaySection({ view, now, closeDay, questions, found, order }: TodaySectionProps) {
  const { language } = useSpeech();
  const texts = adminTexts[language];
  const { modal } = App.useApp();
  const { today, me, setup } = view;
  const staff = useReading(questions.staff, staffEveryMs).answer ?? [];
  const nameOf = (id: StaffId) => staff.find(({ staffId }) => staffId === id)?.name ?? null;
  const guided = me.role === 'administrator';
  const counts: readonly (readonly [keyof typeof texts.counts, number])[] = [
    ['waiting', today.waiting],
    ['atCounters', today.called + today.serving],
    ['held', today.held],
    ['missed', today.missed],
    ['done', today.done],
    ['cancelled', today.cancelled],
    ['issued', today.issued],
  ];
  const whole = wholeOf(today.queues.map(({ withinTarget }) => withinTarget));
  const open = today.waiting + today.called + today.serving + today.held + today.missed;
  const ask = () =>
    modal.confirm({
      title: texts.closeDayQuestion,
      content: texts.closeDayWarning(open),
      okText: texts.closeDayYes,
      okButtonProps: { danger: true },
      cancelText: texts.cancel,
      onOk: closeDay,
    });
  return (
    <section>
      <div className="admin-title">
        <div>
          <h2>{texts.sections.today}</h2>
          <p>{today.day === null ? texts.noDay : today.closed ? texts.dayClosed(today.day) : texts.day(today.day)}</p>
        </div>
        <Button
          className="admin-to-wall"
          type="text"
          title={wallTexts[language].openHint}
          icon={<Presentation size={20} aria-hidden />}
          onClick={goToWall}
        >
          {wallTexts[language].open}
        </Button>
        {today.day !== null && !today.closed && (
          <span className="admin-close-day">
            <span className="admin-soft">{me.role === 'manager' ? texts.closeDayHelp : texts.closeDayOnly}</span>
            <Button danger disabled={me.role !== 'manager'} onClick={ask}>
              {texts.closeDay}
            </Button>
          </span>
        )}
      </div>
      {guided && isBlank(setup) && <Guide setup={setup} questions={questions} />}
      {guided && !isIncomplete(setup) && <GuideNext today={today} questions={questions} />}
      {isIncomplete(setup) && !(guided && isBlank(setup)) && <FirstSteps setup={setup} />}
      <AlertsList {...{ view, now, order, nameOf }} {...found} />
      <dl className="admin-counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{texts.counts[name]}</dt>
            <dd>{count}</dd>
          </div>
        ))}
        <div className="admin-whole-level">
          <dt>{levelTexts[language].title}</dt>
          <dd>
            <ServiceLevel part={whole} rules={setup.rules.alerts} size={24} />
          </dd>
        </div>
      </dl>
      <ConfigProvider theme={denseTables}>
        <div className="admin-halves">
          <div>
            <h3>
              {texts.waitingByQueue}
              <span className="admin-soft">{texts.target(setup.rules.call.targetWaitMinutes)}</span>
            </h3>
            <Queues queues={today.queues} rules={setup.rules} now={now} />
            <OneMoreCounter queues={today.queues} />
          </div>
          <div>
            <h3>
              {texts.byCounter}
              {order !== null && <Messages {...{ view, order }} />}
            </h3>
            <Counters {...{ now, order, staff }} counters={today.counters} profiles={setup.workProfiles} />
          </div>
        </div>
      </ConfigProvider>
    </section>
  );
}

function Queues({ queues, rules, now }: { queues: Today['queues']; rules: Rules; now: number }) {
  const { language, say } = useSpeech();
  const texts = adminTexts[language];
  const common = commonTexts[language];
  const target = rules.call.targetWaitMinutes;
  return (
    <Table<Today['queues'][number]>
      rowKey="queueId"
      size="small"
      pagination={false}
      dataSource={[...queues]}
      columns={[
        {
          key: 'queue',
          title: texts.queue,
          render: (_, { prefix, name }) => (
            <span className="admin-queue">
              <strong>{prefix}</strong>
              {say(name)}
            </span>
          ),
        },
        {
          key: 'waiting',
          title: texts.waiting,
          align: 'end',
          render: (_, { waiting }) =>
            waiting === 0 ? <span className="admin-soft">0</span> : <strong>{waiting}</strong>,
        },
        {
          key: 'longest',
          title: texts.longestWait,
          align: 'end',
          render: (_, { oldestIssuedAt }) => {
            if (oldestIssuedAt === null) return <span className="admin-soft">{texts.nobody}</span>;
            const minutes = minutesSince(oldestIssuedAt, now);
            if (minutes < target) return texts.minutesOf(minutes);
            return (
              <span className="admin-warn">
                <TriangleAlert size={18} aria-hidden />
                {texts.minutesOf(minutes)}
                <span className="visually-hidden">{texts.overTarget}</span>
              </span>
            );
          },
        },
        {
          key: 'wait',
          title: texts.expectedWait,
          align: 'end',
          render: (_, { wait }) =>
            wait === null ? (
              <span className="admin-soft">{common.waitUnknown}</span>
            ) : (
              <span className="admin-one-line">{common.waitRange(wait)}</span>
            ),
        },
        {
          key: 'counters',
          title: texts.openCounters,
          align: 'end',
          render: (_, { openCounters, waiting }) =>
            openCounters === 0 && waiting > 0 ? (
              <span className="admin-warn">
                <TriangleAlert size={18} aria-hidden />0
              </span>
            ) : (
              openCounters
            ),
        },
        {
          key: 'level',
          title: levelTexts[language].title,
          render: (_, { withinTarget }) => <ServiceLevel part={withinTarget} rules={rules.alerts} />,
        },
      ]}
    />
  );
}

/** Where one more counter would shorten the wait most. */
function OneMoreCounter({ queues }: { queues: Today['queues'] }) {
  const { language, say } = useSpeech();
  const { waitRange } = commonTexts[language];
  const helped = queues
    .flatMap(({ prefix, name, wait, waitWithOneMore: after }) =>
      wait === null || after === null || after.highMinutes >= wait.highMinutes
        ? []
        : [{ queue: `${prefix} ${say(name)}`, wait, after }],
    )
    .toSorted((a, b) => b.wait.highMinutes - b.after.highMinutes - (a.wait.highMinutes - a.after.highMinutes));
  const [most] = helped;
  return (
    most !== undefined && (
      <p>{adminTexts[language].oneMoreCounter(most.queue, waitRange(most.wait), waitRange(most.after))}</p>
    )
  );
}

interface CountersProps {
  readonly counters: Today['counters'];
  readonly now: number;
  readonly order: TodaySectionProps['order'];
  readonly profiles: AdminView['setup']['workProfiles'];
  readonly staff: readonly StaffRow[];
}

function Counters({ counters, now, order, profiles, staff }: CountersProps) {
  const { language } = useSpeech();
  const texts = adminTexts[language];
  const direct = directCounterTexts[language];
  const busy = new Set(counters.map(({ staffId }) => staffId));
  const free = staff.filter(
    ({ staffId, role, active }) =>
      active && (rolesOfPage.counter as readonly Role[]).includes(role) && !busy.has(staffId),
  );
  const { statuses, counterStatuses } = words[language];
  return (
    <Table<Today['counters'][number]>
      rowKey="counterId"
      size="small"
      pagination={false}
      dataSource={[...counters]}
      columns={[
        { key: 'label', title: texts.counter, render: (_, { label }) => <strong>{label}</strong> },
        {
          key: 'state',
          title: texts.state,
          render: (_, { status, ticketStatus }) => (
            <span className={status === 'open' ? undefined : 'admin-soft'}>
              {ticketStatus === null ? counterStatuses[status] : statuses[ticketStatus]}
            </span>
          ),
        },
        {
          key: 'ticket',
          title: texts.ticket,
          render: (_, { number, ticketStatus }) =>
            number !== null && (
              <strong className={ticketStatus === 'called' ? 'admin-called' : undefined}>{number}</strong>
            ),
        },
        {
          key: 'since',
          title: texts.since,
          align: 'end',
          render: (_, { since, ticketSince }) => {
            const from = ticketSince ?? since;
            return from !== null && texts.minutesOf(minutesSince(from, now));
          },
        },
        ...(order === null
          ? []
          : [
              {
                key: 'direct',
                align: 'end' as const,
                title: <span className="visually-hidden">{direct.direct('')}</span>,
                render: (_: unknown, counter: Today['counters'][number]) => (
                  <DirectCounter {...{ counter, profiles, order, free }} />
                ),
              },
            ]),
      ]}
    />
  );
}
