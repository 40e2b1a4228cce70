import { Table } from 'antd';
import { useCallback } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { RatingFigure } from '../../../shared/rating-ledger.ts';
import { ledgerTexts } from '../../../shared/texts/ledger.ts';
import type { AdminView } from '../../../shared/views.ts';
import { ExportLinks } from './export-links.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { type Questions, useReading } from './questions.ts';
import type { Period } from './ratings-section.tsx';
import { ReadState } from './read-state.tsx';

interface RatingFiguresTabProps {
  readonly view: AdminView;
  readonly questions: Questions;
  readonly period: Period;
  readonly setPeriod: (period: Period) => void;
}

const everyMs = 60_000;
interface Line extends RatingFigure {
  readonly name: string;
}

/** Scores never without response rate and n beside them. */
export function RatingFiguresTab({ view, questions, period, setPeriod }: RatingFiguresTabProps) {
  const { language, say } = useSpeech();
  const texts = ledgerTexts[language];
  const { from, to } = period;
  const reading = useReading(
    useCallback(() => questions.ratingFigures({ from, to }), [questions, from, to]),
    everyMs,
  );
  const figures = reading.answer;
  const services = (id: string) => {
    const found = view.setup.services.find((one) => one.id === id);
    return found === undefined ? id : say(found.name);
  };
  const counters = (id: string) => view.setup.counters.find((one) => one.id === id)?.label ?? id;
  const lines = (list: readonly RatingFigure[], nameOf: (id: string) => string): Line[] =>
    list.map((figure) => ({ ...figure, name: nameOf(figure.key) }));
  return (
    <>
      <div className="ledger-bar">
        <p className="admin-soft">{texts.figuresHelp}</p>
        <span className="ledger-right">
          <PeriodPicker {...{ period, setPeriod }} />
          <ExportLinks what="ratings" period={period} />
        </span>
      </div>
      <ReadState reading={reading} />
      {figures !== null && (
        <div className="ledger-figures">
          <Figures title={texts.hall} lines={lines([figures.hall], () => texts.hall)} />
          <Figures title={texts.byService} lines={lines(figures.services, services)} />
          <Figures title={texts.byCounter} lines={lines(figures.counters, counters)} />
          <p>
            {texts.opinions}: {figures.opinions.given} ({texts.flagged} {figures.opinions.flagged}) · {texts.mean}{' '}
            {figures.opinions.mean === null ? texts.tooFew : figures.opinions.mean.toFixed(2)}
          </p>
        </div>
      )}
    </>
  );
}

function Figures({ title, lines }: { title: string; lines: readonly Line[] }) {
  const { language } = useSpeech();
  const texts = ledgerTexts[language];
  const score = (value: number | null) =>
    value === null ? <span className="admin-soft">{texts.tooFew}</span> : value.toFixed(2);
  return (
    <Table<Line>
      rowKey="key"
      size="small"
      pagination={{ pageSize: 8, hideOnSinglePage: true }}
      dataSource={[...lines]}
      columns={[
        { key: 'name', title, dataIndex: 'name', width: '28%' },
        { key: 'mean', title: texts.mean, align: 'end', render: (_, line) => <strong>{score(line.mean)}</strong> },
        { key: 'scored', title: texts.scored, align: 'end', dataIndex: 'scored' },
        {
          key: 'rate',
          title: texts.rate,
          align: 'end',
          render: (_, { rated, ratable }) =>
            `${ratable === 0 ? 0 : Math.round((rated * 100) / ratable)} % (${rated}/${ratable})`,
        },
        {
          key: 'withFlagged',
          title: texts.withFlagged,
          align: 'end',
          render: (_, line) => score(line.meanWithFlagged),
        },
        { key: 'flagged', title: texts.flagged, align: 'end', dataIndex: 'flagged' },
        { key: 'invalid', title: texts.invalid, align: 'end', dataIndex: 'invalid' },
      ]}
    />
  );
}
