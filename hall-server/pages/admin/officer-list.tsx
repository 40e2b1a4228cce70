import { Button, Table } from 'antd';
import { QrCode as QrIcon, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { OfficerNo } from '../../../shared/diary.ts';
import type { OfficerRow } from '../../../shared/diary-views.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';
import { Empty } from './case-ledger.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { EnrolOfficer } from './enrol-officer.tsx';
import { Invitation, type Invited } from './invitation.tsx';
import type { OfficersTabProps } from './officers-section.tsx';
import { useTell } from './use-tell.ts';

interface OfficerListProps extends OfficersTabProps {
  /** Where phones find the hall; null: nowhere but here. */
  readonly phoneOrigin: string | null;
}

/** Who is an officer, with what consent, and the way to the officer's own page. */
export function OfficerList({ officers: { officers }, send, phoneOrigin }: OfficerListProps) {
  const { language } = useSpeech();
  const texts = officersAdminTexts[language];
  const words = diaryTexts[language];
  const { tell, failure } = useTell(send);
  const [enrolling, setEnrolling] = useState(false);
  const [invited, setInvited] = useState<Invited | null>(null);
  const [changing, setChanging] = useState<OfficerNo | null>(null);
  const changed = officers.find(({ officerNo }) => officerNo === changing) ?? null;
  const invite = async (officerNo: OfficerNo) => {
    const answer = await tell({ type: 'inviteOfficer', officerNo });
    setInvited(answer?.receipt.invited ?? null);
  };
  return (
    <>
      <div className="officers-bar">
        <Button type="primary" icon={<UserPlus size={18} aria-hidden />} onClick={() => setEnrolling(true)}>
          {texts.enrol}
        </Button>
        {failure !== null && <strong role="alert">{failure}</strong>}
      </div>
      <Table<OfficerRow>
        rowKey="officerNo"
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={[...officers]}
        locale={{ emptyText: <Empty title={texts.noOfficers} help={texts.noOfficersHelp} /> }}
        columns={[
          { key: 'no', title: texts.no, render: (_, { officerNo }) => <strong>{officerNo}</strong> },
          {
            key: 'card',
            title: texts.officer,
            render: (_, { card }) =>
              card === null ? (
                <span className="admin-soft">{texts.left}</span>
              ) : (
                [
                  card.name,
                  card.sex && words.sexes[card.sex],
                  card.ageBand && words.ages[card.ageBand],
                  card.occupation,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')
              ),
          },
          { key: 'enrolled', title: texts.enrolled, render: (_, { enrolledOn }) => enrolledOn },
          {
            key: 'consent',
            title: texts.consent,
            render: (_, { consent }) => (
              <span className="officers-consents">
                {consent.map(({ kind, inForce, givenOn, withdrawnOn }) => (
                  <span
                    key={kind}
                    data-given={inForce}
                    title={
                      inForce && givenOn !== null
                        ? words.givenOn(givenOn)
                        : withdrawnOn === null
                          ? words.notGiven
                          : words.withdrawnOn(withdrawnOn)
                    }
                  >
                    {inForce ? '✓' : '✕'} {words.consents[kind]}
                  </span>
                ))}
              </span>
            ),
          },
          { key: 'count', title: texts.count, align: 'end', render: (_, { diaries }) => diaries },
          {
            key: 'act',
            align: 'end',
            title: <span className="visually-hidden">{texts.change}</span>,
            render: (_, { officerNo, card }) =>
              card !== null && (
                <>
                  <Button
                    type="link"
                    aria-label={`${texts.change} ${officerNo}`}
                    onClick={() => setChanging(officerNo)}
                  >
                    {texts.change}
                  </Button>
                  <Button
                    type="link"
                    icon={<QrIcon size={18} aria-hidden />}
                    title={texts.inviteHelp}
                    aria-label={`${texts.invite} ${officerNo}`}
                    onClick={() => void invite(officerNo)}
                  >
                    {texts.invite}
                  </Button>
                </>
              ),
          },
        ]}
      />
      {enrolling && (
        <EnrolOfficer
          send={send}
          close={() => setEnrolling(false)}
          enrolled={(next) => {
            setEnrolling(false);
            setInvited(next);
          }}
        />
      )}
      {invited !== null && <Invitation {...{ invited, phoneOrigin }} close={() => setInvited(null)} />}
      {changed !== null && <ConsentDialog officer={changed} send={send} close={() => setChanging(null)} />}
    </>
  );
}
