import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { StaffRow } from '../../../shared/http.ts';
import { StaffId, type WorkProfileId } from '../../../shared/ids.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { directCounterTexts } from '../../../shared/texts/direct-counter.ts';
import type { AdminView } from '../../../shared/views.ts';

interface OpenForProps {
  readonly counter: AdminView['today']['counters'][number];
  readonly profiles: AdminView['setup']['workProfiles'];
  /** Who may work at a counter and is at none now. */
  readonly free: readonly StaffRow[];
  readonly open: (staffId: StaffId, workProfileId: WorkProfileId) => void;
  readonly close: () => void;
}

/** Opens a counter for somebody: they find it open when they sign in. */
export function OpenFor({ counter, profiles, free, open, close }: OpenForProps) {
  const { language, say } = useSpeech();
  const texts = directCounterTexts[language];
  const [staffId, setStaffId] = useState<StaffId | null>(null);
  const [profileId, setProfileId] = useState<WorkProfileId>(counter.workProfileId);
  return (
    <Modal
      open
      title={texts.openFor(counter.label)}
      okText={texts.open}
      cancelText={adminTexts[language].cancel}
      okButtonProps={{ disabled: staffId === null }}
      onOk={() => {
        if (staffId !== null) open(staffId, profileId);
      }}
      onCancel={close}
      closable={false}
      centered
    >
      <div className="admin-open-for">
        <div>
          <span aria-hidden>{texts.who}</span>
          <Select
            aria-label={texts.who}
            showSearch={{ optionFilterProp: 'label' }}
            value={staffId}
            onChange={(id: StaffId) => setStaffId(StaffId.parse(id))}
            options={free.map(({ staffId: value, name }) => ({ value, label: name }))}
            notFoundContent={texts.nobodyFree}
          />
        </div>
        <div>
          <span aria-hidden>{texts.which}</span>
          <Select
            aria-label={texts.which}
            value={profileId}
            onChange={setProfileId}
            options={profiles
              .filter(({ active }) => active)
              .map(({ id: value, name }) => ({ value, label: say(name) }))}
          />
        </div>
        <p className="admin-soft">{texts.openHint}</p>
      </div>
    </Modal>
  );
}
