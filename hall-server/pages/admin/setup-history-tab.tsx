import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { dateAndTime } from '../../../shared/browser/clock-time.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { SetupVersionRow, SetupWish } from '../../../shared/http.ts';
import type { Setup } from '../../../shared/setup.ts';
import { adminSetupTexts } from '../../../shared/texts/admin-setup.ts';
import { Empty } from './case-ledger.tsx';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { SetupChangeLines, useSetupSpeaker } from './setup-changes.tsx';
import { SetupDialog } from './setup-dialog.tsx';

interface SetupHistoryTabProps {
  readonly setup: Setup;
  readonly questions: Questions;
  readonly timeZone: string;
  readonly mayEdit: boolean;
}

const everyMs = 30_000;
const shownAtFirst = 3;

/** Who changed what, newest first; one entry or everything can go back. */
export function SetupHistoryTab({ setup, questions, timeZone, mayEdit }: SetupHistoryTabProps) {
  const texts = useTexts(adminSetupTexts);
  const [older, setOlder] = useState<readonly SetupVersionRow[]>([]);
  const [wish, setWish] = useState<{ readonly title: string; readonly wish: SetupWish } | null>(null);
  const reading = useReading(
    useCallback(() => questions.setupVersions(null), [questions]),
    everyMs,
  );
  const latest = reading.answer ?? [];
  const last = [...latest, ...older].at(-1);
  const rows = [...latest, ...older.filter((row) => latest.every((one) => one.sequence !== row.sequence))];
  const readOlder = async () => {
    const asked = await questions.setupVersions(last?.sequence ?? null);
    if (asked.ok) setOlder([...older, ...asked.answer]);
    else reading.again();
  };
  // The very first entry has nothing before it; a saving of one entry has the number 1 before it at least.
  const hasMore = last !== undefined && latest.length >= 20 && last.first > 1;
  return (
    <>
      <p className="admin-soft">{texts.historyHelp}</p>
      <ReadState reading={reading} />
      {reading.answer !== null && rows.length === 0 && <Empty title={texts.none} help={texts.noneHelp} />}
      <ol className="setup-history">
        {rows.map((row) => (
          <Version key={row.sequence} {...{ row, setup, timeZone, mayEdit }} ask={setWish} />
        ))}
      </ol>
      {hasMore && <Button onClick={() => void readOlder()}>{texts.more}</Button>}
      {wish !== null && (
        <SetupDialog
          {...{ ...wish, setup, questions }}
          close={() => {
            setWish(null);
            reading.again();
          }}
        />
      )}
    </>
  );
}

interface VersionProps extends Omit<SetupHistoryTabProps, 'questions'> {
  readonly row: SetupVersionRow;
  readonly ask: (wish: { readonly title: string; readonly wish: SetupWish }) => void;
}

function Version({ row, setup, timeZone, mayEdit, ask }: VersionProps) {
  const texts = useTexts(adminSetupTexts);
  const speaker = useSetupSpeaker(setup);
  const [all, setAll] = useState(false);
  const { changes, staffName, at, first } = row;
  const shown = all ? changes : changes.slice(0, shownAtFirst);
  return (
    <li>
      <header>
        <strong>{dateAndTime(at, timeZone)}</strong>
        <span>{staffName ?? texts.itself}</span>
        <span className="admin-soft">{texts.changed(changes.length)}</span>
        {mayEdit && (
          <Button
            size="small"
            onClick={() => ask({ title: texts.restoreAll, wish: { asOf: first - 1, others: 'switchOff' } })}
          >
            {texts.restoreAll}
          </Button>
        )}
      </header>
      {shown.map((change) => {
        const { before } = change;
        return (
          <div
            className="setup-history-line"
            key={`${change.after.kind} ${'id' in change.after.value ? change.after.value.id : ''}`}
          >
            <SetupChangeLines change={change} speaker={speaker} />
            {mayEdit && before !== null && (
              <Button
                type="link"
                size="small"
                onClick={() => ask({ title: texts.restoreOne, wish: { entries: [before], others: 'keep' } })}
              >
                {texts.restoreOne}
              </Button>
            )}
          </div>
        );
      })}
      {shown.length < changes.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {texts.showAll(changes.length)}
        </Button>
      )}
    </li>
  );
}
