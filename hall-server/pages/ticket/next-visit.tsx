import { CalendarCheck, FileText } from 'lucide-react';
import { useId } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { noticeWords } from '../../../shared/texts/notice.ts';
import type { PhoneView } from '../../../shared/views.ts';

/** What is still to come, said once and completely: what to bring, when, where. */
export function NextVisit({ view, next }: { view: PhoneView; next: PhoneView['next'][number] }) {
  const { language } = useSpeech();
  const titleId = useId();
  const { title, items, rows, keep } = noticeWords({ ...view, hotline: view.hall.hotline, next }, language);
  const Icon = next.for === 'collect' ? CalendarCheck : FileText;
  return (
    <section className="phone-next" aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Icon aria-hidden />
        {title}
      </h2>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      <dl>
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="phone-small">{keep}</p>
    </section>
  );
}
