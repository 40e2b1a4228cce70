import { MessageSquareText } from 'lucide-react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import { KeyCap } from '../../../shared/browser/staff/key-cap.tsx';
import type { MessageId } from '../../../shared/ids.ts';
import { messagesTexts } from '../../../shared/texts/messages.ts';
import type { CounterView } from '../../../shared/views.ts';
import { readKey } from './actions.ts';
import type { NameOf } from './use-colleagues.ts';

interface MessageBarProps {
  readonly message: NonNullable<CounterView['message']>;
  readonly timeZone: string;
  readonly nameOf: NameOf;
  readonly disabled: boolean;
  readonly read: (messageId: MessageId) => void;
}

/** What a manager has written, whatever goes on at the counter, until the clerk says that it is read. */
export function MessageBar({ message, timeZone, nameOf, disabled, read }: MessageBarProps) {
  const texts = useTexts(messagesTexts);
  const { messageId, text, by, at, more } = message;
  return (
    <div className="message-bar" role="status">
      <MessageSquareText size={20} aria-hidden />
      <span className="message-bar-from">{texts.from(nameOf(by), clockTime(at, timeZone))}</span>
      <span className="message-bar-text">{text}</span>
      {more > 0 && <span>{texts.more(more)}</span>}
      <button
        type="button"
        aria-disabled={disabled}
        aria-keyshortcuts={readKey}
        onClick={() => !disabled && read(messageId)}
      >
        {texts.read}
        <KeyCap>{readKey}</KeyCap>
      </button>
    </div>
  );
}
