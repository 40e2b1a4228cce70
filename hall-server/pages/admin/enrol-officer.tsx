import { Alert, Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { ageBands, type ConsentKind, consentKinds, OfficerCard, sexes } from '../../../shared/diary.ts';
import { maskName } from '../../../shared/mask-name.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';
import type { Invited } from './invitation.tsx';
import { type Tell, useTell } from './use-tell.ts';

interface EnrolOfficerProps {
  readonly send: Tell;
  readonly close: () => void;
  readonly enrolled: (invited: Invited) => void;
}

/** The card and the consents of a person who is there. The whole name stays in this form: only its mask is sent. */
export function EnrolOfficer({ send, close, enrolled }: EnrolOfficerProps) {
  const { language } = useSpeech();
  const texts = officersAdminTexts[language];
  const words = diaryTexts[language];
  const { tell, failure, sending } = useTell(send);
  const [name, setName] = useState('');
  const [sex, setSex] = useState<OfficerCard['sex']>(null);
  const [ageBand, setAgeBand] = useState<OfficerCard['ageBand']>(null);
  const [occupation, setOccupation] = useState('');
  const [consent, setConsent] = useState<readonly ConsentKind[]>([]);
  const masked = maskName(name);
  const card = OfficerCard.safeParse({
    ...{ name: masked, sex, ageBand },
    occupation: occupation.trim() === '' ? null : occupation,
  });
  const isWhole = card.success && consent.includes('keep');
  const enrol = async () => {
    if (!isWhole) return;
    const answer = await tell({ type: 'enrolOfficer', card: card.data, consent });
    if (answer?.receipt.invited) enrolled(answer.receipt.invited);
  };
  return (
    <Modal
      open
      centered
      width={640}
      title={texts.enrol}
      okText={texts.enrol}
      cancelText={texts.goBack}
      okButtonProps={{ disabled: !isWhole, loading: sending }}
      onOk={() => void enrol()}
      onCancel={close}
    >
      <Form layout="vertical" className="officers-form" onFinish={() => void enrol()}>
        <Form.Item label={texts.fullName} htmlFor="officer-name" extra={masked === '' ? null : texts.keptName(masked)}>
          <Input
            id="officer-name"
            autoComplete="off"
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        <div className="officers-pair">
          <Form.Item label={texts.age} htmlFor="officer-age">
            <Select
              id="officer-age"
              value={ageBand ?? ''}
              options={[
                { value: '', label: texts.unsaid },
                ...ageBands.map((value) => ({ value, label: words.ages[value] })),
              ]}
              onChange={(value) => setAgeBand(ageBands.find((band) => band === value) ?? null)}
            />
          </Form.Item>
          <Form.Item label={texts.occupation} htmlFor="officer-occupation">
            <Input
              id="officer-occupation"
              maxLength={20}
              value={occupation}
              placeholder={texts.unsaid}
              onChange={(event) => setOccupation(event.target.value)}
            />
          </Form.Item>
        </div>
        <Form.Item label={texts.sex}>
          <Radio.Group
            value={sex ?? ''}
            options={[
              { value: '', label: texts.unsaid },
              ...sexes.map((value) => ({ value, label: words.sexes[value] })),
            ]}
            onChange={(event) => setSex(sexes.find((one) => one === event.target.value) ?? null)}
          />
        </Form.Item>
        <Form.Item label={texts.agreed} extra={consent.includes('keep') ? null : texts.keepNeeded}>
          <Checkbox.Group
            className="officers-ticks"
            value={[...consent]}
            options={consentKinds.map((value) => ({
              value,
              label: (
                <>
                  <strong>{words.consents[value]}</strong> {words.consentSays[value]}
                </>
              ),
            }))}
            onChange={(ticked) => setConsent(consentKinds.filter((kind) => ticked.includes(kind)))}
          />
        </Form.Item>
        {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
      </Form>
    </Modal>
  );
}
