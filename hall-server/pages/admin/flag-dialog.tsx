import { Alert, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { Answer } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Command } from '../../../shared/commands.ts';
import type { FlagStep } from '../../../shared/rating-case.ts';
import type { FlaggedRating } from '../../../shared/rating-ledger.ts';
import { flaggedTexts } from '../../../shared/texts/flagged.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';

interface FlagDialogProps {
  readonly rating: FlaggedRating;
  readonly send: (command: Command) => Promise<Answer>;
  readonly close: () => void;
}

/** One person proposes with a reason; another one, with a reason too, decides. */
export function FlagDialog({ rating: { ticketId, number, proposal }, send, close }: FlagDialogProps) {
  const { language } = useSpeech();
  const texts = flaggedTexts[language];
  const fieldId = useId();
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (step: FlagStep) => {
    setBusy(true);
    const answer = await send({ type: 'judgeFlag', ticketId, step, note: note.trim() });
    setBusy(false);
    if (answer.ok) close();
    else setFailure(rejectionTexts[language][answer.code](answer.facts ?? {}));
  };
  const button = (words: string, step: FlagStep, type: 'primary' | 'default') => (
    <Button key={words} type={type} disabled={note.trim() === ''} loading={busy} onClick={() => void ask(step)}>
      {words}
    </Button>
  );
  const against: FlagStep = { kind: 'decide', approve: false };
  const steps =
    proposal === null
      ? [button(texts.propose, { kind: 'propose' }, 'primary')]
      : proposal.byMe
        ? [button(texts.takeBack, against, 'default')]
        : [
            button(texts.refuse, against, 'default'),
            button(texts.approve, { kind: 'decide', approve: true }, 'primary'),
          ];
  return (
    <Modal
      open
      title={texts.title(number)}
      onCancel={close}
      closable={false}
      centered
      footer={[
        <Button key="cancel" onClick={close}>
          {texts.cancel}
        </Button>,
        ...steps,
      ]}
    >
      {proposal !== null && <p>{texts.said(proposal.note ?? '–')}</p>}
      <label className="flag-reason" htmlFor={fieldId}>
        {texts.reason}
        <Input.TextArea
          id={fieldId}
          autoSize={{ minRows: 3, maxRows: 6 }}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
    </Modal>
  );
}
