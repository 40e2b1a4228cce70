import { Alert, Button, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Asked } from '../../../shared/browser/ask.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { adminInterfacesTexts } from '../../../shared/texts/admin-interfaces.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';

interface SecretDialogProps {
  readonly title: string;
  /** Null: what is asked for is not yet whole. */
  readonly make: (() => Promise<Asked<string>>) | null;
  readonly close: () => void;
  /** What is asked for. */
  readonly children: ReactNode;
}

/** Makes something that comes with a secret, and shows it this once: only the key that says it was copied closes it. */
export function SecretDialog({ title, make, close, children }: SecretDialogProps) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const [secret, setSecret] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const press = async () => {
    const asked = await make?.();
    if (asked === undefined) return;
    setFailure(asked.ok ? null : rejectionTexts[language][asked.code]({}));
    if (asked.ok) setSecret(asked.answer);
  };
  return (
    <Modal
      open
      centered
      title={title}
      closable={false}
      keyboard={secret === null}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        secret !== null ? (
          <Button type="primary" onClick={close}>
            {texts.copied}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{texts.cancel}</Button>
            <Button type="primary" disabled={make === null} onClick={() => void press()}>
              {texts.creating}
            </Button>
          </>
        )
      }
    >
      {secret !== null ? (
        <>
          <Alert type="warning" showIcon title={texts.once} />
          <Input.TextArea readOnly autoSize value={secret} aria-label={title} />
        </>
      ) : (
        <div className="interfaces-form">
          {children}
          {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
        </div>
      )}
    </Modal>
  );
}
