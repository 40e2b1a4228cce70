import { App, Button } from 'antd';
import { KeyRound } from 'lucide-react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { DeviceRow } from '../../../shared/http.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { Questions } from './questions.ts';

/** Makes the code that opens this device's shell at its glass, and shows it once. */
export function StaffCodeButton({ device, questions }: { device: DeviceRow; questions: Questions }) {
  const { language } = useSpeech();
  const texts = adminTexts[language];
  const { modal } = App.useApp();
  const make = async () => {
    const asked = await questions.staffCode(device.deviceId);
    const title = texts.staffCodeFor(device.name);
    const okText = texts.staffCodeDone;
    if (!asked.ok) modal.error({ title, content: rejectionTexts[language][asked.code]({}), okText });
    else {
      const content = (
        <>
          <p className="admin-staff-code">{asked.answer.code}</p>
          <p>{texts.staffCodeHelp}</p>
        </>
      );
      modal.info({ title, icon: null, content, okText });
    }
  };
  return (
    <Button
      type="link"
      icon={<KeyRound size={18} aria-hidden />}
      aria-label={`${texts.staffCode} ${device.name}`}
      onClick={() => void make()}
    >
      {texts.staffCode}
    </Button>
  );
}
