import { Button, Table } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { DiaryReview } from '../../../shared/diary-views.ts';
import type { TicketId } from '../../../shared/ids.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';
import { Empty } from './case-ledger.tsx';
import { DiaryDrawer } from './diary-drawer.tsx';
import type { OfficersTabProps } from './officers-section.tsx';

/** Every diary and where it stands; what waits for an editor first. */
export function DiaryTable({ officers: { diaries }, send }: OfficersTabProps) {
  const { language, say } = useSpeech();
  const texts = officersAdminTexts[language];
  const words = diaryTexts[language];
  const [opened, setOpened] = useState<TicketId | null>(null);
  const one = diaries.find(({ ticketId }) => ticketId === opened) ?? null;
  const waitsForUs = ({ status }: DiaryReview) => (status === 'approved' ? 0 : 1);
  return (
    <>
      <Table<DiaryReview>
        rowKey="ticketId"
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={diaries.toSorted((a, b) => waitsForUs(a) - waitsForUs(b))}
        locale={{ emptyText: <Empty title={texts.noDiaries} help={texts.noDiariesHelp} /> }}
        columns={[
          {
            key: 'status',
            title: texts.status,
            render: (_, { status, isEdited, no }) => (
              <>
                {status === 'approved' ? <strong>{words.statuses.approved}</strong> : words.statuses[status]}
                {no !== null && <small className="ledger-mark">{words.issue(no)}</small>}
                {isEdited && <small className="ledger-mark">{texts.waitsForOfficer}</small>}
              </>
            ),
          },
          {
            key: 'officer',
            title: texts.officer,
            render: (_, { officerNo, card }) => `${officerNo} · ${card?.name ?? ''}`,
          },
          { key: 'visit', title: texts.visit, render: (_, { day, half }) => words.visitDay(day, half) },
          {
            key: 'service',
            title: words.service,
            render: (_, { number, serviceName }) => `${number} ${say(serviceName)}`,
          },
          {
            key: 'times',
            title: `${words.steps.wait} / ${words.steps.service}`,
            render: (_, { measured: { wait, service } }) =>
              [wait, service].map((minutes) => (minutes === null ? '–' : words.minutes(minutes))).join(' / '),
          },
          {
            key: 'see',
            align: 'end',
            title: <span className="visually-hidden">{texts.see}</span>,
            render: (_, { ticketId, number }) => (
              <Button type="link" aria-label={`${texts.see} ${number}`} onClick={() => setOpened(ticketId)}>
                {texts.see}
              </Button>
            ),
          },
        ]}
      />
      {one !== null && <DiaryDrawer key={one.ticketId} one={one} send={send} close={() => setOpened(null)} />}
    </>
  );
}
