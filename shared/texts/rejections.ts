import type { HttpRefusalCode } from '../http.ts';
import type { Language } from '../languages.ts';
import type { RefusalCode } from '../rejections.ts';

export type SayableRefusal = RefusalCode | HttpRefusalCode | 'unreachable';
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** What happened, then what to do next. Facts may be missing: every sentence must also be whole without them. */
type RefusalTexts = Readonly<Record<SayableRefusal, (facts: RefusalFacts) => string>>;

const zhHans: RefusalTexts = {
  unknownTicket: () => '没有找到这张号票，请核对号码，或请前台帮助。',
  unknownService: () => '这个事项已不再办理，请另选事项，或请前台帮助。',
  unknownCounter: () => '这个窗口已不再使用，请另选窗口。',
  unknownQueue: () => '这个队列已不再使用，请另选队列。',
  unknownWorkProfile: () => '这个叫号方案已不再使用，请另选方案。',
  unknownPriorityClass: () => '这个优先类别已不再使用，请另选。',
  unknownEmergencyMessage: () => '这条紧急通知已不再使用，请另选。',
  emergencyNotShown: () => '现在没有显示紧急通知，无需解除。',
  dayNotOpen: () => '今天还没有开始，请稍候再试，或请前台帮助。',
  dayClosed: () => '今天已经结束，请在下一个工作日再来。',
  dayAlreadyOpen: () => '今天已经开始，无需再次开始。',
  hallNotOpenYet: ({ opensAt }) =>
    opensAt === undefined ? '还没有开始取号，请稍候再来。' : `还没有开始取号，${opensAt} 开始，请稍候再来。`,
  hallClosedForToday: () => '今天的取号已经结束，请在下一个工作日再来；急需办理请到前台。',
  serviceNotNow: ({ date, time }) =>
    time === undefined
      ? '这个事项现在不办，请到前台咨询。'
      : `这个事项现在不办，${date} ${time} 起取号。急需办理请到前台。`,
  dailyLimitReached: () => '今天这个事项的号已经取完，请到前台咨询。',
  ticketNotWaiting: () => '这张号票不在等候中，请查看它现在的状态。',
  ticketNotCalled: () => '这张号票不在叫号中，请查看它现在的状态。',
  ticketNotServing: () => '这张号票不在办理中，请查看它现在的状态。',
  serviceNotForPickUp: () => '这个事项没有设为“当场备件”，请选其他挂起原因，或请管理员设置。',
  ticketNotHeld: () => '这张号票没有挂起，可能已在别的窗口恢复。',
  ticketNotMissed: () => '这张号票没有过号，或已经恢复，请留意叫号。',
  ticketNotCancellable: () => '已叫号或办理中的号票不能取消，请到窗口说明。',
  undoTooLate: ({ seconds }) =>
    seconds === undefined
      ? '不能再在取号机上撤销，请到前台取消。'
      : `取号 ${seconds} 秒后不能再在取号机上撤销，请到前台取消。`,
  notOfThisPlatform: () => '平台只能取消自己取的号、自己约的时间，请到前台或用手机页面取消。',
  issuedElsewhere: () => '只有给出号码的取号机可以撤销，请到前台取消。',
  ticketEnded: () => '这张号票已经结束，如需再办请重新取号。',
  ticketAtOtherCounter: ({ counter }) =>
    counter === undefined ? '这张号票在别的窗口。' : `这张号票在 ${counter} 号窗口。`,
  nobodyWaiting: () => '现在无人等候。',
  noMoreRecalls: () => '重呼次数已用完，请标记过号或撤回叫号。',
  missedTooEarly: ({ calls, seconds }) =>
    typeof calls === 'number' && typeof seconds === 'number'
      ? `叫满 ${calls} 次、等满 ${seconds} 秒后才能标记过号，请再重呼。`
      : '叫号次数或时间未到，还不能标记过号，请再重呼。',
  ticketReservedElsewhere: ({ counter }) =>
    counter === undefined ? '这张号票已留给别的窗口。' : `这张号票已留给 ${counter} 号窗口。`,
  putBackTooLate: ({ minutes }) =>
    minutes === undefined ? '过号太久，不能恢复，请重新取号。' : `过号超过 ${minutes} 分钟，不能恢复，请重新取号。`,
  putBackUsedUp: () => '这个号码的恢复次数已用完，请重新取号。',
  unknownMaterial: () => '这份材料不在本事项的清单里，请重新选择。',
  missingOnlyIfIncomplete: () => '只有“材料不全”才登记缺少的材料。',
  earlierVisitNotServed: () => '那一次没有办理过，不能归为同一件。',
  caseNoOfOther: ({ caseNo }) => `办件编号 ${caseNo ?? ''} 属于另一件，请核对编号。`,
  serviceThereAlready: () => '这个号已经包含这个事项，请另选。',
  serviceNotToCome: () => '这个事项不在待办之列，可能已经办了或去掉了。',
  tooManyServices: ({ most }) => `一个号最多办 ${most ?? ''} 个事项。更多的请办完后再取号。`,
  furtherServicesLeft: ({ count }) => `这个号还有 ${count ?? ''} 个事项要办，请选：在此接着办、转去排队，或不再办理。`,
  noFurtherService: () => '这个号没有其他事项了，请直接办理结束。',
  serviceNotAtCounter: ({ counter }) => `${counter ?? ''} 号窗口的叫号方案不含下一事项，请转去排队。`,
  postponeUsedUp: () => '这个号码已不能再推后。来不及请取消，到了再重新取号，或请前台帮忙。',
  acceptTooLate: ({ minutes }) =>
    minutes === undefined
      ? '过号太久，不能直接办理，请改用过号恢复。'
      : `过号超过 ${minutes} 分钟，不能直接办理，请改用过号恢复。`,
  notAmongLastMissed: () => '这张号票之后又有多个号码过号，不能直接办理，请改用过号恢复。',
  missedAtOtherCounter: ({ counter }) =>
    counter === undefined
      ? '这张号票在别的窗口过号，请到原窗口或改用过号恢复。'
      : `这张号票在 ${counter} 号窗口过号，请到该窗口或改用过号恢复。`,
  noCounter: () => '您还没有开放窗口，请先选择窗口。',
  counterClosed: () => '这个窗口没有开放，请先开放或另选窗口。',
  counterPaused: () => '窗口已暂停，请先恢复窗口。',
  counterNotPaused: () => '窗口没有暂停，可直接叫号。',
  counterBusy: ({ number }) =>
    `${number === undefined ? '窗口还有号票' : `${number} 还在窗口`}，请先办完、挂起或转办。`,
  counterTaken: ({ counter }) =>
    counter === undefined
      ? '这个窗口正由其他工作人员使用，可以接管或另选窗口。'
      : `${counter} 号窗口正由其他工作人员使用，可以接管或另选窗口。`,
  counterNotTaken: () => '这个窗口无人使用，直接开放即可。',
  staffAtOtherCounter: ({ counter }) =>
    counter === undefined ? '您已开放另一个窗口，请先将它关闭。' : `您已开放 ${counter} 号窗口，请先将它关闭。`,
  noCounterOpen: () => '现在没有开放的窗口，留言没有发出。',
  unknownMessage: () => '这条留言已经读过，或已经删除。',
  helpCalledAlready: () => '已经求助过了，主管会看到。',
  helpNotCalled: () => '这个窗口现在没有求助。',
  helpAnsweredAlready: () => '已有主管答复。',
  notOwnCounter: () => '这不是您的窗口。',
  transferToSelf: () => '不能转办给原队列或本窗口，请另选。',
  staffAtNoCounter: () => '这位工作人员现在不在窗口，请另选，或转到队列。',
  timeIsPast: ({ time }) => `${time ?? ''} 已经过了，请选今天稍后的时间。`,
  priorityNotGrantableNow: () => '只有等候中的号票可以设为优先。',
  phoneBookingOff: () => '这里暂不接受手机预约，请到前台预约，或到大厅直接取号。',
  serviceNotBookable: () => '这个事项不用预约，请直接取号。',
  slotNotOffered: () => '这个时段不能预约，请另选时段，或直接取号。',
  slotTooSoon: ({ minutes }) =>
    minutes === undefined ? '这个时段即将开始，请另选，或直接取号。' : `请至少提前 ${minutes} 分钟预约；也可直接取号。`,
  slotFull: ({ slot }) =>
    slot === undefined ? '这个时段已约满，请另选，或直接取号。' : `${slot} 已约满，请另选时段，或直接取号。`,
  slotOver: () => '这个时段已经开始或已过，请另选时段。',
  referenceTaken: ({ reference }) => `对方编号 ${reference ?? ''} 已用于另一个预约，或它的预约已经结束。请换一个编号。`,
  unknownAppointment: () => '没有找到这个预约，请核对 8 位预约码，或请前台帮助。也可直接取号。',
  appointmentEarly: ({ slot, from }) =>
    slot === undefined || from === undefined
      ? '签到时间未到，请稍后再来签到；也可现在直接取号。'
      : `您预约的是 ${slot}，请在 ${from} 以后签到；也可现在直接取号。`,
  appointmentOtherDay: ({ date, slot }) =>
    date === undefined || slot === undefined
      ? '这个预约不是今天的，请到时再来；今天办理请直接取号。'
      : `您预约的是 ${date} ${slot}，请到时再来；今天办理请直接取号。`,
  appointmentUsed: ({ number }) =>
    number === undefined ? '这个预约已经签到，请留意叫号。' : `这个预约已经签到，您的号码是 ${number}，请留意叫号。`,
  appointmentOver: () => '这个预约已取消或已失效，请直接取号。',
  appointmentNotCancellable: () => '取消预约的时间已过；不来办理，预约会自动失效。',
  phoneCheckInOff: () => '这个大厅不用手机签到，请到大厅后在取号机或前台签到。',
  phoneCheckInLate: () => '手机签到的时间已过，请到取号机或前台，凭预约码取普通号。',
  undoOfAppointment: () => '预约签到的号码不能撤销，请到前台说明。',
  notRatable: () => '这次办理不能评价。感谢您的来访。',
  alreadyRated: () => '您已经评价过了，谢谢。',
  ratingTooLate: () => '评价时间已过。如有意见，请告诉前台或拨打政务服务热线。',
  ratingNotOpenHere: () => '这张号票现在不能在这里评价，请用手机扫描号票上的二维码，或请前台帮助。',
  noPrinter: () => '这里没有可用的打印机。请记下号码，或用手机扫码；需要纸质号票请系统管理员设置打印机。',
  slipOnItsWay: () => '号票正在打印，请稍候。',
  reprintTooLate: ({ minutes }) =>
    minutes === undefined
      ? '取号已久，取号机不能补打，请到前台补打。'
      : `取号超过 ${minutes} 分钟，取号机不能补打，请到前台补打。`,
  notIssuedHere: () => '这张号票不是在这台取号机取的，请到前台补打。',
  printNotExpected: () => '这次打印已有结果，不再更改。',
  notRatedYet: () => '请先选一个满意程度，再补充。',
  ratingComplete: () => '这次评价已经补充过了，感谢您。',
  notAnIndicatorOfLevel: () => '所选内容与满意程度不符，请重新选择。',
  unknownQuestion: () => '这个问题已经不再使用，请跳过。',
  kioskResting: () => '请稍等几秒，再为下一位评价。',
  noRatingCase: () => '没有找到这张差评工单，请刷新后再试。',
  caseNotThere: () => '工单现在不在这一步，请看工单状态后再办。',
  caseEnded: () => '这张工单已经办结；如有异议，可以申诉。',
  caseTextMissing: () => '请把说明写完整。',
  callBackNotAgreed: () => '评价人没有同意回访，请选择不需要联系的做法。',
  ratedPersonMayNot: () => '被评价人不能办理这张工单，请由其他人办理。',
  secondPersonNeeded: () => '提出的人不能自己批准，请由另一个人决定。',
  nothingProposed: () => '现在没有待批准的提议。',
  proposalOpen: () => '还有一项提议等待批准，请先决定。',
  flagInCase: () => '这条评价有差评工单，请在工单里提议。',
  ratingNotFlagged: () => '这条评价没有异常标记。',
  appealTooLate: () => '申诉期限未到或已过。',
  appealOpen: () => '申诉正在复核，或已经申诉过一次。',
  noAppeal: () => '现在没有待复核的申诉。',
  tookPartAlready: () => '办理过这张工单的人不能复核，请由其他人复核。',
  consentToKeepNeeded: () => '本人同意保存后，才能登记为体验官。',
  consentToPublishNeeded: () => '本人没有同意发布，或已撤回，不能发布。',
  unknownOfficer: ({ no }) => (no === undefined ? '没有这位体验官，或已退出。' : `没有 ${no} 号体验官，或已退出。`),
  unknownDiary: () => '没有找到这篇日记，可能已删除。',
  notOwnDiary: () => '这不是您的日记。',
  diaryBegunAlready: () => '这次办理已经记入体验官日记。',
  diaryIsPublished: () => '日记已发布。要修改，请先撤下。',
  diaryChangedMeanwhile: () => '日记刚刚有改动，请重新打开后再操作。',
  diaryNotWhole: () => '请先写好自述并打分，再确认。',
  diaryNotApproved: () => '本人还没有确认这份原文，不能发布。',
  unknownSuggestion: () => '没有找到这条建议，可能已被本人删除。',
  reasonNeeded: () => '不采纳要写明理由。',
  setupRefersToUnknown: () => '所选的项目已不存在，请刷新后另选。',
  nothingToChange: () => '没有要改的：设置已经是这样。',
  bookingsInTheWay: ({ count }) =>
    `${count === undefined ? '有预约' : `有 ${count} 个预约`}会没有时段，没有保存。请先决定保留还是取消这些预约。`,
  setupStillInUse: () => '还有号票、窗口或其他设置在用它。请先办完或改用别的，再停用。',
  setupDuplicate: () => '已有同样的编号或字头，请换一个。',
  malformed: () => '大厅没有看懂这次操作，请重新载入页面再试。',
  notFound: () => '没有找到，请核对后再试，或请前台帮助。',
  notSignedIn: () => '登录已过期，请重新登录。',
  forbidden: () => '这个账号或设备不能做这项操作，请联系值班主管。',
  openBookingsReached: ({ limit }) =>
    `${limit === undefined ? '这部手机的预约已到上限' : `这部手机最多同时有 ${limit} 个预约`}。可以先取消一个，或请前台预约；也可到大厅直接取号。`,
  addressBookingsReached: () => '从这个网络来的预约太多，请过一小时再试，或请前台预约；也可到大厅直接取号。',
  commandIdReused: () => '这次操作没有完成，请再试一次。',
  unknownStaff: () => '这位工作人员不能使用窗口，请另选。',
  tooManyRequests: () => '操作太频繁，请稍候一分钟再试。',
  storageFailing: () => '大厅暂时不能保存数据，已停止取号和叫号。请马上联系系统管理员。',
  internal: () => '大厅出了差错，这次操作没有完成。请再试一次，仍不行请联系系统管理员。',
  wrongLogin: () => '账号或密码不对，请核对后再输入。',
  waitBeforeRetry: () => '输错次数太多，请等几分钟再试，或请系统管理员重设密码。',
  wrongCode: () => '验证码不对，请核对后再输入。',
  codeOver: () => '验证码已失效，请取得新的验证码。',
  loginTaken: () => '这个账号名已有人使用，请换一个。',
  passwordNeeded: () => '新账号需要设置密码。',
  lastAdministrator: () => '这是最后一个系统管理员，不能停用或更改角色。',
  unknownDevice: () => '没有找到这台设备，请刷新后再试。',
  deviceOffline: () => '这台设备不在线，没有发出。请检查它的电源和网络。',
  notReadable: () => '最远的座位看不清这块屏幕。请换大一些的屏幕，或把座位移近。',
  unreachable: () => '暂时连不上大厅服务器，不知这次操作是否完成。请稍候，恢复后先核对再操作。',
};

