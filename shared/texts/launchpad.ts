import type { Language } from '../languages.ts';

const zhHans = {
  title: '明号 ClearCall',
  lead: '每个页面是什么，点一下就打开。',
  demoNote: '这是演示大厅，数据为虚构，并非该中心的真实配置。',
  exit: '出口',
  newTab: '在新标签页打开',

  tryTitle: '五步走一遍',
  tryLead: '从取号到评价，大约三分钟。每一步在新标签页打开，请保留前面的页面。',
  steps: {
    screen: { title: '看大厅屏', say: '叫到的号会变黄。请留着这一页。', open: '打开大厅屏' },
    take: {
      title: '取一个号',
      say: '选“营业执照”中的任一事项，再点二维码，在新标签页看手机页面。',
      open: '打开取号机',
    },
    call: {
      title: '叫号、办理',
      say: (counter: string) => `登录后开放 ${counter}，按主按钮：叫号、开始办理、办理结束。`,
      open: '打开窗口工作台',
    },
    rate: { title: '评价', say: (counter: string) => `办理结束后，${counter}的评价器会询问。`, open: '打开评价器' },
    look: { title: '看今天的情况', say: '在管理页查看各队列、各窗口，也可以更改设置。', open: '打开管理页' },
  },

  visitors: '给办事群众',
  screens: '大厅里的屏幕',
  staff: '给工作人员',
  pages: {
    ticketKiosk: { name: '取号机', say: '选事项、取号，过号后恢复。' },
    ratingKiosk: { name: '评价器', say: '办完以后，五个等级点一下。' },
    phone: { name: '手机页面', say: '扫号票上的二维码，随时看还有几人。' },
    now: { name: '等候情况', say: '扫海报就能看：几人等候，要等多久。' },
    book: { name: '预约办理', say: '在手机上约时间，凭八位码签到。' },
    api: { name: '接口说明', say: '给市级平台和小程序的开发者。' },
    poster: { name: '等候情况海报', say: '打印出来，贴在入口。' },
    diaries: { name: '体验官日记', say: '办事群众写的，建议逐条答复。' },
    hallScreen: { name: '大厅屏', say: '全大厅的叫号、等候和过号。' },
    zoneScreen: { name: '分区屏', say: '一个分区的叫号、等候和过号。' },
    pickUpScreen: { name: '取件屏', say: '谁的证照在准备，谁可以来取。' },
    counterScreen: { name: '窗口屏', say: '窗口上方的大号码。' },
    counter: { name: '窗口工作台', say: '叫号、办理、挂起、转办。' },
    desk: { name: '前台', say: '代为取号、优先、恢复、取消。' },
    admin: { name: '管理', say: '今日概览、设置、人员和设备。' },
  },
  pairingNote: '取号机、评价器和屏幕第一次打开时会显示配对码，请在管理页的“设备”中批准。',
  accounts: '演示账号',
  role: '角色',
  login: '账号',
  password: '密码',

  needsSetup: '还没有系统管理员。请先到管理页，用服务器控制台上的一次性代码创建。',
  createAdministrator: '创建系统管理员',
  unreachable: '暂时连不上大厅服务器',
  unreachableHelp: '本页每几秒自动重试。请检查大厅服务器是否已启动，网线是否插好。',
  version: (version: string) => `版本 ${version}，开源软件（MIT）`,
};

export type LaunchpadTexts = typeof zhHans;

const zhHant: LaunchpadTexts = {
  title: '明號 ClearCall',
  lead: '每個頁面是什麼，按一下就打開。',
  demoNote: '這是示範大廳，數據為虛構，並非該中心的真實配置。',
  exit: '出口',
  newTab: '在新分頁打開',

  tryTitle: '五步走一遍',
  tryLead: '從取號到評價，大約三分鐘。每一步在新分頁打開，請保留前面的頁面。',
  steps: {
    screen: { title: '看大廳屏', say: '叫到的號會變黃。請留著這一頁。', open: '打開大廳屏' },
    take: {
      title: '取一個號',
      say: '選「營業執照」中的任一事項，再點二維碼，在新標籤頁看手機頁面。',
      open: '打開取號機',
    },
    call: {
      title: '叫號、辦理',
      say: (counter) => `登入後開放 ${counter}，按主按鈕：叫號、開始辦理、辦理結束。`,
      open: '打開窗口工作台',
    },
    rate: { title: '評價', say: (counter) => `辦理結束後，${counter}的評價器會詢問。`, open: '打開評價器' },
    look: { title: '看今天的情況', say: '在管理頁查看各隊列、各窗口，也可以更改設定。', open: '打開管理頁' },
  },

  visitors: '給辦事群眾',
  screens: '大廳裡的屏幕',
  staff: '給工作人員',
  pages: {
    ticketKiosk: { name: '取號機', say: '選事項、取號，過號後恢復。' },
    ratingKiosk: { name: '評價器', say: '辦完以後，五個等級按一下。' },
    phone: { name: '手機頁面', say: '掃號票上的二維碼，隨時看還有幾人。' },
    now: { name: '等候情況', say: '掃海報就能看：幾人等候，要等多久。' },
    book: { name: '預約辦理', say: '在手機上約時間，憑八位碼簽到。' },
    api: { name: '接口說明', say: '給市級平台和小程式的開發者。' },
    poster: { name: '等候情況海報', say: '列印出來，貼在入口。' },
    diaries: { name: '體驗官日記', say: '辦事群眾寫的，建議逐條答覆。' },
    hallScreen: { name: '大廳屏', say: '全大廳的叫號、等候和過號。' },
    zoneScreen: { name: '分區屏', say: '一個分區的叫號、等候和過號。' },
    pickUpScreen: { name: '取件屏', say: '誰的證照在準備，誰可以來取。' },
    counterScreen: { name: '窗口屏', say: '窗口上方的大號碼。' },
    counter: { name: '窗口工作台', say: '叫號、辦理、掛起、轉辦。' },
    desk: { name: '前台', say: '代為取號、優先、恢復、取消。' },
    admin: { name: '管理', say: '今日概覽、設定、人員和設備。' },
  },
  pairingNote: '取號機、評價器和屏幕第一次打開時會顯示配對碼，請在管理頁的「設備」中批准。',
  accounts: '示範帳號',
  role: '角色',
  login: '帳號',
  password: '密碼',

  needsSetup: '還沒有系統管理員。請先到管理頁，用伺服器控制台上的一次性代碼建立。',
  createAdministrator: '建立系統管理員',
  unreachable: '暫時連不上大廳伺服器',
  unreachableHelp: '本頁每幾秒自動重試。請檢查大廳伺服器是否已啟動，網線是否插好。',
  version: (version) => `版本 ${version}，開源軟件（MIT）`,
};

