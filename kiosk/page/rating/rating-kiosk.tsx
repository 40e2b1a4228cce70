import '../kiosk.css';
import './rating.css';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Asked } from '../../../shared/browser/ask.ts';
import { type Answer, newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { Detail } from '../../../shared/browser/rating/use-detail.ts';
import type { Command, RatingLevel } from '../../../shared/commands.ts';
import type { FindVisit, FoundVisit } from '../../../shared/http.ts';
import type { CommandId, TicketId } from '../../../shared/ids.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { ratingTexts } from '../../../shared/texts/rating.ts';
import { ratingMoreTexts } from '../../../shared/texts/rating-more.ts';
import type { RatingKioskView } from '../../../shared/views.ts';
import { KioskFrame, type KioskLink } from '../kiosk-frame.tsx';
import { type Needs, NeedsProvider, useUsual } from '../needs.tsx';
import { answerWithinSeconds, askAfterSeconds, StillThere } from '../still-there.tsx';
import { Tap } from '../tap.tsx';
import { useQuietTime } from '../use-quiet-time.ts';
import { linkIn, useScanner } from '../use-scanner.ts';
import { CurrentStep } from './current-step.tsx';
import { type Rating, type RatingStep, start, stepAfterFinding, stepAfterRating, type Visit } from './steps.ts';
import { useTouches } from './use-touches.ts';

interface RatingKioskProps extends KioskLink {
  readonly view: RatingKioskView;
  readonly send: (command: Command, id: CommandId) => Promise<Answer>;
  readonly find: (shown: FindVisit) => Promise<Asked<FoundVisit>>;
  /** Where and how to begin; only pictures of single steps begin elsewhere. */
  readonly first?: RatingStep;
  readonly needs?: Partial<Needs>;
}

/** Where nobody is asked whether they are still there: what was wanted is done. */
const quietSeconds: Partial<Record<RatingStep['at'], number>> = { thanks: 3, more: 20 };
/** So long after a rating the glass takes no touch: a hand on its way meets no next question. */
const lockedMs = 5_000;

/** The rating kiosk: a slip or a visit just finished, one question, one tap. */
export function RatingKiosk({ needs, ...kiosk }: RatingKioskProps) {
  return (
    <NeedsProvider first={needs}>
      <Wizard {...kiosk} />
    </NeedsProvider>
  );
}

function Wizard({ view, send, find, first = start, ...link }: Omit<RatingKioskProps, 'needs'>) {
  const texts = useTexts(ratingTexts);
  const more = useTexts(ratingMoreTexts);
  const common = useTexts(commonTexts);
  const { isUsual, makeUsual } = useUsual();
  const [own, setOwn] = useState(first);
  /** The level being sent, or that a visit is being looked for. */
  const [busy, setBusy] = useState<RatingLevel | 'finding' | null>(null);
  /** A visit just finished that was rated or skipped here is not asked about again. */
  const [settled, setSettled] = useState<TicketId | null>(null);

  const [locked, setLocked] = useState(false);
  useEffect(() => {
    if (!locked) return;
    const timer = setTimeout(() => setLocked(false), lockedMs);
    return () => clearTimeout(timer);
  }, [locked]);

  const asked = view.ask !== null && view.ask.ticketId !== settled && link.now < view.ask.until ? view.ask : null;
  const step: RatingStep = own.at === 'start' && asked !== null ? { at: 'question', visit: asked } : own;

  const touches = useTouches(step.at === 'question' || step.at === 'thanks');

  /** The rating is stored and nothing more will be said: thanks, and then the next visitor. */
  const thank = () => {
    setOwn({ at: 'thanks' });
    setLocked(true);
  };
  const leave = () => {
    if (step.at === 'question') setSettled(step.visit?.ticketId ?? settled);
    if (step.at === 'more') thank();
    else setOwn(start);
  };
  const nextVisitor = () => {
    leave();
    makeUsual();
  };

  async function show(shown: FindVisit) {
    setBusy('finding');
    const answer = await find(shown);
    setBusy(null);
    setOwn(stepAfterFinding(shown, answer));
  }
  async function rate(rating: Rating) {
    const { visit, level, id } = rating;
    // From here on it is this visitor's step, whatever the view says meanwhile.
    setOwn({ at: 'question', visit });
    if (visit !== null) setSettled(visit.ticketId);
    setBusy(level);
    const { touches } = rating;
    const answer = await send(
      visit === null
        ? { type: 'giveOpinion', level, touches }
        : { type: 'rateTicket', ticketId: visit.ticketId, level, touches },
      id,
    );
    setBusy(null);
    const next = stepAfterRating(rating, answer);
    if (next.at === 'thanks') thank();
    else setOwn(next);
  }
  /** Whatever becomes of this, the rating itself is stored: the visitor is thanked. */
  async function add({ ticketId }: Visit, detail: Detail) {
    setBusy('finding');
    await send({ type: 'addToRating', ticketId, ...detail }, newCommandId());
    setBusy(null);
    thank();
  }
  useScanner((scanned) => {
    if (busy !== null) return;
    const found = linkIn(scanned);
    if (found === null) setOwn({ at: 'notice', why: 'notOurs' });
    else void show({ link: found });
  });

  const name = step.at === 'question' ? `question ${step.visit?.ticketId ?? 'of the hall'}` : step.at;
  const atRest = step.at === 'start' && isUsual;
  const left = useQuietTime({
    active: !atRest && busy === null,
    step: name,
    limitSeconds: quietSeconds[step.at] ?? askAfterSeconds + answerWithinSeconds,
    onOver: nextVisitor,
  });

  const wayOut =
    step.at === 'start' || step.at === 'thanks'
      ? null
      : step.at === 'question'
        ? texts.skip
        : step.at === 'more'
          ? more.skip
          : common.back;
  return (
    <KioskFrame
      hall={view.hall}
      {...(view.counterLabel === null ? {} : { place: common.counterNamed(view.counterLabel) })}
      step={name}
      locked={locked}
      ways={
        wayOut !== null && (
          <Tap disabled={busy !== null} onTap={leave}>
            <ArrowLeft aria-hidden /> {wayOut}
          </Tap>
        )
      }
      stillThere={
        quietSeconds[step.at] === undefined && !atRest && left <= answerWithinSeconds ? (
          <StillThere left={left} />
        ) : null
      }
      {...link}
    >
      <CurrentStep
        view={view}
        step={step}
        busy={busy}
        locked={locked}
        silent={link.link !== 'live'}
        onStep={setOwn}
        onShow={show}
        onRate={(visit, level) => rate({ visit, level, id: newCommandId(), touches: touches() })}
        onRateAgain={rate}
        onAdd={add}
      />
    </KioskFrame>
  );
}
