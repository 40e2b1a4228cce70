import { Alert, Drawer } from 'antd';
import { useCallback } from 'react';
import { clockTime, dateAndTime } from '../../../shared/browser/clock-time.ts';
import type { Answer } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { TicketId } from '../../../shared/ids.ts';
import { languageTags } from '../../../shared/languages.ts';
import type { CaseView } from '../../../shared/rating-ledger.ts';
import { indicatorTexts } from '../../../shared/texts/indicators.ts';
import { ledgerTexts } from '../../../shared/texts/ledger.ts';
import { ratingLevelTexts } from '../../../shared/texts/rating-levels.ts';
import { words } from '../../../shared/texts/words.ts';
import type { AdminView } from '../../../shared/views.ts';
import { CaseActions } from './case-actions.tsx';
import { Due } from './case-ledger.tsx';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { type ChangeWords, TypedWords } from './typed-words.tsx';

interface CaseDrawerProps {
  readonly ticketId: TicketId;
  readonly view: AdminView;
  readonly questions: Questions;
  readonly send: (command: Command) => Promise<Answer>;
  readonly close: () => void;
}

const everyMs = 30_000;

/** One case: what was said, what happened, what was done, and what comes next. */
export function CaseDrawer({ ticketId, view, questions, send, close }: CaseDrawerProps) {
  const { language } = useSpeech();
  const texts = ledgerTexts[language];
  const reading = useReading(
    useCallback(() => questions.oneCase(ticketId), [questions, ticketId]),
    everyMs,
  );
  const one = reading.answer;
  const change = { changeText: questions.changeText, done: reading.again };
  return (
    <Drawer
      open
      size={920}
      onClose={close}
      title={
        one === null ? (
          texts.ledger
        ) : (
          <span className="case-title">
            <strong>{one.number}</strong>
            {texts.statuses[one.status]}
            {one.due !== null && <Due due={one.due} />}
          </span>
        )
      }
    >
      <ReadState reading={reading} />
      {one !== null && (
        <div className="case">
          <div>
            {one.declaredInvalid && <Alert type="info" showIcon title={texts.invalidMark} />}
            <Said one={one} setup={view.setup} change={change} />
            <Visit one={one} timeZone={view.hall.timeZone} />
          </div>
          <div>
            {one.amRated ? (
              <Alert type="warning" showIcon title={texts.amRated} />
            ) : (
              <CaseActions key={`${one.status} ${one.steps.length}`} one={one} send={send} done={reading.again} />
            )}
            <History one={one} timeZone={view.hall.timeZone} change={change} />
          </div>
        </div>
      )}
    </Drawer>
  );
}

function Said({ one, setup, change }: { one: CaseView; setup: AdminView['setup']; change: ChangeWords }) {
  const { language, say } = useSpeech();
  const texts = ledgerTexts[language];
  const answers = one.answers.flatMap(({ question, answer }) => {
    const asked = setup.localQuestions.find(({ id }) => id === question);
    const given = asked?.answers.find(({ id }) => id === answer);
    return asked === undefined || given === undefined ? [] : [`${say(asked.text)} ${say(given.text)}`];
  });
  return (
    <section>
      <h3>{texts.rater}</h3>
      <p className="case-level">
        {one.level} · {ratingLevelTexts[language][one.level]}
        {one.flags.length > 0 && (
          <small className="ledger-mark">{one.flags.map((flag) => texts.flags[flag]).join('、')}</small>
        )}
      </p>
      <p className="admin-soft">{say(one.serviceName)}</p>
      {(one.indicators.length > 0 || answers.length > 0) && (
        <ul className="case-said">
          {one.indicators.map((code) => (
            <li key={code}>{indicatorTexts[language][code]}</li>
          ))}
          {answers.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {one.said.length === 0 ? (
        <p className="admin-soft">{texts.noWords}</p>
      ) : (
        one.said.map((entry) => (
          <blockquote key={entry.commandId}>
            <TypedWords entry={entry} {...change} />
          </blockquote>
        ))
      )}
      <p>
        {one.phone !== null ? (
          <>
            {texts.callBack} <a href={`tel:${one.phone}`}>{one.phone}</a>
          </>
        ) : (
          <span className="admin-soft">{one.mayCallBack ? texts.erasedPhone : texts.noCallBack}</span>
        )}
      </p>
    </section>
  );
}

function Visit({ one, timeZone }: { one: CaseView; timeZone: string }) {
  const { language, say } = useSpeech();
  const minutes = new Intl.NumberFormat(languageTags[language], {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'short',
  });
  const texts = ledgerTexts[language];
  return (
    <section>
      <h3>{texts.facts}</h3>
      <table className="case-legs">
        <tbody>
          {one.legs.map((leg) => (
            <tr key={leg.from}>
              <td>{clockTime(leg.from, timeZone)}</td>
              <td>{words[language].statuses[leg.status]}</td>
              <td>{leg.to === null ? '' : minutes.format(Math.round((leg.to - leg.from) / 60_000))}</td>
              <td>
                {say(leg.queueName)}
                {leg.counterLabel !== null && ` · ${leg.counterLabel}`}
                {leg.staffName !== null && ` · ${leg.staffName}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function History({ one, timeZone, change }: { one: CaseView; timeZone: string; change: ChangeWords }) {
  const { language } = useSpeech();
  const texts = ledgerTexts[language];
  const when = (at: number) => dateAndTime(at, timeZone);
  return (
    <section>
      <h3>{texts.history}</h3>
      <ol className="case-steps">
        {one.steps.toReversed().map(({ at, staffName, step, texts: written }) => (
          <li key={`${at} ${step.kind}`}>
            <p>
              <span className="admin-soft">{when(at)}</span> <strong>{texts.steps[step.kind]}</strong> {staffName}
            </p>
            {written.map((entry) => (
              <div key={entry.part} className="case-words">
                {entry.part !== 'note' && <span className="admin-soft">{texts.parts[entry.part]} </span>}
                <TypedWords entry={entry} {...change} />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
