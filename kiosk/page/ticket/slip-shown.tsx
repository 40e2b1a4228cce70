import { useSpeech } from '../../../shared/browser/language.tsx';
import type { ShownSlip } from '../../../shared/http.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { kioskTexts } from '../../../shared/texts/kiosk.ts';
import type { TicketKioskView } from '../../../shared/views.ts';
import { Notice } from '../kiosk-frame.tsx';
import { Tap } from '../tap.tsx';
import { askFor } from './ask-for.ts';
import type { Visit } from './use-visit.ts';

interface SlipShownProps {
  readonly slip: ShownSlip;
  readonly view: TicketKioskView;
  readonly visit: Visit;
}

/**
 * A slip held before the scanner. Of a visit that is over: whoever comes again about the same errand takes a number that
 * belongs to it, for the same service or another one. Of a number in hand: what is so, and what to do.
 */
export function SlipShown({ slip, view, visit }: SlipShownProps) {
  const { language, say } = useSpeech();
  const texts = kioskTexts[language];
  const common = commonTexts[language];
  const { number, date } = slip;
  if (slip.is !== 'served') {
    const live = slip.is === 'live';
    const onward = (
      <Tap className="primary" onTap={visit.startAgain}>
        {live ? texts.goOn : texts.takeNew}
      </Tap>
    );
    return (
      <Notice
        title={live ? texts.slipLive(number) : texts.slipOver(number)}
        lines={live ? [texts.watch, common.askFrontDesk] : [common.askFrontDesk]}
        action={onward}
      />
    );
  }
  const busy = visit.sending !== null;
  const offered = view.groups
    .flatMap((group) => group.services.map((service) => ({ group, service })))
    .find(({ service }) => service.serviceId === slip.serviceId);
  const action = (
    <>
      <Tap className="answer" disabled={busy} onTap={() => visit.goOnWith(slip)}>
        {texts.otherService}
      </Tap>
      {offered !== undefined && (
        <Tap className="primary" disabled={busy} onTap={() => askFor(offered.service, offered.group, visit, slip)}>
          {texts.sameService}
        </Tap>
      )}
    </>
  );
  return (
    <Notice
      title={busy ? texts.taking : texts.sameErrand}
      lines={[
        texts.earlierVisit(texts.day(date), number),
        say(slip.serviceName),

        texts.newErrand,
      ]}
      action={action}
    />
  );
}

/** A slip that the hall does not know, or cannot be asked about now: numbers are taken all the same. */
export function NoSuchSlip({ unreachable, visit }: { unreachable: boolean; visit: Visit }) {
  const { language } = useSpeech();
  const texts = kioskTexts[language];
  const [title, next] = unreachable ? texts.refused.unreachable : texts.noSuchSlip;
  const onward = (
    <Tap className="primary" onTap={visit.startAgain}>
      {texts.takeNew}
    </Tap>
  );
  return <Notice title={title} lines={[next]} action={onward} />;
}
