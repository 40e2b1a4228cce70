import { Alert, Button, Modal, Popconfirm } from 'antd';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { ConsentKind } from '../../../shared/diary.ts';
import type { OfficerRow } from '../../../shared/diary-views.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';
import { type Tell, useTell } from './use-tell.ts';

interface ConsentDialogProps {
  readonly officer: OfficerRow;
  readonly send: Tell;
  readonly close: () => void;
}

/** What an officer agrees to, changed at the officer's word: by telephone, or at the desk. */
export function ConsentDialog({ officer: { officerNo, consent }, send, close }: ConsentDialogProps) {
  const { language } = useSpeech();
  const texts = officersAdminTexts[language];
  const words = diaryTexts[language];
  const { tell, failure } = useTell(send);
  const set = (kind: ConsentKind, given: boolean) => void tell({ type: 'setConsent', officerNo, consent: kind, given });
  return (
    <Modal
      open
      centered
      width={560}
      title={`${texts.consent} · ${texts.officer} ${officerNo}`}
      onCancel={close}
      footer={<Button onClick={close}>{texts.goBack}</Button>}
    >
      <ul className="officers-consent-list">
        {consent.map(({ kind, inForce, givenOn, withdrawnOn }) => (
          <li key={kind}>
            <p>
              <strong>{words.consents[kind]}</strong> {words.consentSays[kind]}
            </p>
            <p className="admin-soft">
              {givenOn === null ? words.notGiven : words.givenOn(givenOn)}
              {withdrawnOn !== null && ` · ${words.withdrawnOn(withdrawnOn)}`}
            </p>
            {kind === 'keep' ? (
              <Popconfirm
                title={texts.leaves}
                okText={texts.yes}
                cancelText={texts.goBack}
                onConfirm={() => set('keep', false)}
              >
                <Button danger>{texts.take}</Button>
              </Popconfirm>
            ) : (
              <Button
                aria-label={`${inForce ? texts.take : texts.give} ${words.consents[kind]}`}
                onClick={() => set(kind, !inForce)}
              >
                {inForce ? texts.take : texts.give}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
    </Modal>
  );
}
