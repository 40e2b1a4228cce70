import './screens.css';
import { Alert, App, Button, Table } from 'antd';
import { Check, Pencil, Unplug } from 'lucide-react';
import { useState } from 'react';
import { isScreen } from '../../../shared/actors.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ApproveDevice, AssignDevice, type DeviceRow, type PendingDevice } from '../../../shared/http.ts';
import type { DeviceId } from '../../../shared/ids.ts';
import type { GlassReport } from '../../../shared/protocol.ts';
import type { Setup } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { adminScreensTexts } from '../../../shared/texts/admin-screens.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { printingTexts } from '../../../shared/texts/printing.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import { words } from '../../../shared/texts/words.ts';
import type { PrinterStatus } from '../../../shared/views.ts';
import { assignmentOf, deviceFields, draftOf, kindsFor, placeLabel, readable, screenOf } from './device-fields.ts';
import { DeviceHealth } from './device-health.tsx';
import type { Draft } from './draft.ts';
import { DraftDrawer } from './draft-form.tsx';
import { parseWith } from './issues.ts';
import { LivePicture } from './live-picture.tsx';
import { OwnPrinter } from './own-printer.tsx';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { ScreenOrders } from './screen-orders.tsx';
import { SeatView } from './seat-view.tsx';
import { SectionTitle } from './section-title.tsx';
import { StaffCodeButton } from './staff-code-button.tsx';
import { voiceClashes } from './voice-clashes.ts';

interface DevicesSectionProps {
  readonly questions: Questions;
  readonly setup: Setup;
  readonly now: number;
  readonly mayEdit: boolean;
  readonly printers: readonly PrinterStatus[];
}

const everyMs = 5_000;
const minuteMs = 60_000;

/** Which screens and kiosks there are, where, and whether they live; new ones are let in here. */
export function DevicesSection({ questions, setup, now, mayEdit, printers }: DevicesSectionProps) {
  const { language, say } = useSpeech();
  const texts = adminTexts[language];
  const common = commonTexts[language];
  const kinds = words[language].deviceKinds;
  const screens = adminScreensTexts[language];
  const unreadable = rejectionTexts[language].notReadable({});
  const speaker = { texts, common, kinds, say, unreadable, printing: printingTexts[language] };
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
  const devices = reading.answer?.devices ?? [];
  /** Beside a screen's fields: how it looks from the farthest seat, and whose voice it would join. */
  const aside = (draft: Draft, glass: GlassReport | null, own: DeviceId | null) => {
    const assignment = screenOf(draft);
    if (assignment === null) return null;
    const name = String(draft.name) || texts.entries.device.one;
    const clashes = voiceClashes([...devices.filter((one) => one.deviceId !== own), { name, assignment }], setup);
    return (
      <>
        <SeatView assignment={assignment} glass={glass} setup={setup} />
        <Clashes all={clashes.filter((names) => names.includes(name))} />
      </>
    );
  };
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
          <Clashes all={voiceClashes(devices, setup)} />
          <Table<DeviceRow>
            rowKey="deviceId"
            size="small"
            pagination={false}
            dataSource={[...reading.answer.devices]}
            className="admin-devices"
            columns={[
              {
                key: 'shows',
                title: screens.shows,
                width: 200,
                render: (_, device) =>
                  isScreen(device.assignment) && (
                    <LivePicture device={device} address={questions.mirrorAddress(device.deviceId)} />
                  ),
              },
              {
                key: 'name',
                title: texts.fields.deviceName,
                render: (_, { name, assignment }) => (
                  <span className="admin-device">
                    <strong>{name}</strong>
                    <span className="admin-soft">{kinds[assignment.kind]}</span>
                    <span className="admin-soft">{placeLabel(setup, { assignment }, speaker)}</span>
                  </span>
                ),
              },
              {
                key: 'connection',
                title: texts.state,
                render: (_, device) => (
                  <span className="admin-states">
                    <DeviceHealth device={device} setup={setup} />
                    <OwnPrinter device={device} printers={printers} timeZone={setup.hall.timeZone} />
                  </span>
                ),
              },
              {
                key: 'edit',
                align: 'end',
                title: <span className="visually-hidden">{texts.edit}</span>,
                render: (_, device) => (
                  <span className="admin-device-buttons">
                    {mayEdit && (
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
                    )}
                    {isScreen(device.assignment) && <ScreenOrders device={device} questions={questions} />}
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
            readable(
              parseWith(ApproveDevice, { code: approving.code, name, assignment: assignmentOf(draft) }),
              approving.glass,
              setup,
            )
          }
          aside={(draft) => aside(draft, approving.glass, null)}
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
            readable(
              parseWith(AssignDevice, { deviceId: assigning.deviceId, name, assignment: assignmentOf(draft) }),
              assigning.glass,
              setup,
            )
          }
          aside={(draft) => aside(draft, assigning.glass, assigning.deviceId)}
          save={async (wish) => answered(await questions.assignDevice(wish))}
          close={() => setAssigning(null)}
        />
      )}
    </section>
  );
}

/** Screens that would say the same calls: heard in one place, they talk over each other. */
function Clashes({ all }: { all: readonly (readonly string[])[] }) {
  const screens = adminScreensTexts[useSpeech().language];
  if (all.length === 0) return null;
  return (
    <div className="admin-clashes">
      {all.map((names) => {
        const said = screens.clash(names.join(screens.joiner));
        return <Alert key={said} type="warning" title={said} showIcon />;
      })}
    </div>
  );
}
