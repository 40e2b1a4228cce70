import { Alert, Button, Drawer, Segmented, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { type Asked, ask } from '../../../shared/browser/ask.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { leastRatings, type RatingFigure } from '../../../shared/rating-ledger.ts';
import { ownRatingsTexts } from '../../../shared/texts/own-ratings.ts';
import { ratingLevels, ratingLevelTexts } from '../../../shared/texts/rating-levels.ts';
import { dateOfDay, dayNumber } from '../../../shared/working-days.ts';

const periods = [30, 90, 365] as const;

interface OwnRatingsProps {
  /** 'YYYY-MM-DD' in the hall's zone. */
  readonly today: string;
  readonly close: () => void;
}

/** What visitors said of a clerk's own work: sums of five or more, of working days that are over. */
export function OwnRatings({ today, close }: OwnRatingsProps) {
  const { language } = useSpeech();
  const texts = ownRatingsTexts[language];
  const [days, setDays] = useState<number>(periods[0]);
  const [tries, setTries] = useState(1);
  const [asked, setAsked] = useState<Asked<RatingFigure> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let wanted = true;
    setAsked(null);
    const from = dateOfDay(dayNumber(today) - days);
    void ask<RatingFigure>(`/api/ratings/mine?from=${from}&to=${today}`).then((answer) => {
      if (wanted) setAsked(answer);
    });
    return () => {
      wanted = false;
    };
  }, [today, days, tries]);
  return (
    <Drawer open size={420} title={texts.open} onClose={close}>
      <div className="own-ratings">
        <p>{texts.help}</p>
        <Segmented
          aria-label={texts.open}
          value={days}
          onChange={setDays}
          options={periods.map((value) => ({ value, label: texts.days(value) }))}
        />
        {asked === null ? (
          <Skeleton active={false} paragraph={{ rows: 5 }} />
        ) : asked.ok ? (
          <Sums figure={asked.answer} />
        ) : (
          <Alert
            type="error"
            showIcon
            title={texts.failed}
            action={<Button onClick={() => setTries(tries + 1)}>{texts.tryAgain}</Button>}
          />
        )}
      </div>
    </Drawer>
  );
}

function Sums({ figure: { ratable, rated, scored, mean, levels } }: { figure: RatingFigure }) {
  const { language } = useSpeech();
  const texts = ownRatingsTexts[language];
  const names = ratingLevelTexts[language];
  const rate = ratable === 0 ? '—' : `${Math.round((rated * 100) / ratable)} %`;
  const rows: readonly (readonly [string, string | number])[] = [
    [texts.ratable, ratable],
    [texts.rated, rated],
    [texts.rate, rate],
    [texts.scored, scored],
    ...(mean === null ? [] : [[texts.mean, mean.toFixed(2)] as const]),
    ...(levels === null ? [] : ratingLevels.map((level) => [names[level], levels[level - 1] ?? 0] as const)),
  ];
  return (
    <>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mean === null && <Alert type="info" showIcon title={texts.tooFew(leastRatings)} />}
    </>
  );
}
