import { Button, Modal } from 'antd';
import type { ServiceId } from '../../ids.ts';
import { severalServicesTexts } from '../../texts/several-services.ts';
import type { NamedService } from '../../views.ts';
import { useSpeech, useTexts } from '../language.tsx';
import { FurtherServices } from './further-services.tsx';

interface ServicesDialogProps {
  /** The number; null: it is yet to be taken. */
  readonly number: string | null;
  /** The service that comes first. */
  readonly present: NamedService;
  readonly further: readonly NamedService[];
  readonly services: readonly NamedService[];
  readonly disabled?: boolean;
  readonly add: (serviceId: ServiceId) => void;
  readonly drop: (serviceId: ServiceId) => void;
  readonly close: () => void;
}

/** What else a visitor has come for, on the same number. */
export function ServicesDialog({ number, present, disabled = false, close, ...rest }: ServicesDialogProps) {
  const { say } = useSpeech();
  const texts = useTexts(severalServicesTexts);
  return (
    <Modal
      open
      title={number === null ? texts.addTitleNew : texts.addTitle(number)}
      onCancel={close}
      closable={false}
      width={560}
      centered
      footer={
        <Button type="primary" onClick={close}>
          {texts.done}
        </Button>
      }
    >
      <p>{say(present.name)}</p>
      <FurtherServices present={present.serviceId} disabled={disabled} {...rest} />
    </Modal>
  );
}
