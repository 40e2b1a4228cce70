import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { missedRuleTexts } from '../../../shared/texts/missed-rule.ts';
import { phoneTexts } from '../../../shared/texts/phone.ts';
import { severalServicesTexts } from '../../../shared/texts/several-services.ts';
import type { PhoneView } from '../../../shared/views.ts';

/** What the slip says too: service, where, since when, and what happens to a missed number. */
export function TicketDetails({ view }: { view: PhoneView }) {
  const { say } = useSpeech();
  const texts = useTexts(phoneTexts);
  const several = useTexts(severalServicesTexts);
  const missedRule = useTexts(missedRuleTexts);
  const ended = view.status === 'done' || view.status === 'cancelled' || view.status === 'expired';
  return (
    <section className="phone-details">
      <h2>{texts.details}</h2>
      <dl>
        <dt>{texts.service}</dt>
        <dd>{say(view.serviceName)}</dd>
        {view.finished.length > 0 && (
          <>
            <dt>{several.finished}</dt>
            <dd>{several.and(view.finished.map(({ name }) => say(name)))}</dd>
          </>
        )}
        {view.further.length > 0 && !ended && (
          <>
            <dt>{several.further}</dt>
            <dd>{several.and(view.further.map(say))}</dd>
          </>
        )}
        <dt>{texts.zone}</dt>
        <dd>{say(view.zoneName)}</dd>
        {view.counterLabels.length > 0 && !ended && (
          <>
            <dt>{texts.counters}</dt>
            <dd>{texts.counterList(view.counterLabels)}</dd>
          </>
        )}
        <dt>{texts.takenAt}</dt>
        <dd>{clockTime(view.issuedAt, view.hall.timeZone)}</dd>
        {!ended && (
          <>
            <dt>{texts.missedRule}</dt>
            <dd>{missedRule(view.missedRule)}</dd>
          </>
        )}
      </dl>
      {view.status === 'waiting' && <p className="phone-small">{texts.keepOpen}</p>}
    </section>
  );
}
