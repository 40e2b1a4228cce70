import './ledger.css';
import { Alert, Tabs } from 'antd';
import { useState } from 'react';
import { localDate } from '../../../shared/browser/clock-time.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import { adminExporterTexts } from '../../../shared/texts/admin-exporter.ts';
import { flaggedTexts } from '../../../shared/texts/flagged.ts';
import { ledgerTexts } from '../../../shared/texts/ledger.ts';
import type { AdminView } from '../../../shared/views.ts';
import { dateOfDay, dayNumber } from '../../../shared/working-days.ts';
import { CalendarTab } from './calendar-tab.tsx';
import { CaseLedger, type LedgerProps } from './case-ledger.tsx';
import { EntrySection, type SaveEntry } from './entry-section.tsx';
import { ExporterTab } from './exporter-tab.tsx';
import { FlaggedTab } from './flagged-tab.tsx';
import { RatingFiguresTab } from './rating-figures.tsx';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** From December on a hall should know next year's working days; they are announced in November. */
const warnFromMonth = '12';

interface RatingsSectionProps extends Omit<LedgerProps, 'period' | 'setPeriod'> {
  readonly save: SaveEntry;
  readonly mayEdit: boolean;
}

/** What people said: the follow-up of what was low, and the figures. */
export function RatingsSection(props: RatingsSectionProps) {
  const texts = useTexts(ledgerTexts);
  const exporter = useTexts(adminExporterTexts);
  const flagged = useTexts(flaggedTexts);
  const { setup } = props.view;
  const today = localDate(props.now, setup.hall.timeZone);
  const [period, setPeriod] = useState<Period>({ from: dateOfDay(dayNumber(today) - 30), to: today });
  const nextYear = String(Number(today.slice(0, 4)) + 1);
  const isMissing = today.slice(5, 7) === warnFromMonth && !setup.calendarYears.some(({ id }) => id === nextYear);
  return (
    <section>
      <div className="admin-title">
        <div>
          <h2>{texts.section}</h2>
          <p>{texts.help}</p>
        </div>
      </div>
      {isMissing && <Alert type="warning" showIcon title={texts.calendarMissing} />}
      <Tabs
        items={[
          { key: 'ledger', label: texts.ledger, children: <CaseLedger {...props} {...{ period, setPeriod }} /> },
          {
            key: 'figures',
            label: texts.figures,
            children: <RatingFiguresTab {...{ period, setPeriod }} view={props.view} questions={props.questions} />,
          },
          {
            key: 'flagged',
            label: flagged.tab,
            children: <FlaggedTab {...{ period, setPeriod }} questions={props.questions} send={props.send} />,
          },
          {
            key: 'questions',
            label: texts.questions,
            children: <EntrySection kind="localQuestion" setup={setup} save={props.save} mayEdit={props.mayEdit} />,
          },
          {
            key: 'exporter',
            label: exporter.tab,
            children: <ExporterTab questions={props.questions} timeZone={setup.hall.timeZone} />,
          },
          {
            key: 'calendar',
            label: texts.calendar,
            children: <CalendarTab {...{ setup, today }} save={props.save} mayEdit={props.mayEdit} />,
          },
        ]}
      />
    </section>
  );
}

/** In the menu, so that a new or an overdue case is noticed wherever one is. */
export function CaseBadge({ open, over }: AdminView['cases']) {
  const texts = useTexts(ledgerTexts);
  if (open === 0) return null;
  return (
    <span className={over > 0 ? 'ledger-badge over' : 'ledger-badge'}>
      {over > 0 ? over : open}
      <span className="visually-hidden"> {over > 0 ? texts.over : texts.open}</span>
    </span>
  );
}
