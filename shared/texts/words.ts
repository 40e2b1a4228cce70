import type { DeviceKind, Role } from '../actors.ts';
import type {
  CancelReason,
  ChooseReason,
  HelpReason,
  HoldReason,
  Outcome,
  PauseReason,
  ReserveReason,
  TransferReason,
  WithdrawReason,
} from '../commands.ts';
import type { Language } from '../languages.ts';
import type { CallReason, CounterState, TicketStatus } from '../views.ts';

/** One word for each value the hall enumerates: the same on every page. */
interface Words {
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly holdReasons: Readonly<Record<HoldReason, string>>;
  readonly reserveReasons: Readonly<Record<ReserveReason, string>>;
  readonly transferReasons: Readonly<Record<TransferReason, string>>;
  readonly withdrawReasons: Readonly<Record<WithdrawReason, string>>;
  readonly cancelReasons: Readonly<Record<CancelReason, string>>;
  readonly chooseReasons: Readonly<Record<ChooseReason, string>>;
  readonly helpReasons: Readonly<Record<HelpReason, string>>;
  readonly pauseReasons: Readonly<Record<PauseReason, string>>;
  readonly statuses: Readonly<Record<TicketStatus, string>>;
  readonly counterStatuses: Readonly<Record<CounterState['status'], string>>;
  /** Why this one is called now. */
  readonly callReasons: Readonly<Record<CallReason, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly deviceKinds: Readonly<Record<DeviceKind, string>>;
}

const zhHans: Words = {
  outcomes: {
    accepted: '受理',
    instant: '即办',
    collected: '领证',
    consulted: '咨询',
    incomplete: '材料不全',
    wrongService: '取错事项',
    other: '其他',
  },
  holdReasons: {
    missingPaper: '补材料',
    preparingPapers: '准备证照、文书',
    fillingForm: '填表',
    waitingForColleague: '等同事处理',
    otherReason: '其他原因',
  },
  reserveReasons: {
    sameClerk: '由同一人接着办',
    language: '语言或手语',
    accessibleCounter: '需要无障碍窗口',
    specialist: '需专人办理',
    otherReason: '其他原因',
  },
  transferReasons: {
    otherService: '另有事项',
    nextStep: '下一环节',
    wrongQueue: '取错号',
    specialist: '需专人办理',
    otherReason: '其他原因',
  },
  withdrawReasons: { calledByMistake: '误叫', counterProblem: '窗口有状况', otherReason: '其他原因' },
  cancelReasons: {
    visitorLeft: '本人离开',
    takenByMistake: '取错号',
    duplicate: '重复取号',
    otherReason: '其他原因',
  },
  chooseReasons: {
    frail: '行动不便',
    returningAsAgreed: '按约返回',
    correctingMistake: '更正差错',
    otherReason: '其他原因',
  },
  helpReasons: {
    question: '业务疑问',
    difficultVisitor: '来访者难以沟通',
    systemTrouble: '系统故障',
    medical: '有人身体不适',
    security: '安全情况',
    otherReason: '其他原因',
  },
  pauseReasons: {
    shortBreak: '短暂离开',
    lunch: '午休',
    shiftChange: '换班交接',
    systemTrouble: '系统故障',
    paperwork: '整理材料',
    otherReason: '其他原因',
  },
  statuses: {
    waiting: '等候',
    called: '已叫号',
    serving: '办理中',
    held: '挂起',
    missed: '过号',
    done: '办理结束',
    cancelled: '已取消',
    expired: '已作废',
  },
  counterStatuses: { open: '开放', paused: '暂停', closed: '未开放' },
  callReasons: {
    fifo: '先到先办',
    priority: '优先',
    appointment: '预约',
    putBack: '过号恢复',
    transfer: '转办',
    chosen: '指定叫号',
    share: '按比例轮到',
    longWait: '等候过久先叫',
    helpsOut: '帮办',
  },
  roles: { reception: '前台', clerk: '窗口人员', manager: '值班主管', administrator: '系统管理员' },
  deviceKinds: {
    ticketKiosk: '取号机',
    ratingKiosk: '评价器',
    hallScreen: '大厅屏',
    zoneScreen: '分区屏',
    pickUpScreen: '取件屏',
    counterScreen: '窗口屏',
  },
};

