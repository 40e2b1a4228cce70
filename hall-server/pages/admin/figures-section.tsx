import './figures.css';
import { Button, Segmented, Select } from 'antd';
import { Printer, X } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { localDate } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { type Breakdown, breakdowns, type Figures, type FiguresQuery, steps } from '../../../shared/figures.ts';
import type { TripsRow } from '../../../shared/http.ts';
import type { RatingFigures } from '../../../shared/rating-ledger.ts';
import { type FiguresTexts, figuresTexts } from '../../../shared/texts/figures.ts';
import type { AdminView } from '../../../shared/views.ts';
import { dateOfDay, dayNumber } from '../../../shared/working-days.ts';
import { Empty } from './case-ledger.tsx';
import { FiguresChart } from './figures-chart.tsx';
import { countersOption, hoursOption, trendOption } from './figures-options.ts';
import { Defined, type FigureName, FiguresTable, minutesOf, shareOf } from './figures-table.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';

interface FiguresSectionProps {
  readonly view: AdminView;
  readonly now: number;
  readonly questions: Questions;
}

const everyMs = 60_000;
const presets = { today: [0, 0], yesterday: [1, 1], week: [6, 0], month: [29, 0], year: [364, 0] } as const;

/** What a period came to: key figures, pictures, and a table of groups; every figure with its definition one press away. */
export function FiguresSection({ view, now, questions }: FiguresSectionProps) {
  const { language, say } = useSpeech();
  const texts = figuresTexts[language];
  const { setup } = view;
  const today = localDate(now, setup.hall.timeZone);
  const ago = (days: number) => dateOfDay(dayNumber(today) - days);
  const [query, setQuery] = useState<FiguresQuery>({ from: ago(0), to: ago(0), by: 'service', step: 'day' });
  const reading = useReading(
    useCallback(() => questions.figures(query), [questions, query]),
    everyMs,
  );
  const { from, to, by } = query;
  const ratings = useReading(
    useCallback(() => questions.ratingFigures({ from, to }), [questions, from, to]),
    everyMs,
  );
  const trips = useReading(
    useCallback(() => questions.trips({ from, to: dateOfDay(dayNumber(to) + 1) }), [questions, from, to]),
    everyMs,
  );
  const staff = useReading(questions.staff, everyMs);
  const figures = reading.answer;
  const isOf = figures !== null && isSame(figures.query, query);
  const shown = isOf ? figures : null;
  /** Only that group, told apart by something else; the same again by its own kind would be one line. */
  const lookInto = (key: string) => setQuery({ ...query, of: by, key, by: by === 'service' ? 'counter' : 'service' });
  const all = () => {
    const { of: _, key: __, ...whole } = query;
    setQuery({ ...whole, by: query.of ?? by });
  };
  const labelOf = (id: string) => setup.counters.find((one) => one.id === id)?.label ?? id;
  const nameIn = (kind: Breakdown, key: string): string => {
    const named = (list: readonly { readonly id: string; readonly name: Parameters<typeof say>[0] }[]) => {
      const found = list.find((one) => one.id === key);
      return found === undefined ? texts.gone : say(found.name);
    };
    switch (kind) {
      case 'service':
        return named(setup.services);
      case 'queue': {
        const queue = setup.queues.find((one) => one.id === key);
        return queue === undefined ? texts.gone : `${queue.prefix} ${say(queue.name)}`;
      }
      case 'counter':
        return texts.counterLabel(labelOf(key));
      case 'staff':
        return staff.answer?.find((row) => row.staffId === key)?.name ?? texts.gone;
      case 'source':
        return texts.sources[key as keyof FiguresTexts['sources']] ?? key;
      case 'priority':
        return key === '' ? texts.noPriority : named(setup.priorityClasses);
    }
  };
  const groups = breakdowns.filter((one) => one !== 'staff' || setup.rules.figures.byStaff);
  const preset = Object.entries(presets).find(([, [first, last]]) => ago(first) === from && ago(last) === to)?.[0];
  const choose = (name: string) => {
    const [first, last] = presets[name as keyof typeof presets];
    const step = first > 100 ? 'month' : 'day';
    setQuery({ ...query, from: ago(first), to: ago(last), step });
  };
  const period = from === to ? from : `${from} – ${to}`;
  return (
    <section className="figures">
      <div className="admin-title">
        <div>
          <h2 className="figures-title">{texts.section}</h2>
          <h2 className="figures-report">
            {say(setup.hall.name)} {texts.reportOf(period)}
          </h2>
          {shown !== null && <p>{texts.days(shown.days)}</p>}
        </div>
        <span className="figures-choices">
          <Segmented
            aria-label={texts.period}
            value={preset ?? ''}
            onChange={choose}
            options={Object.keys(presets).map((value) => ({
              value,
              label: texts.presets[value as keyof typeof presets],
            }))}
          />
          <PeriodPicker period={{ from, to }} setPeriod={(next) => setQuery({ ...query, ...next })} />
        </span>
      </div>
      {query.of !== undefined && query.key !== undefined && (
        <p className="figures-of">
          <strong>{texts.only(texts.breakdowns[query.of], nameIn(query.of, query.key))}</strong>
          <Button icon={<X size={18} aria-hidden />} onClick={all}>
            {texts.wholeHall}
          </Button>
        </p>
      )}
      <ReadState reading={isOf || reading.failure !== null ? reading : { ...reading, answer: null }} />
      {shown !== null && shown.all.arrivals === 0 && <Empty title={texts.none} help={texts.noneHelp} />}
      {shown !== null && shown.all.arrivals > 0 && (
        <>
          <KeyFigures figures={shown} ratings={ratings.answer} trips={query.of === undefined ? trips.answer : null} />
          <Pictures figures={shown} labelOf={labelOf} setStep={(step) => setQuery({ ...query, step })} />
          <div className="figures-bar">
            <h3>{texts.table(texts.breakdowns[by])}</h3>
            <span className="figures-choices">
              <Select<FiguresQuery['by']>
                aria-label={texts.by}
                value={by}
                onChange={(next) => setQuery({ ...query, by: next })}
                options={groups
                  .filter((value) => value !== query.of)
                  .map((value) => ({ value, label: texts.breakdowns[value] }))}
              />
              <span className="admin-soft">{texts.export}</span>
              {(['xlsx', 'csv'] as const).map((format) => (
                <a key={format} href={questions.figuresFile(query, format)} download>
                  {format.toUpperCase()}
                </a>
              ))}
              <Button icon={<Printer size={18} aria-hidden />} onClick={() => print()}>
                {texts.print}
              </Button>
            </span>
          </div>
          <FiguresTable figures={shown} nameOf={(key) => nameIn(by, key)} lookInto={lookInto} />
        </>
      )}
    </section>
  );
}

