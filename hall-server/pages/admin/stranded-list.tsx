import './bookings.css';
import { Button } from 'antd';
import { Download, Printer } from 'lucide-react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { AffectedBooking } from '../../../shared/http.ts';
import { adminBookingsTexts } from '../../../shared/texts/admin-bookings.ts';
import { saveFile } from './save-file.ts';

/** Bookings that lose their slot: how many on which days, each of them, on paper and as a file. */
export function StrandedList({ bookings }: { bookings: readonly AffectedBooking[] }) {
  const { language, say } = useSpeech();
  const { stranded: texts, day } = adminBookingsTexts[language];
  const { columns } = texts;
  const days = [...new Set(bookings.map(({ date }) => date))];
  const hasReferences = bookings.some(({ reference }) => reference !== null);
  const download = () => {
    const heads = [columns.date, columns.slot, columns.service, columns.reference];
    const rows = bookings.map((one) => [one.date, one.slot, say(one.serviceName), one.reference ?? '']);
    saveFile([heads, ...rows], `${texts.file}-${days[0] ?? ''}.csv`);
  };
  return (
    <div className="stranded">
      <ul className="stranded-days">
        {days.map((date) => (
          <li key={date}>{texts.ofDay(day(date), bookings.filter((one) => one.date === date).length)}</li>
        ))}
      </ul>
      <section
        className="stranded-list"
        aria-label={texts.list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.date}</th>
              <th scope="col">{columns.slot}</th>
              <th scope="col">{columns.service}</th>
              {hasReferences && <th scope="col">{columns.reference}</th>}
            </tr>
          </thead>
          <tbody>
            {bookings.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a booking without a reference is its place in the list
              <tr key={index}>
                <td>{day(one.date)}</td>
                <td>{one.slot}</td>
                <td>{say(one.serviceName)}</td>
                {hasReferences && <td>{one.reference}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="stranded-tools">
        <Button icon={<Printer size={18} aria-hidden />} onClick={() => print()}>
          {texts.print}
        </Button>
        <Button icon={<Download size={18} aria-hidden />} onClick={download}>
          {texts.download}
        </Button>
        <p className="admin-soft">{texts.noCodes}</p>
      </div>
    </div>
  );
}
