import { Alert, App, Button, Table } from 'antd';
import { Check, Pencil, Unplug, Wifi, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ApproveDevice, AssignDevice, type DeviceRow, type PendingDevice } from '../../../shared/http.ts';
import type { Setup } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import { words } from '../../../shared/texts/words.ts';
import { assignmentOf, deviceFields, draftOf, kindsFor, placeLabel } from './device-fields.ts';
import { DraftDrawer } from './draft-form.tsx';
import { parseWith } from './issues.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { SectionTitle } from './section-title.tsx';
import { StaffCodeButton } from './staff-code-button.tsx';

interface DevicesSectionProps {
  readonly questions: Questions;
  readonly setup: Setup;
  readonly now: number;
  readonly mayEdit: boolean;
}

const everyMs = 5_000;
const minuteMs = 60_000;
/** Which screens and kiosks there are, where, and whether they live; new ones are let in here. */
export function DevicesSection({ questions, setup, now, mayEdit }: DevicesSectionProps) {
  const { language, say } = useSpeech();
  const texts = adminTexts[language];
  const common = commonTexts[language];
  const kinds = words[language].deviceKinds;
  const speaker = { texts, common, kinds, say };
  const { modal } = App.useApp();
  const reading = useReading(questions.devices, everyMs);
  const [approving, setApproving] = useState<PendingDevice | null>(null);
  const [assigning, setAssigning] = useState<DeviceRow | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  const answered = (asked: Awaited<ReturnType<Questions['approveDevice']>>) => {
    reading.again();
    return asked.ok ? null : rejectionTexts[language][asked.code]({});
  };
  const revoke = (device: DeviceRow) =>
    modal.confirm({
      title: texts.revokeQuestion(device.name),
      content: texts.revokeWarning,
      okText: texts.revoke,
      okButtonProps: { danger: true },
      cancelText: texts.cancel,
      onOk: async () => setRefusal(answered(await questions.revokeDevice(device.deviceId))),
    });

  const pending = reading.answer?.pending ?? [];
  return (
    <section>
      <SectionTitle title={texts.sections.devices} help={texts.entries.device.help} mayEdit={mayEdit} />
      <ReadState reading={reading} />
      {refusal !== null && <Alert type="error" title={refusal} role="alert" showIcon closable />}
      {reading.answer !== null && (
        <>
          <h3>{texts.pending}</h3>
          <p className="admin-soft">{pending.length === 0 ? texts.pendingNone : texts.pendingHelp}</p>
          <ul className="admin-pending">
            {pending.map((device) => (
              <li key={device.code}>
                <strong>{device.code}</strong>
                <span>
                  {kinds[device.kind]}
                  <span className="admin-soft">
                    {texts.from(device.address)},{' '}
                    {texts.expiresIn(Math.max(0, Math.ceil((device.expiresAt - now) / minuteMs)))}
                  </span>
                </span>
                {mayEdit && (
                  <Button type="primary" icon={<Check size={18} aria-hidden />} onClick={() => setApproving(device)}>
                    {texts.approve}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <Table<DeviceRow>
            rowKey="deviceId"
            size="small"
            pagination={false}
            dataSource={[...reading.answer.devices]}
            columns={[
              { key: 'name', title: texts.fields.deviceName, dataIndex: 'name' },
              { key: 'kind', title: texts.fields.kind, render: (_, { assignment }) => kinds[assignment.kind] },
              {
                key: 'place',
                title: texts.fields.place,
                render: (_, { assignment }) => placeLabel(setup, { assignment }, speaker),
              },
              {
                key: 'connection',
                title: texts.connection,
                render: (_, device) => <Online device={device} timeZone={setup.hall.timeZone} />,
              },
              {
                key: 'edit',
                align: 'end',
                title: <span className="visually-hidden">{texts.edit}</span>,
                render: (_, device) =>
                  mayEdit && (
                    <span className="admin-row-buttons">
                      <Button
                        type="link"
                        icon={<Pencil size={18} aria-hidden />}
                        aria-label={`${texts.edit} ${device.name}`}
                        onClick={() => setAssigning(device)}
                      >
                        {texts.edit}
                      </Button>
                      {device.paired && <StaffCodeButton device={device} questions={questions} />}
                      {device.paired && (
                        <Button
                          type="link"
                          danger
                          icon={<Unplug size={18} aria-hidden />}
                          aria-label={`${texts.revoke} ${device.name}`}
                          onClick={() => revoke(device)}
                        >
                          {texts.revoke}
                        </Button>
                      )}
                    </span>
                  ),
              },
            ]}
          />
        </>
      )}
      {approving !== null && (
        <DraftDrawer
          title={texts.approving(approving.code)}
          isNew
          initial={{ name: '', assignment: draftOf({ kind: approving.kind }) }}
          fields={(draft) => deviceFields(setup, draft, kindsFor(approving.kind), speaker)}
          parse={({ name, ...draft }) =>
            parseWith(ApproveDevice, { code: approving.code, name, assignment: assignmentOf(draft) })
          }
          save={async (wish) => answered(await questions.approveDevice(wish))}
          close={() => setApproving(null)}
        />
      )}
      {assigning !== null && (
        <DraftDrawer
          title={texts.editing(texts.entries.device.one)}
          isNew={false}
          initial={{ name: assigning.name, assignment: draftOf(assigning.assignment) }}
          fields={(draft) => deviceFields(setup, draft, kindsFor(assigning.assignment.kind), speaker)}
          parse={({ name, ...draft }) =>
            parseWith(AssignDevice, { deviceId: assigning.deviceId, name, assignment: assignmentOf(draft) })
          }
          save={async (wish) => answered(await questions.assignDevice(wish))}
          close={() => setAssigning(null)}
        />
      )}
    </section>
  );
}

/** Online, or since when not: a word and an icon. */
function Online({ device, timeZone }: { device: DeviceRow; timeZone: string }) {
  const texts = adminTexts[useSpeech().language];
  if (device.online) {
    return (
      <span className="admin-good">
        <Wifi size={18} aria-hidden />
        {texts.online}
      </span>
    );
  }
  const seen = device.lastSeenAt === null ? texts.neverSeen : texts.lastSeen(clockTime(device.lastSeenAt, timeZone));
  return (
    <span className={device.paired ? 'admin-warn' : 'admin-soft'}>
      <WifiOff size={18} aria-hidden />
      {device.paired ? `${texts.offline}, ${seen}` : texts.notPaired}
    </span>
  );
}
