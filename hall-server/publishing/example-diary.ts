import type { PublishedDiary } from '../../shared/diary-views.ts';
import type { LocalizedText } from '../../shared/languages.ts';

/**
 * The demo hall's example, marked as one wherever it is shown. The facts told (no appointment, 7 counters, about 30 minutes of waiting, 10 of
 * service, 45 in all, two trips instead of three, 9 out of 10, two suggestions) are those of a diary that Jiangmen made public in 2022;
 * the words are ours, and the column on record is what the simulated hall measures of such a visit.
 */
export function exampleDiary(hallName: LocalizedText): PublishedDiary {
  return {
    no: 0,
    hallName,
    serviceName: { zhHans: '营业执照', zhHant: '營業執照', en: 'Business licence' },
    day: '2022-03-10',
    half: 'afternoon',
    officer: { name: '梁*能', sex: 'male', ageBand: 'to35', occupation: '个体工商户' },
    language: 'zhHans',
    hallLanguage: 'zhHans',
    title: '没有预约，也在一个下午办完了',
    story: [
      '我在本地长大，自己开店，营业执照上的事每年都要跑一回。[…]这一次我没有预约，吃过午饭就直接来了。',
      '门口的查验不到一分钟。大厅地方不大，收拾得整齐。前台问清我要办什么，答得明白，顺手替我取了号；照着指引走，两分钟之内就找到了窗口。',
      '我要办的事项一共开着七个窗口。等候区有藤椅，旁边备着打印机、充电宝、雨伞和急救箱，人多，但不挤。等了大约半个钟头，叫到了我。',
      '窗口的同志话不多，句句说在点上，十分钟左右就受理好了，下次来拿证就行。从进门到离开，前后四十五分钟上下。',
    ].join('\n'),
    comparison:
      '同一件事，我在别的区要跑三趟：先用手机约号，约号就得等两三天；到现场排队拿表，再去一趟交件，最后一趟取证，前后十到十五天。这里两趟就够，不预约也给办。',
    score: 9,
    timeline: [
      { step: 'gate', told: { minutes: 1, how: 'under' }, measured: null },
      { step: 'find', told: { minutes: 2, how: 'under' }, measured: null },
      { step: 'wait', told: { minutes: 30, how: 'about' }, measured: 30 },
      { step: 'walk', told: null, measured: 1 },
      { step: 'service', told: { minutes: 10, how: 'about' }, measured: 10 },
      { step: 'total', told: { minutes: 45, how: 'about' }, measured: 41 },
    ],
    doorToEnd: 45,
    trips: 2,
    days: null,
    suggestions: [
      {
        text: '窗口的提示牌小了一点，发光字也不够清楚。能大些、清楚些，就不容易错过自己的号。',
        state: 'done',
        answer: '窗口屏和大厅屏的字号改为按最远座位的距离计算，号码叫三次、留在屏上，手机上也看得到；过号可以恢复。',
      },
      {
        text: '有些证照接着就要用。如果能当场出证，或者先给一份临时的，就更方便了。',
        state: 'planned',
        answer: '能不能当场发证要由发证部门定，我们已转达。现在办结时会写明哪一天可以来取，不让人白跑一趟。',
      },
    ],
    note: '他说的“少跑一趟”，是许多人对办事效率最实在的衡量。原日记印的总用时是四十五分钟，各环节相加是四十三分钟：我们两个数都留着。',
    publishedOn: '2022-03-18',
  };
}
