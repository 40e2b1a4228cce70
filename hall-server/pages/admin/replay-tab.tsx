import { Alert, Button, InputNumber, Select, Table } from 'antd';
import { useId, useState } from 'react';
import { z } from 'zod';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Replayed, ReplayFigure } from '../../../shared/replay.ts';
import { type Setup, WorkProfile } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { adminReplayTexts } from '../../../shared/texts/admin-replay.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import { words } from '../../../shared/texts/words.ts';
import { callReasons } from '../../../shared/views.ts';
import type { DraftLevel } from './level-words.ts';
import { ProfileLevels } from './profile-levels.tsx';
import type { Questions } from './questions.ts';
import { useLongWork } from './use-long-work.ts';
import { WorkShare } from './work-share.tsx';

interface ReplayTabProps {
  readonly setup: Setup;
  readonly questions: Questions;
  /** The hall's date, 'YYYY-MM-DD'; null before its first day. */
  readonly today: string | null;
}

type Shown = { readonly replayed: Replayed } | { readonly says: string };

/** A past day under another rule, before it is switched on. */
export function ReplayTab({ setup, questions, today }: ReplayTabProps) {
  const { language, say } = useSpeech();
  const texts = adminReplayTexts[language];
  const admin = adminTexts[language];
  const id = useId();
  const [date, setDate] = useState(today ?? '');
  const [times, setTimes] = useState<number | null>(setup.rules.call.maxTimesPassed);
  const [changed, setChanged] = useState<{ readonly id: string; readonly levels: unknown } | null>(null);
  const { state, begin, stop } = useLongWork('/api/replay/progress');
  const running = state.at === 'running';
  const [shown, setShown] = useState<Shown | null>(null);
  const profiles = setup.workProfiles.filter((one) => one.active);

  const run = () => {
    const profile = setup.workProfiles.find((one) => one.id === changed?.id);
    const parsed = z
      .array(WorkProfile)
      .safeParse(profile === undefined ? [] : [{ ...profile, levels: changed?.levels }]);
    if (!parsed.success || times === null) return setShown({ says: texts.incomplete });
    const wish = { date, maxTimesPassed: times, workProfiles: parsed.data };
    setShown(null);
    begin(async (id, giveUp) => {
      const asked = await questions.replay(wish, id, giveUp);
      if (giveUp.aborted) return null;
      if (asked.ok) setShown({ replayed: asked.answer });
      else if (asked.code === 'notFound') setShown({ says: texts.noDay });
      else return asked.code;
      return null;
    });
  };

  return (
    <div className="admin-replay">
      <p className="admin-soft">{texts.help}</p>
      <div className="admin-replay-wish">
        <label htmlFor={`${id}-day`}>
          {texts.day}
          <input
            id={`${id}-day`}
            type="date"
            value={date}
            max={today ?? undefined}
            onChange={(event) => setDate(event.target.value)}
          />
        </label>
        <label htmlFor={`${id}-times`}>
          {admin.rules.maxTimesPassed}
          <InputNumber
            id={`${id}-times`}
            min={0}
            max={20}
            suffix={admin.units.times}
            value={times}
            onChange={setTimes}
          />
        </label>
        <label htmlFor={`${id}-profile`}>
          {texts.profile}
          <Select
            id={`${id}-profile`}
            value={changed?.id ?? ''}
            options={[
              { value: '', label: texts.noProfile },
              ...profiles.map((one) => ({ value: one.id as string, label: say(one.name) })),
            ]}
            onChange={(chosen) => {
              const profile = profiles.find((one) => one.id === chosen);
              setChanged(profile === undefined ? null : { id: profile.id, levels: profile.levels });
            }}
          />
        </label>
      </div>
      {changed !== null && (
        <ProfileLevels
          field={{
            as: 'levels',
            path: ['levels'],
            label: admin.fields.levels,
            choices: setup.queues
              .filter((queue) => queue.active)
              .map((queue) => ({ value: queue.id, label: `${queue.prefix} ${say(queue.name)}` })),
          }}
          value={changed.levels}
          change={(levels: readonly DraftLevel[]) => setChanged({ ...changed, levels })}
          disabled={running}
        />
      )}
      {running ? (
        <WorkShare label={texts.running} share={state.share} stop={stop} />
      ) : (
        <Button type="primary" disabled={date === ''} onClick={run}>
          {texts.run}
        </Button>
      )}
      {state.at === 'failed' && <Alert type="error" showIcon message={rejectionTexts[language][state.code]({})} />}
      {shown !== null && 'says' in shown && <Alert type="warning" showIcon message={shown.says} />}
      {shown !== null && 'replayed' in shown && <Outcome replayed={shown.replayed} setup={setup} />}
    </div>
  );
}

