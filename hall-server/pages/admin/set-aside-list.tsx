import { Button } from 'antd';
import { dateAndTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { type WebhookEvent, type WebhookRow, webhookEvents } from '../../../shared/interfaces.ts';
import { adminInterfacesTexts } from '../../../shared/texts/admin-interfaces.ts';

interface SetAsideListProps {
  readonly row: WebhookRow;
  readonly timeZone: string;
  readonly sendAgain: () => void;
}

/** What a receiver refused for good, and the key that sends it once more. */
export function SetAsideList({ row, timeZone, sendAgain }: SetAsideListProps) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const { count, first } = row.setAside;
  const nameOf = (type: string) => (isWebhookEvent(type) ? texts.eventNames[type] : type);
  return (
    <div className="set-aside">
      <p>
        {texts.setAsideHelp}
        <Button size="small" aria-label={`${texts.sendAgain} ${row.name}`} onClick={sendAgain}>
          {texts.sendAgain}
        </Button>
      </p>
      <ul>
        {first.map(({ id, type, number, status, at, again }) => (
          <li key={id}>
            <code>{id}</code> {nameOf(type)} {number} · {texts.answer} {status} ·{' '}
            {again ? texts.sendingAgain : `${texts.since} ${dateAndTime(at, timeZone)}`}
          </li>
        ))}
        {count > first.length && <li>… {texts.setAside(count)}</li>}
      </ul>
    </div>
  );
}

function isWebhookEvent(type: string): type is WebhookEvent {
  return (webhookEvents as readonly string[]).includes(type);
}