const zhHant: Words = {
  outcomes: {
    accepted: '受理',
    instant: '即辦',
    collected: '領證',
    consulted: '諮詢',
    incomplete: '材料不全',
    wrongService: '取錯事項',
    other: '其他',
  },
  holdReasons: {
    missingPaper: '補材料',
    preparingPapers: '準備證照、文書',
    fillingForm: '填表',
    waitingForColleague: '等同事處理',
    otherReason: '其他原因',
  },
  reserveReasons: {
    sameClerk: '由同一人接著辦',
    language: '語言或手語',
    accessibleCounter: '需要無障礙窗口',
    specialist: '需專人辦理',
    otherReason: '其他原因',
  },
  transferReasons: {
    otherService: '另有事項',
    nextStep: '下一環節',
    wrongQueue: '取錯號',
    specialist: '需專人辦理',
    otherReason: '其他原因',
  },
  withdrawReasons: { calledByMistake: '誤叫', counterProblem: '窗口有狀況', otherReason: '其他原因' },
  cancelReasons: {
    visitorLeft: '本人離開',
    takenByMistake: '取錯號',
    duplicate: '重複取號',
    otherReason: '其他原因',
  },
  chooseReasons: {
    frail: '行動不便',
    returningAsAgreed: '按約返回',
    correctingMistake: '更正差錯',
    otherReason: '其他原因',
  },
  helpReasons: {
    question: '業務疑問',
    difficultVisitor: '來訪者難以溝通',
    systemTrouble: '系統故障',
    medical: '有人身體不適',
    security: '安全情況',
    otherReason: '其他原因',
  },
  pauseReasons: {
    shortBreak: '短暫離開',
    lunch: '午休',
    shiftChange: '換班交接',
    systemTrouble: '系統故障',
    paperwork: '整理材料',
    otherReason: '其他原因',
  },
  statuses: {
    waiting: '等候',
    called: '已叫號',
    serving: '辦理中',
    held: '掛起',
    missed: '過號',
    done: '辦理結束',
    cancelled: '已取消',
    expired: '已作廢',
  },
  counterStatuses: { open: '開放', paused: '暫停', closed: '未開放' },
  callReasons: {
    fifo: '先到先辦',
    priority: '優先',
    appointment: '預約',
    putBack: '過號恢復',
    transfer: '轉辦',
    chosen: '指定叫號',
    share: '按比例輪到',
    longWait: '等候過久先叫',
    helpsOut: '幫辦',
  },
  roles: { reception: '前台', clerk: '窗口人員', manager: '值班主管', administrator: '系統管理員' },
  deviceKinds: {
    ticketKiosk: '取號機',
    ratingKiosk: '評價器',
    hallScreen: '大廳屏',
    zoneScreen: '分區屏',
    pickUpScreen: '取件屏',
    counterScreen: '窗口屏',
  },
};

const en: Words = {
  outcomes: {
    accepted: 'Accepted',
    instant: 'Done on the spot',
    collected: 'Collected',
    consulted: 'Advice given',
    incomplete: 'Papers incomplete',
    wrongService: 'Wrong service taken',
    other: 'Other',
  },
  holdReasons: {
    missingPaper: 'Fetching a paper',
    preparingPapers: 'Preparing the papers',
    fillingForm: 'Filling in a form',
    waitingForColleague: 'Waiting for a colleague',
    otherReason: 'Other reason',
  },
  reserveReasons: {
    sameClerk: 'The same person goes on with it',
    language: 'Language or sign language',
    accessibleCounter: 'Needs an accessible counter',
    specialist: 'Needs a specialist',
    otherReason: 'Other reason',
  },
  transferReasons: {
    otherService: 'Another service too',
    nextStep: 'Next step',
    wrongQueue: 'Wrong queue',
    specialist: 'Needs a specialist',
    otherReason: 'Other reason',
  },
  withdrawReasons: {
    calledByMistake: 'Called by mistake',
    counterProblem: 'Problem at the counter',
    otherReason: 'Other reason',
  },
  cancelReasons: {
    visitorLeft: 'Visitor left',
    takenByMistake: 'Taken by mistake',
    duplicate: 'Duplicate',
    otherReason: 'Other reason',
  },
  chooseReasons: {
    frail: 'Frail visitor',
    returningAsAgreed: 'Returning as agreed',
    correctingMistake: 'Correcting a mistake',
    otherReason: 'Other reason',
  },
  helpReasons: {
    question: 'A question',
    difficultVisitor: 'A difficult visitor',
    systemTrouble: 'System trouble',
    medical: 'Somebody is unwell',
    security: 'Safety',
    otherReason: 'Other reason',
  },
  pauseReasons: {
    shortBreak: 'Short break',
    lunch: 'Lunch',
    shiftChange: 'Change of shift',
    systemTrouble: 'System trouble',
    paperwork: 'Paperwork',
    otherReason: 'Other reason',
  },
  statuses: {
    waiting: 'Waiting',
    called: 'Called',
    serving: 'Being served',
    held: 'On hold',
    missed: 'Missed',
    done: 'Finished',
    cancelled: 'Cancelled',
    expired: 'Expired',
  },
  counterStatuses: { open: 'Open', paused: 'Paused', closed: 'Not open' },
  callReasons: {
    fifo: 'First come',
    priority: 'Priority',
    appointment: 'Appointment',
    putBack: 'Put back',
    transfer: 'Transferred',
    chosen: 'Chosen',
    share: 'Turn by share',
    longWait: 'Waited too long',
    helpsOut: 'Helping out',
  },
  roles: { reception: 'Front desk', clerk: 'Counter clerk', manager: 'Duty manager', administrator: 'Administrator' },
  deviceKinds: {
    ticketKiosk: 'Ticket kiosk',
    ratingKiosk: 'Rating kiosk',
    hallScreen: 'Hall screen',
    zoneScreen: 'Zone screen',
    pickUpScreen: 'Pick-up screen',
    counterScreen: 'Counter screen',
  },
};

export const words: Record<Language, Words> = { zhHans, zhHant, en };