interface Row {
  readonly key: string;
  readonly who: string;
  readonly before: ReplayFigure | undefined;
  readonly after: ReplayFigure | undefined;
}

function Outcome({ replayed, setup }: { readonly replayed: Replayed; readonly setup: Setup }) {
  const { language, say } = useSpeech();
  const texts = adminReplayTexts[language];
  const { truly, asItIs, asItWouldBe, errorMinutes } = replayed;
  const one = (value: number) => value.toFixed(1);
  const change = (row: Row, of: (figure: ReplayFigure) => string) =>
    texts.change(row.before ? of(row.before) : '–', row.after ? of(row.after) : '–');
  const rows: readonly Row[] = [
    { key: 'all', who: texts.everybody, before: asItIs.all, after: asItWouldBe.all },
    ...asItIs.byClass.map((before) => ({
      key: before.visitClass,
      who: texts.classes[before.visitClass],
      before,
      after: asItWouldBe.byClass.find((other) => other.visitClass === before.visitClass),
    })),
    ...setup.queues.flatMap(({ id, prefix, name }) => {
      const before = asItIs.byQueue.find((figure) => figure.queueId === id);
      const after = asItWouldBe.byQueue.find((figure) => figure.queueId === id);
      return before === undefined && after === undefined
        ? []
        : [{ key: id, who: `${prefix} ${say(name)}`, before, after }];
    }),
  ];
  const reasons = callReasons.flatMap((reason) => {
    const before = asItIs.reasons[reason] ?? 0;
    const after = asItWouldBe.reasons[reason] ?? 0;
    return before + after === 0 ? [] : [{ reason, before, after }];
  });
  const minutes = (title: string, which: 'mean' | 'median' | 'p90') => ({
    key: which,
    title,
    align: 'end' as const,
    render: (_: unknown, row: Row) => texts.minutes(change(row, (figure) => one(figure[which]))),
  });
  return (
    <div className="admin-replay-outcome" aria-live="polite">
      <Alert
        type="info"
        showIcon
        message={texts.howNear(one(errorMinutes), one(truly.all.mean), one(asItIs.all.mean))}
      />
      <p className="admin-soft">{texts.reading}</p>
      <Table<Row>
        size="small"
        pagination={false}
        dataSource={[...rows]}
        columns={[
          { key: 'who', title: texts.who, render: (_, { who }) => who },
          {
            key: 'visits',
            title: texts.visits,
            align: 'end',
            render: (_, row) => row.before?.visits ?? row.after?.visits,
          },
          minutes(texts.mean, 'mean'),
          minutes(texts.median, 'median'),
          minutes(texts.p90, 'p90'),
          {
            key: 'overtaken',
            title: texts.overtaken,
            align: 'end',
            render: (_, row) => change(row, (figure) => one(figure.overtaken)),
          },
          {
            key: 'most',
            title: texts.most,
            align: 'end',
            render: (_, row) => change(row, (figure) => String(figure.overtakenMost)),
          },
        ]}
      />
      <Table
        size="small"
        rowKey="reason"
        pagination={false}
        dataSource={reasons}
        columns={[
          { key: 'reason', title: texts.reasons, render: (_, { reason }) => words[language].callReasons[reason] },
          {
            key: 'times',
            title: texts.times,
            align: 'end',
            render: (_, { before, after }) => texts.change(String(before), String(after)),
          },
        ]}
      />
      {asItIs.neverCalled + asItWouldBe.neverCalled > 0 && (
        <p>{texts.neverCalled(asItIs.neverCalled, asItWouldBe.neverCalled)}</p>
      )}
    </div>
  );
}
