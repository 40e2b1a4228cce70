import { Button, Table } from 'antd';
import { useCallback, useState } from 'react';
import type { Answer } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { FlaggedRating } from '../../../shared/rating-ledger.ts';
import { flaggedTexts } from '../../../shared/texts/flagged.ts';
import { ledgerTexts } from '../../../shared/texts/ledger.ts';
import { ratingLevelTexts } from '../../../shared/texts/rating-levels.ts';
import { Empty } from './case-ledger.tsx';
import { FlagDialog } from './flag-dialog.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { type Questions, useReading } from './questions.ts';
import type { Period } from './ratings-section.tsx';
import { ReadState } from './read-state.tsx';

interface FlaggedTabProps {
  readonly questions: Questions;
  readonly send: (command: Command) => Promise<Answer>;
  readonly period: Period;
  readonly setPeriod: (period: Period) => void;
}

const everyMs = 60_000;

/** What looks like misuse and does not count, and how two people have it counted again. */
export function FlaggedTab({ questions, send, period, setPeriod }: FlaggedTabProps) {
  const { language, say } = useSpeech();
  const texts = flaggedTexts[language];
  const ledger = ledgerTexts[language];
  const { from, to } = period;
  const [open, setOpen] = useState<FlaggedRating | null>(null);
  const reading = useReading(
    useCallback(() => questions.flagged({ from, to }), [questions, from, to]),
    everyMs,
  );
  const wordOf = ({ proposal }: FlaggedRating) =>
    proposal === null ? texts.propose : proposal.byMe ? texts.waits : texts.decide;
  return (
    <>
      <div className="ledger-bar">
        <p className="admin-soft">{texts.help}</p>
        <span className="ledger-right">
          <PeriodPicker {...{ period, setPeriod }} />
        </span>
      </div>
      <ReadState reading={reading} />
      {reading.answer !== null && (
        <Table<FlaggedRating>
          rowKey="ticketId"
          size="small"
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          dataSource={[...reading.answer]}
          locale={{ emptyText: <Empty title={texts.none} help={texts.noneHelp} /> }}
          columns={[
            {
              key: 'number',
              title: ledger.number,
              render: (_, row) => (
                <>
                  <strong className="ledger-number">{row.number}</strong>{' '}
                  <span className="admin-soft">{row.day.slice(5)}</span>
                </>
              ),
            },
            { key: 'service', title: ledger.service, render: (_, row) => say(row.serviceName) },
            {
              key: 'level',
              title: ledger.level,
              render: (_, row) => `${row.level} ${ratingLevelTexts[language][row.level]}`,
            },
            {
              key: 'why',
              title: texts.why,
              render: (_, row) => row.flags.map((flag) => ledger.flags[flag]).join(language === 'en' ? ', ' : '、'),
            },
            {
              key: 'act',
              align: 'end',
              title: <span className="visually-hidden">{ledger.actions}</span>,
              render: (_, row) =>
                row.amRated ? (
                  <span className="admin-soft">{texts.amRated}</span>
                ) : (
                  <Button type="link" aria-label={`${wordOf(row)} ${row.number}`} onClick={() => setOpen(row)}>
                    {wordOf(row)}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {open !== null && (
        <FlagDialog
          rating={open}
          send={send}
          close={() => {
            setOpen(null);
            reading.again();
          }}
        />
      )}
    </>
  );
}
