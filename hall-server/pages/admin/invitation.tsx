import { Alert, Button, Modal } from 'antd';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { QrCode } from '../../../shared/browser/qr-code.tsx';
import type { Receipt } from '../../../shared/protocol.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';

export type Invited = NonNullable<Receipt['invited']>;

interface InvitationProps {
  readonly invited: Invited;
  readonly phoneOrigin: string | null;
  readonly close: () => void;
}

/** The way to an officer's own page, shown once: the hall itself keeps only what it is checked by. */
export function Invitation({ invited: { officerNo, link }, phoneOrigin, close }: InvitationProps) {
  const { language } = useSpeech();
  const texts = officersAdminTexts[language];
  const isLocal = phoneOrigin === null && /^(localhost|127\.)/.test(location.hostname);
  const address = `${phoneOrigin ?? location.origin}/officer/#${link}`;
  return (
    <Modal
      open
      centered
      width={520}
      title={texts.invitation(officerNo)}
      maskClosable={false}
      onCancel={close}
      footer={
        <Button type="primary" onClick={close}>
          {texts.done}
        </Button>
      }
    >
      <div className="officers-invitation">
        <QrCode text={address} label={texts.invitation(officerNo)} className="officers-qr" />
        <p>{texts.invitationHelp}</p>
        {isLocal && <Alert type="warning" showIcon title={texts.invitationLocal} />}
      </div>
    </Modal>
  );
}
