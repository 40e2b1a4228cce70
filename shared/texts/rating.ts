import type { Language } from '../languages.ts';

/** Why a visit cannot be rated here and now, and what to do next. */
const zhHansNotices = {
  notOpen: ['现在还不能评价', '请在办理结束后再来评价。'],
  given: ['这次办理已经评价过了', '每次办理只评价一次，感谢您。'],
  over: ['评价时间已过', '如有意见，请告诉前台，或拨打政务服务热线。'],
  wrongCode: ['没有找到这次办理', '请核对号码和评价码，或到前台。'],
  notOurs: ['没有认出这个二维码', '请扫描号票上的二维码，或输入号码和评价码。'],
  waitBeforeRetry: ['请稍等一分钟', '输错次数较多，请稍后再试，或到前台。'],
  unreachable: ['暂时连不上大厅服务器', '请再试一次；不会重复评价。'],
  resting: ['请稍等几秒', '这里刚刚评价过，请稍后再试一次。'],
  refused: ['现在不能在这里评价', '请重新扫描号票上的二维码，或到前台。'],
} as const;

export type RatingNotice = keyof typeof zhHansNotices;

const zhHans = {
  start: '评价这次办理',
  scan: '请扫描号票上的二维码',
  enter: '输入号码和评价码',
  voluntary: '评价自愿，工作人员看不到是谁评的',
  askNumber: '请输入您的号码',
  askCode: '请输入评价码',
  codeWhere: '取号时显示的 4 位数字',
  erase: '删除',
  next: '下一步',
  find: '确定',
  finding: '正在查找…',
  question: '您对这次办理满意吗？',
  yourNumber: (number: string) => `您的号码 ${number}`,
  skip: '不评价',
  sending: '正在提交…',
  thanks: '已收到您的评价，谢谢！',
  silent: '暂时不能评价',
  silentWords: '连接中断，恢复后自动继续。也可以稍后用手机扫描号票上的二维码评价。',
  tryAgain: '再试一次',
  enterAgain: '重新输入',
  understood: '知道了',
  notices: zhHansNotices as Readonly<Record<RatingNotice, readonly [title: string, next: string]>>,
};

export type RatingTexts = typeof zhHans;

const zhHant: RatingTexts = {
  start: '評價這次辦理',
  scan: '請掃描號票上的二維碼',
  enter: '輸入號碼和評價碼',
  voluntary: '評價自願，工作人員看不到是誰評的',
  askNumber: '請輸入您的號碼',
  askCode: '請輸入評價碼',
  codeWhere: '取號時顯示的 4 位數字',
  erase: '刪除',
  next: '下一步',
  find: '確定',
  finding: '正在查找…',
  question: '您對這次辦理滿意嗎？',
  yourNumber: (number) => `您的號碼 ${number}`,
  skip: '不評價',
  sending: '正在提交…',
  thanks: '已收到您的評價，謝謝！',
  silent: '暫時不能評價',
  silentWords: '連接中斷，恢復後自動繼續。也可以稍後用手機掃描號票上的二維碼評價。',
  tryAgain: '再試一次',
  enterAgain: '重新輸入',
  understood: '知道了',
  notices: {
    notOpen: ['現在還不能評價', '請在辦理結束後再來評價。'],
    given: ['這次辦理已經評價過了', '每次辦理只評價一次，感謝您。'],
    over: ['評價時間已過', '如有意見，請告訴前台，或撥打政務服務熱線。'],
    wrongCode: ['沒有找到這次辦理', '請核對號碼和評價碼，或到前台。'],
    notOurs: ['沒有認出這個二維碼', '請掃描號票上的二維碼，或輸入號碼和評價碼。'],
    waitBeforeRetry: ['請稍等一分鐘', '輸錯次數較多，請稍後再試，或到前台。'],
    unreachable: ['暫時連不上大廳伺服器', '請再試一次；不會重複評價。'],
    resting: ['請稍等幾秒', '這裡剛剛評價過，請稍後再試一次。'],
    refused: ['現在不能在這裡評價', '請重新掃描號票上的二維碼，或到前台。'],
  },
};

const en: RatingTexts = {
  start: 'Rate this visit',
  scan: 'Please scan the QR code on your slip',
  enter: 'Enter number and rating code',
  voluntary: 'Rating is voluntary; staff cannot see who gave it',
  askNumber: 'Your number, please',
  askCode: 'Your rating code, please',
  codeWhere: 'The 4 digits shown with your number',
  erase: 'Delete',
  next: 'Next',
  find: 'OK',
  finding: 'Looking for your visit…',
  question: 'How satisfied are you?',
  yourNumber: (number) => `Your number ${number}`,
  skip: 'Skip',
  sending: 'Sending…',
  thanks: 'We have your rating. Thank you!',
  silent: 'No rating can be taken now',
  silentWords:
    'The connection is lost; it goes on by itself when it is back. You can also rate later, by the QR code on your slip.',
  tryAgain: 'Try again',
  enterAgain: 'Enter again',
  understood: 'Understood',
  notices: {
    notOpen: ['This visit cannot be rated yet', 'Please come back when your visit is finished.'],
    given: ['This visit has been rated', 'Each visit is rated once. Thank you.'],
    over: ['The time for rating is over', 'Please tell the front desk what you think, or call the service hotline.'],
    wrongCode: ['This visit was not found', 'Please check number and rating code, or go to the front desk.'],
    notOurs: ['This is not a code of ours', 'Please scan the QR code on your slip, or enter number and rating code.'],
    waitBeforeRetry: [
      'Please wait a minute',
      'There were several wrong codes. Try again shortly, or go to the front desk.',
    ],
    unreachable: ['The hall server cannot be reached', 'Please try again; your rating will not count twice.'],
    resting: ['One moment, please', 'Somebody has just rated here. Please try again in a few seconds.'],
    refused: ['It cannot be rated here now', 'Please scan the QR code on your slip again, or go to the front desk.'],
  },
};

export const ratingTexts: Record<Language, RatingTexts> = { zhHans, zhHant, en };
