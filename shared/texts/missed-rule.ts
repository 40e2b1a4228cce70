import type { Language } from '../languages.ts';
import type { MissedRule } from '../views.ts';

/** What happens to a missed number, in one sentence: the same on slip, phone, screen and in the administration. */
type SayMissedRule = (rule: MissedRule) => string;

const zhHans: SayMissedRule = ({
  afterCalls,
  acceptWithinMinutes,
  putBackWithinMinutes,
  putBackPlaces,
  putBackTimes,
}) =>
  [
    `叫号 ${afterCalls} 次未到即过号。`,
    acceptWithinMinutes > 0 ? `过号 ${acceptWithinMinutes} 分钟内，可直接到原窗口；` : '',
    putBackTimes > 0 && putBackWithinMinutes > 0
      ? `${putBackWithinMinutes} 分钟内，可到任一取号机或前台恢复：号码不变，排在 ${putBackPlaces} 人之后，限 ${putBackTimes} 次。`
      : '',
    '逾期请重新取号。',
  ].join('');

const zhHant: SayMissedRule = ({
  afterCalls,
  acceptWithinMinutes,
  putBackWithinMinutes,
  putBackPlaces,
  putBackTimes,
}) =>
  [
    `叫號 ${afterCalls} 次未到即過號。`,
    acceptWithinMinutes > 0 ? `過號 ${acceptWithinMinutes} 分鐘內，可直接到原窗口；` : '',
    putBackTimes > 0 && putBackWithinMinutes > 0
      ? `${putBackWithinMinutes} 分鐘內，可到任一取號機或前台恢復：號碼不變，排在 ${putBackPlaces} 人之後，限 ${putBackTimes} 次。`
      : '',
    '逾期請重新取號。',
  ].join('');

const times = (n: number) => (n === 1 ? 'once' : `${n} times`);
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

const en: SayMissedRule = ({ afterCalls, acceptWithinMinutes, putBackWithinMinutes, putBackPlaces, putBackTimes }) =>
  [
    `A number is missed after ${afterCalls === 1 ? '1 call' : `${afterCalls} calls`}.`,
    acceptWithinMinutes > 0 ? `Within ${acceptWithinMinutes} min, go straight to the counter that called you.` : '',
    putBackTimes > 0 && putBackWithinMinutes > 0
      ? `Within ${putBackWithinMinutes} min, any ticket kiosk or the front desk puts you back: same number, ${people(putBackPlaces)} later, ${times(putBackTimes)}.`
      : '',
    'After that, please take a new number.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');

export const missedRuleTexts: Record<Language, SayMissedRule> = { zhHans, zhHant, en };
