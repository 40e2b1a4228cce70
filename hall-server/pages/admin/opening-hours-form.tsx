import { App, Button, Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { z } from 'zod';
import { useTexts } from '../../../shared/browser/language.tsx';
import { ClockTime, type Rules, SetupEntry, weekdays } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { DraftOnPage } from './draft-form.tsx';
import { changesOfHours } from './hours-changes.ts';
import { parseWith } from './issues.ts';
import type { SetupFormProps } from './rules-section.tsx';
import { useDraft } from './use-draft.ts';

type Period = readonly [string, string];
type Periods = readonly Period[];
type Exceptions = readonly { readonly date: string; readonly periods: Periods }[];

const mostPeriods = 6;

/** Hours while somebody types: times and dates that may not be any yet. */
const times = z.array(z.tuple([z.string(), z.string()]));
const Typed = z.object({
  ...{
    monday: times,
    tuesday: times,
    wednesday: times,
    thursday: times,
    friday: times,
    saturday: times,
    sunday: times,
  },
  exceptions: z.array(z.object({ date: z.string(), periods: times })),
});

/** When the hall is open, by weekday, and the dates that differ; beside each, when numbers will be given. */
export function OpeningHoursForm({ setup, save, mayEdit }: SetupFormProps) {
  const texts = useTexts(adminTexts);
  const { message } = App.useApp();
  const form = useDraft({
    initial: { ...setup.openingHours },
    fields: () => [],
    parse: (draft) => parseWith(SetupEntry, { kind: 'openingHours', value: draft }, 1),
    save,
    onSaved: () => void message.success(texts.saved),
  });
  const draft = Typed.parse(form.draft);
  const { issue } = setup.rules;
  const disabled = !mayEdit || form.saving;
  const setExceptions = (exceptions: Exceptions) => form.set(['exceptions'], exceptions);
  const changeException = (index: number, to: Partial<Exceptions[number]>) =>
    setExceptions(draft.exceptions.map((one, at) => (at === index ? { ...one, ...to } : one)));
  return (
    <DraftOnPage form={form} changes={changesOfHours(setup.openingHours, draft, texts)} mayEdit={mayEdit}>
      <h3>{texts.weekly}</h3>
      <ul className="admin-hours">
        {weekdays.map((weekday) => (
          <li key={weekday}>
            <strong>{texts.weekdays[weekday]}</strong>
            <PeriodsInput
              label={texts.weekdays[weekday]}
              periods={draft[weekday]}
              change={(periods) => form.set([weekday], periods)}
              wrong={form.wrongAt([weekday]) === null ? null : texts.wrong.time}
              issue={issue}
              disabled={disabled}
            />
          </li>
        ))}
      </ul>
      <h3>{texts.exceptions}</h3>
      <p className="admin-soft">{texts.exceptionsHelp}</p>
      <ul className="admin-hours">
        {draft.exceptions.map(({ date, periods }, index) => {
          const wrongDate = form.wrongAt(['exceptions', String(index), 'date']) !== null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a date may still be empty or twice while typing
            <li key={index}>
              <span className="admin-date">
                <Input
                  aria-label={texts.date}
                  aria-invalid={wrongDate}
                  status={wrongDate ? 'error' : ''}
                  placeholder="2026-10-01"
                  disabled={disabled}
                  value={date}
                  onChange={(event) => changeException(index, { date: event.target.value.trim() })}
                />
                {wrongDate && <span className="admin-wrong">{texts.wrong.date}</span>}
              </span>
              <PeriodsInput
                label={date}
                periods={periods}
                change={(next) => changeException(index, { periods: next })}
                wrong={form.wrongAt(['exceptions', String(index), 'periods']) === null ? null : texts.wrong.time}
                issue={issue}
                disabled={disabled}
              />
              {mayEdit && (
                <Button
                  icon={<Trash2 size={18} aria-hidden />}
                  disabled={disabled}
                  onClick={() => setExceptions(draft.exceptions.filter((_, at) => at !== index))}
                >
                  {texts.removeException}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {mayEdit && (
        <Button
          icon={<Plus size={18} aria-hidden />}
          disabled={disabled}
          onClick={() => setExceptions([...draft.exceptions, { date: '', periods: [] }])}
        >
          {texts.addException}
        </Button>
      )}
    </DraftOnPage>
  );
}

interface PeriodsInputProps {
  readonly label: string;
  readonly periods: Periods;
  readonly change: (periods: Periods) => void;
  readonly wrong: string | null;
  readonly issue: Rules['issue'];
  readonly disabled: boolean;
}

function PeriodsInput({ label, periods, change, wrong, issue, disabled }: PeriodsInputProps) {
  const texts = useTexts(adminTexts);
  const given = ticketsGiven(periods, issue);
  const put = (index: number, period: Period) => change(periods.map((one, at) => (at === index ? period : one)));
  return (
    <>
      <span className="admin-periods">
        {periods.map(([from, to], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place in the day
          <span className="admin-period" key={index}>
            <Input
              aria-label={`${label} ${texts.openFrom}`}
              status={wrong === null ? '' : 'error'}
              disabled={disabled}
              value={from}
              onChange={(event) => put(index, [event.target.value.trim(), to])}
            />
            –
            <Input
              aria-label={`${label} ${texts.openTo}`}
              status={wrong === null ? '' : 'error'}
              disabled={disabled}
              value={to}
              onChange={(event) => put(index, [from, event.target.value.trim()])}
            />
            {!disabled && (
              <Button
                type="text"
                aria-label={`${label} ${texts.removePeriod}`}
                title={texts.removePeriod}
                icon={<Trash2 size={18} aria-hidden />}
                onClick={() => change(periods.filter((_, at) => at !== index))}
              />
            )}
          </span>
        ))}
        {!disabled && periods.length < mostPeriods && (
          <Button
            type="link"
            icon={<Plus size={18} aria-hidden />}
            aria-label={`${label} ${texts.addPeriod}`}
            onClick={() => change([...periods, periods.length === 0 ? ['09:00', '12:00'] : ['13:00', '17:00']])}
          >
            {texts.addPeriod}
          </Button>
        )}
      </span>
      {wrong === null ? (
        <span className="admin-soft">
          {periods.length === 0 ? texts.closedAllDay : given.length > 0 && texts.ticketsGiven(given)}
        </span>
      ) : (
        <span className="admin-wrong" role="alert">
          {wrong}
        </span>
      )}
    </>
  );
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** When numbers are given on a day with these periods: the rule of hall-server/queue/opening-hours.ts, for reading. */
export function ticketsGiven(periods: Periods, issue: Rules['issue']): readonly string[] {
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return [];
  // Half-typed times promise nothing yet.
  if (!periods.flat().every((time) => ClockTime.safeParse(time).success)) return [];
  const spans: Periods = issue.throughBreaks ? [[first[0], last[1]]] : periods;
  return spans.map(([from, to]) => {
    const start = Math.max(0, minuteOf(from) - issue.openBeforeMinutes);
    const end = to === '24:00' ? 24 * 60 : minuteOf(to) - issue.closeBeforeMinutes;
    return `${timeOf(start)}–${timeOf(Math.max(start, end))}`;
  });
}
