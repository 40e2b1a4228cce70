import { Button, Segmented, Table } from 'antd';
import { CircleAlert, Clock, Hourglass } from 'lucide-react';
import { useCallback, useState } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import type { Answer } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { TicketId } from '../../../shared/ids.ts';
import type { CaseDue, CaseRow } from '../../../shared/rating-ledger.ts';
import { ledgerTexts } from '../../../shared/texts/ledger.ts';
import { ratingLevelTexts } from '../../../shared/texts/rating-levels.ts';
import type { AdminView } from '../../../shared/views.ts';
import { CaseDrawer } from './case-drawer.tsx';
import { ExportLinks } from './export-links.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { type Questions, useReading } from './questions.ts';
import type { Period } from './ratings-section.tsx';
import { ReadState } from './read-state.tsx';

export interface LedgerProps {
  readonly view: AdminView;
  readonly now: number;
  readonly questions: Questions;
  readonly send: (command: Command) => Promise<Answer>;
  readonly period: Period;
  readonly setPeriod: (period: Period) => void;
}

const everyMs = 30_000;
const filters = {
  open: (row: CaseRow) => row.due !== null,
  over: (row: CaseRow) => row.due?.colour === 'over',
  late: (row: CaseRow) => row.due?.colour === 'late',
  ended: (row: CaseRow) => row.due === null,
  all: () => true,
} as const;
type Filter = keyof typeof filters;

/** What is due, overdue and done; the most urgent first. */
export function CaseLedger({ view, questions, send, period, setPeriod }: LedgerProps) {
  const { language, say } = useSpeech();
  const texts = ledgerTexts[language];
  const { from, to } = period;
  const reading = useReading(
    useCallback(() => questions.cases({ from, to }), [questions, from, to]),
    everyMs,
  );
  const [filter, setFilter] = useState<Filter>('open');
  const [opened, setOpened] = useState<TicketId | null>(null);
  const rows = reading.answer ?? [];
  const shown = rows.filter(filters[filter]).toSorted(byUrgency);
  const options = (Object.keys(filters) as Filter[]).map((value) => ({
    value,
    label: `${texts[value]} ${rows.filter(filters[value]).length}`,
  }));
  return (
    <>
      <div className="ledger-bar">
        <Segmented<Filter> options={options} value={filter} onChange={setFilter} />
        <span className="ledger-right">
          <PeriodPicker {...{ period, setPeriod }} />
          <ExportLinks what="cases" period={period} />
        </span>
      </div>
      <ReadState reading={reading} />
      {reading.answer !== null && (
        <Table<CaseRow>
          rowKey="ticketId"
          size="small"
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          dataSource={shown}
          locale={{ emptyText: <Empty title={texts.none} help={texts.noneHelp} /> }}
          columns={[
            {
              key: 'due',
              title: texts.due,
              width: 270,
              render: (_, { due }) => (due === null ? '–' : <Due due={due} />),
            },
            {
              key: 'status',
              title: texts.status,
              render: (_, row) => (
                <>
                  {texts.statuses[row.status]}{' '}
                  {row.proposal !== null && <small className="ledger-mark">{texts.proposalWaits}</small>}
                  {row.appeal !== null && <small className="ledger-mark">{texts.appealWaits}</small>}
                </>
              ),
            },
            {
              key: 'number',
              title: texts.number,
              render: (_, row) => <strong className="ledger-number">{row.number}</strong>,
            },
            { key: 'service', title: texts.service, render: (_, row) => say(row.serviceName) },
            {
              key: 'level',
              title: texts.level,
              render: (_, row) => (
                <>
                  {row.level} {ratingLevelTexts[language][row.level]}{' '}
                  {row.flags.length > 0 && (
                    <small className="ledger-mark">{row.flags.map((flag) => texts.flags[flag]).join('、')}</small>
                  )}
                </>
              ),
            },
            {
              key: 'opened',
              title: texts.opened,
              render: (_, row) => `${row.day.slice(5)} ${clockTime(row.openedAt, view.hall.timeZone)}`,
            },
            {
              key: 'see',
              align: 'end',
              title: <span className="visually-hidden">{texts.see}</span>,
              render: (_, row) => (
                <Button type="link" aria-label={`${texts.see} ${row.number}`} onClick={() => setOpened(row.ticketId)}>
                  {texts.see}
                </Button>
              ),
            },
          ]}
        />
      )}
      {opened !== null && (
        <CaseDrawer
          ticketId={opened}
          {...{ view, questions, send }}
          close={() => {
            setOpened(null);
            reading.again();
          }}
        />
      )}
    </>
  );
}

const icons = { inTime: Hourglass, late: Clock, over: CircleAlert } as const;

/** Colour, icon and word together: none of them alone. */
export function Due({ due }: { due: CaseDue }) {
  const { language } = useSpeech();
  const texts = ledgerTexts[language];
  const Icon = icons[due.colour];
  const clock = `${String(Math.floor(due.minute / 60)).padStart(2, '0')}:${String(due.minute % 60).padStart(2, '0')}`;
  return (
    <span className={`ledger-due ${due.colour}`}>
      <Icon size={18} aria-hidden />
      <span>
        {texts.waits[due.what]} {due.date} {clock}
        {due.colour !== 'inTime' && <strong> {texts[due.colour]}</strong>}
        {due.provisional && ' '}
        {due.provisional && (
          <small className="ledger-mark" title={texts.provisionalHelp}>
            {texts.provisional}
          </small>
        )}
      </span>
    </span>
  );
}

export function Empty({ title, help }: { title: string; help: string }) {
  return (
    <div className="ledger-empty">
      <strong>{title}</strong>
      <p>{help}</p>
    </div>
  );
}

/** Those with a deadline first, the nearest on top; then the ended ones, newest first. */
function byUrgency(a: CaseRow, b: CaseRow): number {
  if (a.due === null || b.due === null) return a.due === b.due ? b.openedAt - a.openedAt : a.due === null ? 1 : -1;
  return a.due.date.localeCompare(b.due.date) || a.due.minute - b.due.minute || a.openedAt - b.openedAt;
}
