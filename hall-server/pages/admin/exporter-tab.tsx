import { Alert, Button } from 'antd';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import { adminExporterTexts } from '../../../shared/texts/admin-exporter.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';

const askAgainMs = 10_000;

interface ExporterTabProps {
  readonly questions: Questions;
  readonly timeZone: string;
}

/** 上报: whether ratings are sent to a platform, and what became of them. */
export function ExporterTab({ questions, timeZone }: ExporterTabProps) {
  const texts = useTexts(adminExporterTexts);
  const reading = useReading(questions.exporter, askAgainMs);
  const { answer, again } = reading;
  if (answer === null) return <ReadState reading={reading} />;
  if (answer.target === null) return <Alert type="info" showIcon title={texts.off} description={texts.offHow} />;
  const { target, taken, waiting, refused, refusals, fault } = answer;
  const saying = (status: number | null) => (status === null ? texts.noAnswer : texts.answered(status));
  const tryNow = async () => {
    await questions.exportNow();
    again();
  };
  return (
    <div className="admin-narrow">
      {fault !== null && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={saying(fault.status)}
          description={texts.waits(fault.tries, clockTime(fault.nextAt, timeZone))}
          action={<Button onClick={() => void tryNow()}>{texts.tryNow}</Button>}
        />
      )}
      <dl className="admin-facts">
        <dt>{texts.target}</dt>
        <dd>
          <code>{target}</code>
        </dd>
        <dt>{texts.taken}</dt>
        <dd>{texts.messages(taken)}</dd>
        <dt>{texts.waiting}</dt>
        <dd>{texts.messages(waiting)}</dd>
        <dt>{texts.refused}</dt>
        <dd>{texts.messages(refused)}</dd>
      </dl>
      {refusals.length > 0 && (
        <>
          <h3>{texts.refusals}</h3>
          <ul className="admin-refusals">
            {refusals.map(({ position, status }) => (
              <li key={position}>
                {position} · {saying(status)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="admin-soft admin-apart">{texts.apart}</p>
    </div>
  );
}