/** Whether two queries ask for the same, apart from the step of the trend: that may be drawn while another is read. */
function isSame(a: FiguresQuery, b: FiguresQuery): boolean {
  return a.from === b.from && a.to === b.to && a.by === b.by && a.of === b.of && a.key === b.key;
}

interface KeyFiguresProps {
  readonly figures: Figures;
  /** Of the whole hall. */
  readonly ratings: RatingFigures | null;
  /** Null: not read yet, or only a group is looked at. */
  readonly trips: readonly TripsRow[] | null;
}

function KeyFigures({ figures, ratings, trips }: KeyFiguresProps) {
  const { language } = useSpeech();
  const texts = figuresTexts[language];
  const { all, targetMinutes } = figures;
  const { kept, later, sooner } = all.promise;
  const spread = ({ median, p90 }: Figures['all']['waiting']) =>
    [minutesOf(median, texts), `${texts.median} · ${texts.p90} ${minutesOf(p90, texts)}`] as const;
  const cards: readonly Card[] = [
    ['arrivals', all.arrivals, `${texts.figures.done[0]} ${all.done}`],
    ['waiting', ...spread(all.waiting)],
    ['withinTarget', shareOf(all.withinTarget.n, all.withinTarget.of, texts), texts.target(targetMinutes)],
    ['service', ...spread(all.service)],
    ['total', ...spread(all.total)],
    ['walking', ...spread(all.walking)],
    [
      'noShow',
      shareOf(all.noShow, all.called, texts),
      `${texts.figures.missed[0]} ${all.missed} · ${texts.figures.putBack[0]} ${all.putBack}`,
    ],
    ['unserved', all.unserved, `${texts.figures.transferred[0]} ${all.transferred}`],
    ['kept', shareOf(kept, kept + later + sooner, texts), `${texts.later(later)} · ${texts.sooner(sooner)}`],
    ...(trips === null ? [] : [['trips', ...tripsOf(trips, texts)] as const]),
    ...(figures.query.of === undefined ? [ratingCard(ratings, texts)] : []),
  ];
  return (
    <dl className="figures-keys">
      {cards.map(([name, value, more]) => (
        <div key={name}>
          <dt>
            <Defined name={name} />
          </dt>
          <dd>
            {value}
            <small>{more}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Card = readonly [name: FigureName, value: ReactNode, more: string];

function ratingCard(ratings: RatingFigures | null, texts: FiguresTexts): Card {
  if (ratings === null) return ['rating', texts.noFigure, ''];
  const { mean, rated, ratable } = ratings.hall;
  const response = texts.response(shareOf(rated, ratable, texts));
  return ['rating', mean === null ? texts.tooFew : mean.toFixed(2), response];
}

/** Over all errands that ended in the period: each counts once, whatever its service. */
function tripsOf(rows: readonly TripsRow[], texts: FiguresTexts): readonly [string, string] {
  const cases = rows.reduce((all, row) => all + row.cases, 0);
  if (cases === 0) return [texts.noFigure, ''];
  const trips = rows.reduce((all, row) => all + row.trips.mean * row.cases, 0) / cases;
  return [trips.toFixed(2), texts.errands(cases)];
}

interface PicturesProps {
  readonly figures: Figures;
  readonly labelOf: (counterId: string) => string;
  readonly setStep: (step: FiguresQuery['step']) => void;
}

function Pictures({ figures, labelOf, setStep }: PicturesProps) {
  const { language } = useSpeech();
  const texts = figuresTexts[language];
  const trend = useMemo(() => trendOption(figures, texts), [figures, texts]);
  const hours = useMemo(() => hoursOption(figures, texts), [figures, texts]);
  // One text, not a list made anew with every push: the picture is drawn again only when a label has changed.
  const labels = figures.counters.map(({ counterId }) => labelOf(counterId)).join('\n');
  const counters = useMemo(() => countersOption(figures, texts, labels.split('\n')), [figures, texts, labels]);
  return (
    <div className="figures-pictures">
      {figures.series.length > 1 && (
        <section>
          <h3>
            {texts.trend}
            <Select<FiguresQuery['step']>
              size="small"
              aria-label={texts.step}
              value={figures.query.step}
              onChange={setStep}
              options={steps.map((value) => ({
                value,
                label: `${texts.step}${language === 'en' ? ' ' : ''}${texts.steps[value]}`,
              }))}
            />
          </h3>
          <FiguresChart option={trend} label={texts.trend} height={260} />
        </section>
      )}
      <section>
        <h3>
          {texts.hours} <small>{texts.hoursHelp}</small>
        </h3>
        <FiguresChart option={hours} label={texts.hours} height={260} />
      </section>
      {figures.counters.length > 0 && (
        <section>
          <h3>
            {texts.counterUse} <small>{texts.counterHelp}</small>
          </h3>
          <FiguresChart option={counters} label={texts.counterUse} height={260} />
        </section>
      )}
    </div>
  );
}
