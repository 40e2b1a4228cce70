import { Alert, App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { Setup } from '../../../shared/setup.ts';
import { ledgerTexts } from '../../../shared/texts/ledger.ts';
import { CalendarYear } from '../../../shared/working-days.ts';
import { linesOf, yearFromLines } from './calendar-lines.ts';
import type { SaveEntry } from './entry-section.tsx';

interface CalendarTabProps {
  readonly setup: Setup;
  /** 'YYYY-MM-DD' */
  readonly today: string;
  readonly save: SaveEntry;
  readonly mayEdit: boolean;
}

/** The announced years, one at a time; a hall's own holidays are opening hours and do not belong here. */
export function CalendarTab(props: CalendarTabProps) {
  const texts = useTexts(ledgerTexts);
  const thisYear = Number(props.today.slice(0, 4));
  const known = props.setup.calendarYears.map(({ id }) => id);
  const years = [...new Set([...known, String(thisYear), String(thisYear + 1)])].toSorted();
  const [year, setYear] = useState(String(thisYear));
  return (
    <div className="calendar">
      <label htmlFor="calendar-year">
        <span>{texts.year}</span>
        <Select
          id="calendar-year"
          options={years.map((value) => ({ value, label: value }))}
          value={year}
          onChange={setYear}
        />
      </label>
      <YearForm key={year} {...props} year={year} />
    </div>
  );
}

function YearForm({ setup, save, mayEdit, year }: CalendarTabProps & { year: string }) {
  const texts = useTexts(ledgerTexts);
  const { message } = App.useApp();
  const present = setup.calendarYears.find(({ id }) => id === year);
  const [source, setSource] = useState(present?.source ?? '');
  const [lines, setLines] = useState(present === undefined ? '' : linesOf(present));
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async () => {
    const value = yearFromLines(year, source, lines);
    if (value === null) return setFailure(texts.wrongCalendar);
    const refused = await save({ kind: 'calendarYear', value: CalendarYear.parse(value) });
    setFailure(refused);
    if (refused === null) void message.success(texts.calendarSaved);
  };
  return (
    <>
      <label htmlFor="calendar-source">
        <span>{texts.source}</span>
        <Input
          id="calendar-source"
          value={source}
          maxLength={200}
          readOnly={!mayEdit}
          onChange={(event) => setSource(event.target.value)}
        />
      </label>
      <label htmlFor="calendar-days">
        <span>{texts.days}</span>
        <Input.TextArea
          id="calendar-days"
          value={lines}
          rows={12}
          readOnly={!mayEdit}
          onChange={(event) => setLines(event.target.value)}
        />
        <small>{texts.calendarHelp}</small>
      </label>
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
      {mayEdit && (
        <div className="case-form-buttons">
          <Button type="primary" onClick={() => void submit()}>
            {texts.saveCalendar}
          </Button>
          <label className="calendar-file">
            {texts.importFile}
            <input
              type="file"
              accept=".csv,.txt"
              onChange={async (event) => {
                const [file] = event.target.files ?? [];
                if (file !== undefined) setLines((await file.text()).replace(/^\uFEFF/, ''));
              }}
            />
          </label>
        </div>
      )}
    </>
  );
}
