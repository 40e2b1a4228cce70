import { Button, Input, Modal, Select } from 'antd';
import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import { type CommandOf, longestMessage } from '../../../shared/commands.ts';
import type { CounterId } from '../../../shared/ids.ts';
import { typedText } from '../../../shared/rating.ts';
import { messagesTexts } from '../../../shared/texts/messages.ts';
import type { AdminView } from '../../../shared/views.ts';

const Text = typedText(longestMessage);
/** As the hall counts them. */
const length = (text: string) => [...text].length;

interface MessagesProps {
  readonly view: AdminView;
  readonly order: (command: CommandOf<'messageCounter'>) => void;
}

/** A manager writes to one counter or to all, and sees who has read it. */
export function Messages({ view, order }: MessagesProps) {
  const texts = useTexts(messagesTexts);
  const [open, setOpen] = useState(false);
  const unread = new Set(
    view.messages.flatMap(({ to }) => to.flatMap(({ label, readAt }) => (readAt === null ? [label] : []))),
  ).size;
  return (
    <span className="admin-messages-button">
      <Button type="text" size="small" icon={<MessageSquareText size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {texts.write}
        {unread > 0 && <span className="admin-soft"> · {texts.unread(unread)}</span>}
      </Button>
      {open && <MessagesDialog {...{ view, order }} close={() => setOpen(false)} />}
    </span>
  );
}

function MessagesDialog({ view, order, close }: MessagesProps & { readonly close: () => void }) {
  const texts = useTexts(messagesTexts);
  const [to, setTo] = useState<readonly CounterId[]>([]);
  const [text, setText] = useState('');
  const written = Text.safeParse(text);
  const manned = view.today.counters.filter(({ status }) => status !== 'closed');
  const send = () => {
    if (!written.success) return;
    order({ type: 'messageCounter', counterIds: to.length === 0 ? null : to, text: written.data });
    setText('');
  };
  const time = (at: number) => clockTime(at, view.hall.timeZone);
  return (
    <Modal
      open
      title={texts.write}
      okText={texts.send}
      cancelText={texts.close}
      okButtonProps={{ disabled: !written.success || manned.length === 0 }}
      onOk={send}
      onCancel={close}
      closable={false}
      centered
      width={640}
    >
      <div className="admin-messages">
        <div>
          <span aria-hidden>{texts.to}</span>
          <Select
            mode="multiple"
            aria-label={texts.to}
            placeholder={texts.allOpen}
            value={[...to]}
            onChange={setTo}
            options={manned.map(({ counterId: value, label }) => ({ value, label: texts.counter(label) }))}
          />
        </div>
        <div>
          <span aria-hidden>{texts.text}</span>
          <Input
            aria-label={texts.text}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={send}
            count={{ show: true, max: longestMessage, strategy: length }}
          />
          <p className="admin-hint">{texts.textHint}</p>
        </div>
        <h3>{texts.sent}</h3>
        {view.messages.length === 0 && <p className="admin-soft">{texts.none}</p>}
        <ul>
          {view.messages.map((message) => (
            <li key={message.messageId}>
              <span className="admin-soft">{time(message.at)}</span>
              <strong>{message.text}</strong>
              <small>
                {message.to
                  .map(({ label, readAt }) =>
                    readAt === null ? texts.notRead(label) : texts.readAt(label, time(readAt)),
                  )
                  .join(' · ')}
              </small>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
