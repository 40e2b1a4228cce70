import { Button, Modal } from 'antd';
import { useTexts } from '../../../shared/browser/language.tsx';
import { EarlierVisit } from '../../../shared/browser/staff/earlier-visit.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import type { Command } from '../../../shared/commands.ts';
import { deskTexts } from '../../../shared/texts/desk.ts';
import { errandTexts } from '../../../shared/texts/errand.ts';
import type { TicketRow } from '../../../shared/views.ts';

interface EarlierDialogProps {
  readonly ticket: Pick<TicketRow, 'ticketId' | 'number' | 'joined'>;
  readonly send: (command: Command) => void;
  readonly close: () => void;
}

/** The visitor has been here before about the same errand: the two visits become one. */
export function EarlierDialog({ ticket: { ticketId, number, joined }, send, close }: EarlierDialogProps) {
  const texts = useTexts(errandTexts);
  const { back } = useTexts(deskTexts);
  return (
    <Modal
      open
      title={texts.title(number)}
      onCancel={close}
      closable={false}
      width={640}
      centered
      footer={
        <Button onClick={close}>
          {back}
          <KeyCap>Esc</KeyCap>
        </Button>
      }
    >
      <p>{texts.help}</p>
      <EarlierVisit
        page="desk"
        joined={joined}
        join={(earlierTicketId) => send({ type: 'joinCase', ticketId, earlierTicketId })}
      />
    </Modal>
  );
}