const zhHant: RefusalTexts = {
  unknownTicket: () => '沒有找到這張號票，請核對號碼，或請前台幫助。',
  unknownService: () => '這個事項已不再辦理，請另選事項，或請前台幫助。',
  unknownCounter: () => '這個窗口已不再使用，請另選窗口。',
  unknownQueue: () => '這個隊列已不再使用，請另選隊列。',
  unknownWorkProfile: () => '這個叫號方案已不再使用，請另選方案。',
  unknownPriorityClass: () => '這個優先類別已不再使用，請另選。',
  unknownEmergencyMessage: () => '這條緊急通知已不再使用，請另選。',
  emergencyNotShown: () => '現在沒有顯示緊急通知，無需解除。',
  dayNotOpen: () => '今天還沒有開始，請稍候再試，或請前台幫助。',
  dayClosed: () => '今天已經結束，請在下一個工作日再來。',
  dayAlreadyOpen: () => '今天已經開始，無需再次開始。',
  hallNotOpenYet: ({ opensAt }) =>
    opensAt === undefined ? '還沒有開始取號，請稍候再來。' : `還沒有開始取號，${opensAt} 開始，請稍候再來。`,
  hallClosedForToday: () => '今天的取號已經結束，請在下一個工作日再來；急需辦理請到前台。',
  serviceNotNow: ({ date, time }) =>
    time === undefined
      ? '這個事項現在不辦，請到前台諮詢。'
      : `這個事項現在不辦，${date} ${time} 起取號。急需辦理請到前台。`,
  dailyLimitReached: () => '今天這個事項的號已經取完，請到前台諮詢。',
  ticketNotWaiting: () => '這張號票不在等候中，請查看它現在的狀態。',
  ticketNotCalled: () => '這張號票不在叫號中，請查看它現在的狀態。',
  ticketNotServing: () => '這張號票不在辦理中，請查看它現在的狀態。',
  serviceNotForPickUp: () => '這個事項沒有設為「當場備件」，請選其他掛起原因，或請管理員設定。',
  ticketNotHeld: () => '這張號票沒有掛起，可能已在別的窗口恢復。',
  ticketNotMissed: () => '這張號票沒有過號，或已經恢復，請留意叫號。',
  ticketNotCancellable: () => '已叫號或辦理中的號票不能取消，請到窗口說明。',
  undoTooLate: ({ seconds }) =>
    seconds === undefined
      ? '不能再在取號機上撤銷，請到前台取消。'
      : `取號 ${seconds} 秒後不能再在取號機上撤銷，請到前台取消。`,
  notOfThisPlatform: () => '平台只能取消自己取的號、自己約的時間，請到前台或用手機頁面取消。',
  issuedElsewhere: () => '只有給出號碼的取號機可以撤銷，請到前台取消。',
  ticketEnded: () => '這張號票已經結束，如需再辦請重新取號。',
  ticketAtOtherCounter: ({ counter }) =>
    counter === undefined ? '這張號票在別的窗口。' : `這張號票在 ${counter} 號窗口。`,
  nobodyWaiting: () => '現在無人等候。',
  noMoreRecalls: () => '重呼次數已用完，請標記過號或撤回叫號。',
  missedTooEarly: ({ calls, seconds }) =>
    typeof calls === 'number' && typeof seconds === 'number'
      ? `叫滿 ${calls} 次、等滿 ${seconds} 秒後才能標記過號，請再重呼。`
      : '叫號次數或時間未到，還不能標記過號，請再重呼。',
  ticketReservedElsewhere: ({ counter }) =>
    counter === undefined ? '這張號票已留給別的窗口。' : `這張號票已留給 ${counter} 號窗口。`,
  putBackTooLate: ({ minutes }) =>
    minutes === undefined ? '過號太久，不能恢復，請重新取號。' : `過號超過 ${minutes} 分鐘，不能恢復，請重新取號。`,
  putBackUsedUp: () => '這個號碼的恢復次數已用完，請重新取號。',
  unknownMaterial: () => '這份材料不在本事項的清單裡，請重新選擇。',
  missingOnlyIfIncomplete: () => '只有「材料不全」才登記缺少的材料。',
  earlierVisitNotServed: () => '那一次沒有辦理過，不能歸為同一件。',
  caseNoOfOther: ({ caseNo }) => `辦件編號 ${caseNo ?? ''} 屬於另一件，請核對編號。`,
  serviceThereAlready: () => '這個號已經包含這個事項，請另選。',
  serviceNotToCome: () => '這個事項不在待辦之列，可能已經辦了或去掉了。',
  tooManyServices: ({ most }) => `一個號最多辦 ${most ?? ''} 個事項。更多的請辦完後再取號。`,
  furtherServicesLeft: ({ count }) => `這個號還有 ${count ?? ''} 個事項要辦，請選：在此接著辦、轉去排隊，或不再辦理。`,
  noFurtherService: () => '這個號沒有其他事項了，請直接辦理結束。',
  serviceNotAtCounter: ({ counter }) => `${counter ?? ''} 號窗口的叫號方案不含下一事項，請轉去排隊。`,
  postponeUsedUp: () => '這個號碼已不能再推後。來不及請取消，到了再重新取號，或請前台幫忙。',
  acceptTooLate: ({ minutes }) =>
    minutes === undefined
      ? '過號太久，不能直接辦理，請改用過號恢復。'
      : `過號超過 ${minutes} 分鐘，不能直接辦理，請改用過號恢復。`,
  notAmongLastMissed: () => '這張號票之後又有多個號碼過號，不能直接辦理，請改用過號恢復。',
  missedAtOtherCounter: ({ counter }) =>
    counter === undefined
      ? '這張號票在別的窗口過號，請到原窗口或改用過號恢復。'
      : `這張號票在 ${counter} 號窗口過號，請到該窗口或改用過號恢復。`,
  noCounter: () => '您還沒有開放窗口，請先選擇窗口。',
  counterClosed: () => '這個窗口沒有開放，請先開放或另選窗口。',
  counterPaused: () => '窗口已暫停，請先恢復窗口。',
  counterNotPaused: () => '窗口沒有暫停，可直接叫號。',
  counterBusy: ({ number }) =>
    `${number === undefined ? '窗口還有號票' : `${number} 還在窗口`}，請先辦完、掛起或轉辦。`,
  counterTaken: ({ counter }) =>
    counter === undefined
      ? '這個窗口正由其他工作人員使用，可以接管或另選窗口。'
      : `${counter} 號窗口正由其他工作人員使用，可以接管或另選窗口。`,
  counterNotTaken: () => '這個窗口無人使用，直接開放即可。',
  staffAtOtherCounter: ({ counter }) =>
    counter === undefined ? '您已開放另一個窗口，請先將它關閉。' : `您已開放 ${counter} 號窗口，請先將它關閉。`,
  noCounterOpen: () => '現在沒有開放的窗口，留言沒有發出。',
  unknownMessage: () => '這條留言已經讀過，或已經刪除。',
  helpCalledAlready: () => '已經求助過了，主管會看到。',
  helpNotCalled: () => '這個窗口現在沒有求助。',
  helpAnsweredAlready: () => '已有主管答覆。',
  notOwnCounter: () => '這不是您的窗口。',
  transferToSelf: () => '不能轉辦給原隊列或本窗口，請另選。',
  staffAtNoCounter: () => '這位工作人員現在不在窗口，請另選，或轉到隊列。',
  timeIsPast: ({ time }) => `${time ?? ''} 已經過了，請選今天稍後的時間。`,
  priorityNotGrantableNow: () => '只有等候中的號票可以設為優先。',
  phoneBookingOff: () => '這裡暫不接受手機預約，請到前台預約，或到大廳直接取號。',
  serviceNotBookable: () => '這個事項不用預約，請直接取號。',
  slotNotOffered: () => '這個時段不能預約，請另選時段，或直接取號。',
  slotTooSoon: ({ minutes }) =>
    minutes === undefined ? '這個時段即將開始，請另選，或直接取號。' : `請至少提前 ${minutes} 分鐘預約；也可直接取號。`,
  slotFull: ({ slot }) =>
    slot === undefined ? '這個時段已約滿，請另選，或直接取號。' : `${slot} 已約滿，請另選時段，或直接取號。`,
  slotOver: () => '這個時段已經開始或已過，請另選時段。',
  referenceTaken: ({ reference }) => `對方編號 ${reference ?? ''} 已用於另一個預約，或它的預約已經結束。請換一個編號。`,
  unknownAppointment: () => '沒有找到這個預約，請核對 8 位預約碼，或請前台幫助。也可直接取號。',
  appointmentEarly: ({ slot, from }) =>
    slot === undefined || from === undefined
      ? '簽到時間未到，請稍後再來簽到；也可現在直接取號。'
      : `您預約的是 ${slot}，請在 ${from} 以後簽到；也可現在直接取號。`,
  appointmentOtherDay: ({ date, slot }) =>
    date === undefined || slot === undefined
      ? '這個預約不是今天的，請到時再來；今天辦理請直接取號。'
      : `您預約的是 ${date} ${slot}，請到時再來；今天辦理請直接取號。`,
  appointmentUsed: ({ number }) =>
    number === undefined ? '這個預約已經簽到，請留意叫號。' : `這個預約已經簽到，您的號碼是 ${number}，請留意叫號。`,
  appointmentOver: () => '這個預約已取消或已失效，請直接取號。',
  appointmentNotCancellable: () => '取消預約的時間已過；不來辦理，預約會自動失效。',
  phoneCheckInOff: () => '這個大廳不用手機簽到，請到大廳後在取號機或前台簽到。',
  phoneCheckInLate: () => '手機簽到的時間已過，請到取號機或前台，憑預約碼取普通號。',
  undoOfAppointment: () => '預約簽到的號碼不能撤銷，請到前台說明。',
  notRatable: () => '這次辦理不能評價。感謝您的來訪。',
  alreadyRated: () => '您已經評價過了，謝謝。',
  ratingTooLate: () => '評價時間已過。如有意見，請告訴前台或撥打政務服務熱線。',
  ratingNotOpenHere: () => '這張號票現在不能在這裡評價，請用手機掃描號票上的二維碼，或請前台幫助。',
  noPrinter: () => '這裡沒有可用的打印機。請記下號碼，或用手機掃碼；需要紙本號票請系統管理員設定打印機。',
  slipOnItsWay: () => '號票正在打印，請稍候。',
  reprintTooLate: ({ minutes }) =>
    minutes === undefined
      ? '取號已久，取號機不能補打，請到前台補打。'
      : `取號超過 ${minutes} 分鐘，取號機不能補打，請到前台補打。`,
  notIssuedHere: () => '這張號票不是在這台取號機取的，請到前台補打。',
  printNotExpected: () => '這次打印已有結果，不再更改。',
  notRatedYet: () => '請先選一個滿意程度，再補充。',
  ratingComplete: () => '這次評價已經補充過了，感謝您。',
  notAnIndicatorOfLevel: () => '所選內容與滿意程度不符，請重新選擇。',
  unknownQuestion: () => '這個問題已經不再使用，請跳過。',
  kioskResting: () => '請稍等幾秒，再為下一位評價。',
  noRatingCase: () => '沒有找到這張差評工單，請重新整理後再試。',
  caseNotThere: () => '工單現在不在這一步，請看工單狀態後再辦。',
  caseEnded: () => '這張工單已經辦結；如有異議，可以申訴。',
  caseTextMissing: () => '請把說明寫完整。',
  callBackNotAgreed: () => '評價人沒有同意回訪，請選擇不需要聯繫的做法。',
  ratedPersonMayNot: () => '被評價人不能辦理這張工單，請由其他人辦理。',
  secondPersonNeeded: () => '提出的人不能自己批准，請由另一個人決定。',
  nothingProposed: () => '現在沒有待批准的提議。',
  proposalOpen: () => '還有一項提議等待批准，請先決定。',
  flagInCase: () => '這條評價有差評工單，請在工單裡提議。',
  ratingNotFlagged: () => '這條評價沒有異常標記。',
  appealTooLate: () => '申訴期限未到或已過。',
  appealOpen: () => '申訴正在覆核，或已經申訴過一次。',
  noAppeal: () => '現在沒有待覆核的申訴。',
  tookPartAlready: () => '辦理過這張工單的人不能覆核，請由其他人覆核。',
  consentToKeepNeeded: () => '本人同意保存後，才能登記為體驗官。',
  consentToPublishNeeded: () => '本人沒有同意發布，或已撤回，不能發布。',
  unknownOfficer: ({ no }) => (no === undefined ? '沒有這位體驗官，或已退出。' : `沒有 ${no} 號體驗官，或已退出。`),
  unknownDiary: () => '沒有找到這篇日記，可能已刪除。',
  notOwnDiary: () => '這不是您的日記。',
  diaryBegunAlready: () => '這次辦理已經記入體驗官日記。',
  diaryIsPublished: () => '日記已發布。要修改，請先撤下。',
  diaryChangedMeanwhile: () => '日記剛剛有改動，請重新打開後再操作。',
  diaryNotWhole: () => '請先寫好自述並打分，再確認。',
  diaryNotApproved: () => '本人還沒有確認這份原文，不能發布。',
  unknownSuggestion: () => '沒有找到這條建議，可能已被本人刪除。',
  reasonNeeded: () => '不採納要寫明理由。',
  setupRefersToUnknown: () => '所選的項目已不存在，請重新整理後另選。',
  nothingToChange: () => '沒有要改的：設定已經是這樣。',
  bookingsInTheWay: ({ count }) =>
    `${count === undefined ? '有預約' : `有 ${count} 個預約`}會沒有時段，沒有儲存。請先決定保留還是取消這些預約。`,
  setupStillInUse: () => '還有號票、窗口或其他設定在用它。請先辦完或改用別的，再停用。',
  setupDuplicate: () => '已有同樣的編號或字頭，請換一個。',
  malformed: () => '大廳沒有看懂這次操作，請重新載入頁面再試。',
  notFound: () => '沒有找到，請核對後再試，或請前台幫助。',
  notSignedIn: () => '登入已過期，請重新登入。',
  forbidden: () => '這個帳號或設備不能做這項操作，請聯絡值班主管。',
  openBookingsReached: ({ limit }) =>
    `${limit === undefined ? '這部手機的預約已到上限' : `這部手機最多同時有 ${limit} 個預約`}。可以先取消一個，或請前台預約；也可到大廳直接取號。`,
  addressBookingsReached: () => '從這個網絡來的預約太多，請過一小時再試，或請前台預約；也可到大廳直接取號。',
  commandIdReused: () => '這次操作沒有完成，請再試一次。',
  unknownStaff: () => '這位工作人員不能使用窗口，請另選。',
  tooManyRequests: () => '操作太頻繁，請稍候一分鐘再試。',
  storageFailing: () => '大廳暫時不能儲存資料，已停止取號和叫號。請馬上聯絡系統管理員。',
  internal: () => '大廳出了差錯，這次操作沒有完成。請再試一次，仍不行請聯絡系統管理員。',
  wrongLogin: () => '帳號或密碼不對，請核對後再輸入。',
  waitBeforeRetry: () => '輸錯次數太多，請等幾分鐘再試，或請系統管理員重設密碼。',
  wrongCode: () => '驗證碼不對，請核對後再輸入。',
  codeOver: () => '驗證碼已失效，請取得新的驗證碼。',
  loginTaken: () => '這個帳號名已有人使用，請換一個。',
  passwordNeeded: () => '新帳號需要設定密碼。',
  lastAdministrator: () => '這是最後一個系統管理員，不能停用或更改角色。',
  unknownDevice: () => '沒有找到這台設備，請重新整理後再試。',
  deviceOffline: () => '這台設備不在線，沒有發出。請檢查它的電源和網絡。',
  notReadable: () => '最遠的座位看不清這塊屏幕。請換大一些的屏幕，或把座位移近。',
  unreachable: () => '暫時連不上大廳伺服器，不知這次操作是否完成。請稍候，恢復後先核對再操作。',
};

