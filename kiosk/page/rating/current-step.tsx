import { QrCode } from 'lucide-react';
import { Face } from '../../../shared/browser/face.tsx';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { Detail } from '../../../shared/browser/rating/use-detail.ts';
import type { RatingLevel } from '../../../shared/commands.ts';
import type { FindVisit } from '../../../shared/http.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { ratingTexts } from '../../../shared/texts/rating.ts';
import { ratingLevels, ratingLevelTexts } from '../../../shared/texts/rating-levels.ts';
import { ratingMoreTexts } from '../../../shared/texts/rating-more.ts';
import type { RatingKioskView } from '../../../shared/views.ts';
import { Notice, Question } from '../kiosk-frame.tsx';
import { Tap } from '../tap.tsx';
import { Words } from '../words.tsx';
import { EnterCode, EnterNumber } from './enter-slip.tsx';
import { SayMore } from './say-more.tsx';
import type { Rating, RatingStep, Visit } from './steps.ts';

interface CurrentStepProps {
  readonly view: RatingKioskView;
  readonly step: RatingStep;
  readonly busy: RatingLevel | 'finding' | null;
  /** Just after a rating. */
  readonly locked: boolean;
  /** The hall has not been heard for some seconds: nothing begins that could not be answered. */
  readonly silent: boolean;
  readonly onStep: (step: RatingStep) => void;
  readonly onShow: (shown: FindVisit) => void;
  readonly onRate: (visit: Visit | null, level: RatingLevel) => void;
  readonly onRateAgain: (rating: Rating) => void;
  readonly onAdd: (visit: Visit, detail: Detail) => void;
}

/** Which picture belongs to the step. */
export function CurrentStep(props: CurrentStepProps) {
  const { view, step, busy, locked, silent, onStep, onShow, onRate, onAdd } = props;
  const texts = useTexts(ratingTexts);
  switch (step.at) {
    case 'start':
      if (silent) return <Silent hotline={view.hall.hotline} />;
      return (
        <Start
          busy={busy !== null}
          locked={locked}
          onEnter={() => onStep({ at: 'number', typed: '' })}
          onOpinion={view.takesOpinions ? () => onStep({ at: 'question', visit: null }) : null}
        />
      );
    case 'number':
      return (
        <EnterNumber
          prefixes={view.prefixes}
          typed={step.typed}
          onType={(typed) => onStep({ at: 'number', typed })}
          onNext={(number) => onStep({ at: 'code', number, typed: '' })}
        />
      );
    case 'code':
      return (
        <EnterCode
          typed={step.typed}
          busy={busy !== null}
          onType={(typed) => onStep({ ...step, typed })}
          onNext={(code) => onShow({ number: step.number, code })}
        />
      );
    case 'question':
      return <FiveCards visit={step.visit} busy={busy} onRate={onRate} />;
    case 'more':
      return (
        <SayMore
          level={step.level}
          questions={view.questions}
          busy={busy !== null}
          onSend={(detail) => onAdd(step.visit, detail)}
        />
      );
    case 'thanks':
      return <Question>{texts.thanks}</Question>;
    case 'notice':
      return <Why {...props} notice={step} />;
  }
}

interface StartProps {
  readonly busy: boolean;
  readonly locked: boolean;
  readonly onEnter: () => void;
  /** Somebody without a ticket says how the hall is; null where that is not asked. */
  readonly onOpinion: (() => void) | null;
}

function Start({ busy, locked, onEnter, onOpinion }: StartProps) {
  const texts = useTexts(ratingTexts);
  const more = useTexts(ratingMoreTexts);
  return (
    <>
      <Question hint={texts.voluntary}>{busy ? texts.finding : texts.start}</Question>
      <div className="scan">
        <QrCode aria-hidden />
        <p>
          <Words>{texts.scan}</Words>
        </p>
      </div>
      <Tap className="primary" disabled={busy || locked} onTap={onEnter}>
        {texts.enter}
      </Tap>
      {onOpinion !== null && (
        <Tap disabled={busy || locked} onTap={onOpinion}>
          {more.rateHere}
        </Tap>
      )}
    </>
  );
}

/** No live button on a dead kiosk: it says so, and goes on by itself when the hall is heard again. */
function Silent({ hotline }: { hotline: string }) {
  const texts = useTexts(ratingTexts);
  const common = useTexts(commonTexts);
  return <Notice title={texts.silent} lines={[texts.silentWords, common.hotline(hotline)]} />;
}

/** Five equal cards in the order the rules fix; nothing marks one of them. */
function FiveCards({ visit, busy, onRate }: Pick<CurrentStepProps, 'busy' | 'onRate'> & { visit: Visit | null }) {
  const texts = useTexts(ratingTexts);
  const more = useTexts(ratingMoreTexts);
  const levels = useTexts(ratingLevelTexts);
  return (
    <>
      <Question hint={visit === null ? more.opinionHint : texts.yourNumber(visit.number)}>
        {busy !== null ? texts.sending : visit === null ? more.opinionQuestion : texts.question}
      </Question>
      <div className="levels">
        {ratingLevels.map((level) => (
          <Tap
            key={level}
            className={busy === level ? 'level chosen' : 'level'}
            disabled={busy !== null}
            onTap={() => onRate(visit, level)}
          >
            <Face level={level} />
            <span>{levels[level]}</span>
          </Tap>
        ))}
      </div>
    </>
  );
}

/** Why it cannot be rated, and the next step; the way back is always in the row below. */
function Why(props: CurrentStepProps & { notice: RatingStep & { at: 'notice' } }) {
  const { notice, busy, view, onStep, onShow, onRateAgain } = props;
  const texts = useTexts(ratingTexts);
  const common = useTexts(commonTexts);
  const [title, next] = texts.notices[notice.why];
  const { again } = notice;
  const enterAgain = notice.why === 'wrongCode' || notice.why === 'notOurs';
  const action =
    again !== undefined ? (
      <Tap
        className="primary"
        disabled={busy !== null}
        onTap={() => ('level' in again ? onRateAgain(again) : onShow(again))}
      >
        {busy === null ? texts.tryAgain : common.loading}
      </Tap>
    ) : (
      <Tap className="primary" onTap={() => onStep(enterAgain ? { at: 'number', typed: '' } : { at: 'start' })}>
        {enterAgain ? texts.enterAgain : texts.understood}
      </Tap>
    );
  return <Notice title={title} lines={[next, common.hotline(view.hall.hotline)]} action={action} />;
}