const en: LaunchpadTexts = {
  title: 'ClearCall',
  lead: 'What each page is; one click opens it.',
  demoNote: "This is a demo hall: its data are invented, not the centre's real configuration.",
  exit: 'Exit',
  newTab: 'opens in a new tab',

  tryTitle: 'Try a visit in five steps',
  tryLead: 'From number to rating, about three minutes. Each step opens in a new tab; please keep the earlier ones.',
  steps: {
    screen: {
      title: 'Watch the hall screen',
      say: 'A called number turns yellow. Keep this page open.',
      open: 'Open the hall screen',
    },
    take: {
      title: 'Take a number',
      say: 'Any service under business licences. Then tap the QR code to see the phone page in a new tab.',
      open: 'Open a ticket kiosk',
    },
    call: {
      title: 'Call and serve',
      say: (counter) => `Sign in, open ${counter}, press the main button: call, start service, finish.`,
      open: 'Open the console',
    },
    rate: {
      title: 'Rate',
      say: (counter) => `When service is finished, the rating kiosk at ${counter} asks.`,
      open: 'Open a rating kiosk',
    },
    look: {
      title: 'See today at a glance',
      say: 'Every queue and counter, and all settings of the hall.',
      open: 'Open administration',
    },
  },

  visitors: 'For visitors',
  screens: 'Screens in the hall',
  staff: 'For staff',
  pages: {
    ticketKiosk: { name: 'Ticket kiosk', say: 'Choose a service, take a number, put back a missed one.' },
    ratingKiosk: { name: 'Rating kiosk', say: 'After the visit: five levels, one tap.' },
    phone: { name: 'Phone page', say: 'Scan the QR code on the slip to see how many are ahead.' },
    now: { name: 'Waiting situation', say: 'Behind the poster’s code: how many wait, for how long.' },
    book: { name: 'Booking', say: 'A time by phone; checked in by eight digits.' },
    api: { name: 'HTTP API', say: 'For those who build city platforms and mini-programs.' },
    poster: { name: 'Poster', say: 'To print and hang at the entrance.' },
    diaries: { name: "Officers' diaries", say: 'Written by visitors; every suggestion is answered.' },
    hallScreen: { name: 'Hall screen', say: 'Calls, waiting and missed numbers of the whole hall.' },
    zoneScreen: { name: 'Zone screen', say: 'Calls, waiting and missed numbers of one zone.' },
    pickUpScreen: { name: 'Pick-up screen', say: 'Whose papers are being prepared, and who may fetch them.' },
    counterScreen: { name: 'Counter screen', say: 'The large number over a counter.' },
    counter: { name: 'Counter console', say: 'Call, serve, hold, transfer.' },
    desk: { name: 'Front desk', say: 'Issue for visitors, priority, put back, cancel.' },
    admin: { name: 'Administration', say: 'Today at a glance, set-up, staff and devices.' },
  },
  pairingNote:
    'Kiosks and screens show a pairing code when first opened; approve it under "Devices" in the administration.',
  accounts: 'Demo accounts',
  role: 'Role',
  login: 'Account',
  password: 'Password',

  needsSetup:
    "There is no administrator yet. Please create one in the administration, with the one-time code on the server's console.",
  createAdministrator: 'Create the administrator',
  unreachable: 'The hall server cannot be reached',
  unreachableHelp: 'This page tries again every few seconds. Please check that the server runs and the cable is in.',
  version: (version) => `Version ${version}, open-source software (MIT)`,
};

export const launchpadTexts: Record<Language, LaunchpadTexts> = { zhHans, zhHant, en };
