import { Table } from 'antd';
import { useCallback } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { TripsRow } from '../../../shared/http.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import type { AdminView } from '../../../shared/views.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';

interface TripsSectionProps {
  readonly view: AdminView;
  readonly questions: Questions;
}

const daysShown = 90;
const askAgainMs = 60_000;

/** 少跑一趟: how often people had to come, and how long it took, for errands that ended in the last 90 days. */
export function TripsSection({ view, questions }: TripsSectionProps) {
  const { language, say } = useSpeech();
  const texts = adminTexts[language];
  const today = view.today.day;
  const reading = useReading(
    useCallback(() => questions.trips(today === null ? null : lastDays(today)), [questions, today]),
    askAgainMs,
  );
  const name = (id: string) => {
    const service = view.setup.services.find((one) => one.id === id);
    return service === undefined ? id : say(service.name);
  };
  const figure = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
  const columns = (of: 'trips' | 'days') =>
    (['mean', 'median', 'p90'] as const).map((which) => ({
      key: `${of} ${which}`,
      title: texts.tripFigures[which],
      align: 'end' as const,
      render: (_: unknown, row: TripsRow) => figure(row[of][which]),
    }));
  return (
    <section>
      <h2>{texts.sections.trips}</h2>
      <p className="admin-soft">{texts.tripsHelp(daysShown)}</p>
      <ReadState reading={reading} />
      {reading.answer !== null && (
        <Table<TripsRow>
          rowKey="serviceId"
          size="small"
          pagination={false}
          dataSource={[...reading.answer]}
          locale={{ emptyText: texts.noTrips }}
          columns={[
            { key: 'service', title: texts.fields.service, render: (_, { serviceId }) => name(serviceId) },
            { key: 'cases', title: texts.tripCases, align: 'end', render: (_, { cases }) => <strong>{cases}</strong> },
            { key: 'trips', title: texts.tripsOfCase, children: columns('trips') },
            { key: 'days', title: texts.daysOfCase, children: columns('days') },
          ]}
        />
      )}
    </section>
  );
}

/** [from, to): so many days up to and with that one. */
function lastDays(today: string): { readonly from: string; readonly to: string } {
  const at = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * 24 * 3_600_000).toISOString().slice(0, 10);
  return { from: at(1 - daysShown), to: at(1) };
}