const en: RefusalTexts = {
  unknownTicket: () => 'This ticket was not found. Please check the number, or ask the front desk.',
  unknownService: () => 'This service is no longer offered. Please choose another, or ask the front desk.',
  unknownCounter: () => 'This counter is no longer in use. Please choose another.',
  unknownQueue: () => 'This queue is no longer in use. Please choose another.',
  unknownWorkProfile: () => 'This work profile is no longer in use. Please choose another.',
  unknownPriorityClass: () => 'This priority class is no longer in use. Please choose another.',
  unknownEmergencyMessage: () => 'This emergency message is no longer in use; please choose another.',
  emergencyNotShown: () => 'No emergency message is being shown, so there is nothing to lift.',
  dayNotOpen: () => 'The day has not started yet. Please try again shortly, or ask the front desk.',
  dayClosed: () => 'The day is over. Please come back on the next working day.',
  dayAlreadyOpen: () => 'The day has already started.',
  hallNotOpenYet: ({ opensAt }) =>
    opensAt === undefined
      ? 'Numbers are not given out yet. Please come back a little later.'
      : `Numbers are not given out yet. They start at ${opensAt}; please come back then.`,
  hallClosedForToday: () =>
    'No more numbers today. Please come back on the next working day; if it is urgent, ask the front desk.',
  serviceNotNow: ({ date, time }) =>
    time === undefined
      ? 'This service is not given now. Please ask the front desk.'
      : `This service is not given now; numbers from ${date} ${time}. If it is urgent, please ask the front desk.`,
  dailyLimitReached: () => "Today's numbers for this service are all taken. Please ask the front desk.",
  ticketNotWaiting: () => 'This ticket is not waiting. Please look at where it is now.',
  ticketNotCalled: () => 'This ticket is not being called. Please look at where it is now.',
  ticketNotServing: () => 'This ticket is not being served. Please look at where it is now.',
  serviceNotForPickUp: () =>
    'This service is not set for papers to be picked up. Choose another reason, or ask an administrator.',
  ticketNotHeld: () => 'This ticket is not on hold; another counter may have resumed it.',
  ticketNotMissed: () => 'This ticket is not missed, or was already put back. Please listen for the call.',
  ticketNotCancellable: () =>
    'A ticket that is called or being served cannot be cancelled. Please speak to the counter.',
  undoTooLate: ({ seconds }) =>
    seconds === undefined
      ? 'A kiosk can no longer take this number back. The front desk can cancel it.'
      : `A kiosk takes a number back only within ${seconds} s. The front desk can cancel it.`,
  notOfThisPlatform: () =>
    'A platform gives up only what it took or booked itself. The visitor can do it by phone or at the front desk.',
  issuedElsewhere: () => 'Only the kiosk that gave the number can take it back. The front desk can cancel it.',
  ticketEnded: () => 'This ticket has ended. Please take a new number if there is more to do.',
  ticketAtOtherCounter: ({ counter }) =>
    counter === undefined ? 'This ticket is at another counter.' : `This ticket is at counter ${counter}.`,
  nobodyWaiting: () => 'Nobody is waiting.',
  noMoreRecalls: () => 'No recalls are left. Please mark it missed or withdraw the call.',
  missedTooEarly: ({ calls, seconds }) =>
    typeof calls === 'number' && typeof seconds === 'number'
      ? `It may be marked missed after ${calls} calls and ${seconds} seconds. Please recall it.`
      : 'It is too early to mark it missed. Please recall it.',
  ticketReservedElsewhere: ({ counter }) =>
    counter === undefined
      ? 'This ticket is reserved for another counter.'
      : `This ticket is reserved for counter ${counter}.`,
  putBackTooLate: ({ minutes }) =>
    minutes === undefined
      ? 'It was missed too long ago to be put back. Please take a new number.'
      : `It was missed more than ${minutes} min ago and cannot be put back. Please take a new number.`,
  putBackUsedUp: () => 'This number cannot be put back again. Please take a new number.',
  unknownMaterial: () => 'This paper is not on the list of the service. Please choose again.',
  missingOnlyIfIncomplete: () => 'Papers can be missing only where the outcome is “incomplete”.',
  earlierVisitNotServed: () => 'That visit was never served; it cannot be the same errand.',
  caseNoOfOther: ({ caseNo }) => `Case number ${caseNo ?? ''} belongs to another errand. Please check it.`,
  serviceThereAlready: () => 'This number carries that service already. Please choose another.',
  serviceNotToCome: () => 'That service is not among those still to come. It may have been served or taken off.',
  tooManyServices: ({ most }) =>
    `One number carries at most ${most ?? ''} services. Please take another number afterwards.`,
  furtherServicesLeft: ({ count }) =>
    `Still to come on this number: ${count ?? ''}. Please choose: go on here, pass on to the next line, or none of them.`,
  noFurtherService: () => 'This number carries no other service. Please simply finish.',
  serviceNotAtCounter: ({ counter }) => `Counter ${counter ?? ''} does not call the next service. Please pass it on.`,
  postponeUsedUp: () =>
    'This number cannot be moved back again. If you cannot come in time, please cancel it, or ask the front desk.',
  acceptTooLate: ({ minutes }) =>
    minutes === undefined
      ? 'It was missed too long ago to be served at once. Please put it back instead.'
      : `It was missed more than ${minutes} min ago and cannot be served at once. Please put it back instead.`,
  notAmongLastMissed: () =>
    'Several numbers were missed after this one, so it cannot be served at once. Please put it back instead.',
  missedAtOtherCounter: ({ counter }) =>
    counter === undefined
      ? 'It was missed at another counter. Please go there, or put it back instead.'
      : `It was missed at counter ${counter}. Please go there, or put it back instead.`,
  noCounter: () => 'You have no counter open. Please choose one first.',
  counterClosed: () => 'This counter is not open. Please open it or choose another.',
  counterPaused: () => 'The counter is paused. Please resume it first.',
  counterNotPaused: () => 'The counter is not paused; you can call.',
  counterBusy: ({ number }) =>
    `${number === undefined ? 'A ticket' : number} is still at the counter. Please finish, hold or transfer it first.`,
  counterTaken: ({ counter }) =>
    counter === undefined
      ? 'Another member of staff is using this counter. Take it over, or choose another.'
      : `Another member of staff is using counter ${counter}. Take it over, or choose another.`,
  counterNotTaken: () => 'Nobody is using this counter; simply open it.',
  staffAtOtherCounter: ({ counter }) =>
    counter === undefined
      ? 'You have another counter open. Please close it first.'
      : `You have counter ${counter} open. Please close it first.`,
  noCounterOpen: () => 'No counter is open now; the message was not sent.',
  unknownMessage: () => 'This message has been read already, or is erased.',
  helpCalledAlready: () => 'The manager has been called already and will see it.',
  helpNotCalled: () => 'Nobody calls for help at this counter now.',
  helpAnsweredAlready: () => 'A manager has answered already.',
  notOwnCounter: () => 'This is not your counter.',
  transferToSelf: () => 'It cannot be transferred to its own queue or to this counter. Please choose another.',
  staffAtNoCounter: () => 'This colleague is at no counter now. Please choose another, or a queue.',
  timeIsPast: ({ time }) => `${time ?? ''} has passed. Please choose a later time today.`,
  priorityNotGrantableNow: () => 'Priority can be granted only while a ticket is waiting.',
  phoneBookingOff: () =>
    'Booking by phone is not offered here now. Please book at the front desk, or simply take a number in the hall.',
  serviceNotBookable: () => 'This service needs no appointment. Please simply take a number.',
  slotNotOffered: () => 'This time cannot be booked. Please choose another, or simply take a number.',
  slotTooSoon: ({ minutes }) =>
    minutes === undefined
      ? 'This time begins too soon. Please choose another, or simply take a number.'
      : `Please book at least ${minutes} min ahead, or simply take a number.`,
  slotFull: ({ slot }) =>
    `${slot === undefined ? 'This time' : slot} is fully booked. Please choose another time, or simply take a number.`,
  slotOver: () => 'This time has begun or is over. Please choose another.',
  referenceTaken: ({ reference }) =>
    `The reference ${reference ?? ''} is that of another booking, or of one that has ended. Please use another.`,
  unknownAppointment: () =>
    'This appointment was not found. Please check the 8 digits, ask the front desk, or simply take a number.',
  appointmentEarly: ({ slot, from }) =>
    slot === undefined || from === undefined
      ? 'It is too early to check in. Please come back later, or take an ordinary number now.'
      : `Your appointment is at ${slot}. Please check in from ${from} on, or take an ordinary number now.`,
  appointmentOtherDay: ({ date, slot }) =>
    date === undefined || slot === undefined
      ? 'This appointment is not for today. Please come back then, or take an ordinary number today.'
      : `Your appointment is on ${date} at ${slot}. Please come back then, or take an ordinary number today.`,
  appointmentUsed: ({ number }) =>
    number === undefined
      ? 'You have already checked in. Please watch for your number.'
      : `You have already checked in. Your number is ${number}; please watch for it.`,
  appointmentOver: () => 'This appointment was cancelled or has lapsed. Please simply take a number.',
  appointmentNotCancellable: () =>
    'It is too late to cancel. If the visitor does not come, the appointment lapses by itself.',
  phoneCheckInOff: () =>
    'This hall does not check in by phone. Please check in at a ticket kiosk or the front desk when you are here.',
  phoneCheckInLate: () =>
    'It is too late to check in by phone. With the code, a ticket kiosk or the front desk gives an ordinary number.',
  undoOfAppointment: () => 'A number from an appointment cannot be taken back here. Please tell the front desk.',
  notRatable: () => 'This visit cannot be rated. Thank you for coming.',
  alreadyRated: () => 'You have already rated this visit. Thank you.',
  ratingTooLate: () => 'The time for rating has passed. Please tell the front desk or the hotline what you think.',
  ratingNotOpenHere: () =>
    'This ticket cannot be rated here now. Please scan the code on your slip, or ask the front desk.',
  noPrinter: () =>
    'No printer can be used here. Please note the number or scan it; an administrator can set up a printer for slips.',
  slipOnItsWay: () => 'The slip is being printed. Please wait a moment.',
  reprintTooLate: ({ minutes }) =>
    minutes === undefined
      ? 'The number was taken too long ago for the kiosk. Please ask the front desk to print the slip again.'
      : `The number was taken more than ${minutes} min ago. Please ask the front desk to print the slip again.`,
  notIssuedHere: () => 'This number was not taken at this kiosk. Please ask the front desk to print the slip again.',
  printNotExpected: () => 'What became of this slip is known already and stays as it is.',
  notRatedYet: () => 'Please choose how satisfied you are first.',
  ratingComplete: () => 'Something has been added to this rating already. Thank you.',
  notAnIndicatorOfLevel: () => 'The choice does not belong to this level. Please choose again.',
  unknownQuestion: () => 'This question is no longer asked. Please skip it.',
  kioskResting: () => 'Please wait a few seconds before the next rating.',
  noRatingCase: () => 'This case was not found. Reload the page and try again.',
  caseNotThere: () => 'The case is not at this step. Look at where it stands.',
  caseEnded: () => 'This case has ended. Whoever disagrees can appeal.',
  caseTextMissing: () => 'Please complete the written part.',
  callBackNotAgreed: () => 'The visitor did not agree to be called. Choose a step without contact.',
  ratedPersonMayNot: () => 'Whoever was rated cannot handle this case. Somebody else must.',
  secondPersonNeeded: () => 'Whoever proposed it cannot approve it. Ask a second person.',
  nothingProposed: () => 'Nothing is waiting for approval.',
  proposalOpen: () => 'A proposal is waiting. Decide it first.',
  flagInCase: () => 'This rating has a case; please propose it there.',
  ratingNotFlagged: () => 'This rating carries no flag.',
  appealTooLate: () => 'The time for this appeal has not come or has passed.',
  appealOpen: () => 'An appeal is under review, or has been made once already.',
  noAppeal: () => 'No appeal is waiting for review.',
  tookPartAlready: () => 'Whoever handled the case cannot review it. Ask somebody else.',
  consentToKeepNeeded: () => 'An officer can be enrolled only with consent that we keep what is told.',
  consentToPublishNeeded: () => 'The officer has not agreed to publication, or has withdrawn it.',
  unknownOfficer: ({ no }) =>
    no === undefined ? 'There is no such officer, or no longer.' : `There is no officer no. ${no}, or no longer.`,
  unknownDiary: () => 'This diary was not found; it may have been erased.',
  notOwnDiary: () => 'This is not your diary.',
  diaryBegunAlready: () => 'This visit already has a diary.',
  diaryIsPublished: () => 'The diary is published. Withdraw it first to change it.',
  diaryChangedMeanwhile: () => 'The diary has just been changed. Please open it again.',
  diaryNotWhole: () => 'Please write your story and give a score first.',
  diaryNotApproved: () => 'The officer has not approved these very words yet.',
  unknownSuggestion: () => 'This suggestion was not found; its author may have removed it.',
  reasonNeeded: () => 'Please say why it is declined.',
  setupRefersToUnknown: () => 'Something chosen here no longer exists. Please refresh and choose again.',
  nothingToChange: () => 'Nothing to change: the settings are like this already.',
  bookingsInTheWay: ({ count }) =>
    `Not saved: ${count === undefined ? 'bookings' : `${count} booking(s)`} would have no slot any more. Decide first whether they are kept or cancelled.`,
  setupStillInUse: () => 'Tickets, counters or other settings still use it. Please finish or change those first.',
  setupDuplicate: () => 'This id or prefix already exists. Please choose another.',
  malformed: () => 'The hall did not understand this. Please load the page again.',
  notFound: () => 'Not found. Please check and try again, or ask the front desk.',
  notSignedIn: () => 'Your session has ended. Please sign in again.',
  forbidden: () => 'This account or device may not do this. Please ask the duty manager.',
  openBookingsReached: ({ limit }) =>
    `${limit === undefined ? 'This phone holds as many bookings as it may' : `One phone may hold ${limit} bookings at a time`}. Cancel one first, or ask the front desk; or simply take a number in the hall.`,
  addressBookingsReached: () =>
    'Too many bookings have come from this network. Please try again in an hour, or ask the front desk; or simply take a number in the hall.',
  commandIdReused: () => 'This was not done. Please try again.',
  unknownStaff: () => 'This member of staff cannot work at a counter. Please choose another.',
  tooManyRequests: () => 'Too many requests. Please wait a minute and try again.',
  storageFailing: () =>
    'The hall cannot save anything at present, so no numbers are given or called. Please call the administrator at once.',
  internal: () =>
    'Something went wrong in the hall and this was not done. Please try again; if it fails again, call the administrator.',
  wrongLogin: () => 'The account or password is not right. Please check and enter it again.',
  waitBeforeRetry: () =>
    'Too many wrong tries. Please wait a few minutes, or ask the administrator for a new password.',
  wrongCode: () => 'The code is not right. Please check and enter it again.',
  codeOver: () => 'This code is no longer valid. Please get a new one.',
  loginTaken: () => 'This account name is taken. Please choose another.',
  passwordNeeded: () => 'A new account needs a password.',
  lastAdministrator: () => 'This is the last administrator and must stay one.',
  unknownDevice: () => 'This device was not found. Please refresh and try again.',
  deviceOffline: () => 'This device is offline, so nothing was sent. Please check its power and network.',
  notReadable: () =>
    'This screen cannot be read from the farthest seat. Please choose a larger one, or move the seats nearer.',
  unreachable: () =>
    'The hall cannot be reached, so it is not known whether this was done. Please wait, then check before you go on.',
};

export const rejectionTexts: Record<Language, RefusalTexts> = { zhHans, zhHant, en };
