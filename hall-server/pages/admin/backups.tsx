import { Alert, Button, Progress } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dateAndTime } from '../../../shared/browser/clock-time.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { BackupState } from '../../../shared/http.ts';
import { type AdminBackupsTexts, adminBackupsTexts } from '../../../shared/texts/admin-backups.ts';
import { backupAlerts } from './alerts.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';

const askAgainMs = 60_000;
const whileRunningMs = 1_000;

interface BackupsProps {
  readonly questions: Questions;
  readonly timeZone: string;
  /** UTC ms. */
  readonly now: number;
}

/** 备份: how the copies are, and one more at once. */
export function BackupsTab({ questions, timeZone, now }: BackupsProps) {
  const texts = useTexts(adminBackupsTexts);
  const [busy, setBusy] = useState(false);
  const reading = useReading(questions.backups, busy ? whileRunningMs : askAgainMs);
  const { answer, again } = reading;
  const running = answer?.running ?? null;
  useEffect(() => setBusy(running !== null), [running]);
  const make = async () => {
    await questions.makeBackup();
    again();
  };
  if (answer === null) return <ReadState reading={reading} />;
  const [wrong] = backupAlerts(answer, now).map(({ failure }) => backupFault(failure, timeZone, texts));
  return (
    <div className="admin-narrow">
      <p className="admin-soft">{texts.help}</p>
      {wrong !== undefined && <Alert type="error" showIcon role="alert" title={wrong} description={texts.nextStep} />}
      <dl className="admin-facts">
        <dt>{texts.latest}</dt>
        <dd>{answer.latestAt === null ? texts.none : dateAndTime(answer.latestAt, timeZone)}</dd>
        <dt>{texts.kept}</dt>
        <dd>{texts.count(answer.kept)}</dd>
        <dt>{texts.folder}</dt>
        <dd>
          <code>{answer.folder}</code>
          {answer.sameDisk && (
            <p className="admin-note">
              <TriangleAlert size={18} aria-hidden />
              {texts.sameDisk}
            </p>
          )}
        </dd>
      </dl>
      {running === null ? (
        <Button onClick={() => void make()}>{texts.make}</Button>
      ) : (
        <div role="status">
          {texts.making}
          <Progress percent={Math.round(running * 100)} />
        </div>
      )}
      <p className="admin-soft admin-apart">{texts.restoreHelp}</p>
    </div>
  );
}

/** What is wrong with them, in a sentence; no failure: nobody has named one, but none comes any more. */
export function backupFault(failure: BackupState['failure'], timeZone: string, texts: AdminBackupsTexts): string {
  if (failure === null) return texts.overdue;
  return texts.failed(dateAndTime(failure.at, timeZone), texts.whys[failure.why]);
}
