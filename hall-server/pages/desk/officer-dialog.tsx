import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { OfficerNo } from '../../../shared/diary.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';

interface OfficerDialogProps {
  readonly number: string;
  readonly officers: readonly OfficerNo[];
  readonly choose: (officerNo: OfficerNo) => void;
  readonly close: () => void;
}

/** Whose visit it is: officers say their number, and no name is shown. */
export function OfficerDialog({ number, officers, choose, close }: OfficerDialogProps) {
  const texts = useTexts(deskTexts);
  const [officer, setOfficer] = useState<OfficerNo | null>(null);
  return (
    <Modal
      open
      centered
      width={480}
      title={texts.markTitle(number)}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{texts.markBack}</Button>
          <Button type="primary" disabled={officer === null} onClick={() => officer !== null && choose(officer)}>
            {texts.markYes}
          </Button>
        </>
      }
    >
      <p>{texts.markHelp}</p>
      <Select<OfficerNo>
        className="desk-officer"
        showSearch
        size="large"
        aria-label={texts.markTitle(number)}
        placeholder={texts.officerNo}
        value={officer}
        options={officers.map((no) => ({ value: no, label: String(no) }))}
        onChange={setOfficer}
      />
    </Modal>
  );
}
