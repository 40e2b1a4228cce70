import { EmergencyMessageId } from '../shared/ids.ts';
import {
  LocalQuestion,
  type Setup,
  usualAlertRules,
  usualMisuseRules,
  usualPhoneBooking,
  usualRatingCaseRules,
} from '../shared/setup.ts';
import { CalendarYear } from '../shared/working-days.ts';
import calendar2026 from './calendar-2026.json' with { type: 'json' };

const word = (zhHans: string, zhHant: string, en: string) => ({ zhHans, zhHant, en });

/** Until the hall words its own: what this product is for, asked of those who know. */
const usualQuestions: readonly LocalQuestion[] = [
  LocalQuestion.parse({
    id: 'number-seen',
    text: word('叫号时您看得见、听得清吗？', '叫號時您看得見、聽得清嗎？', 'Could you see and hear your number?'),
    answers: [
      { id: 'yes', text: word('看得见也听得清', '看得見也聽得清', 'Yes, both') },
      { id: 'seen', text: word('只看得见', '只看得見', 'Seen only') },
      { id: 'heard', text: word('只听得见', '只聽得見', 'Heard only') },
      { id: 'no', text: word('都不行', '都不行', 'Neither') },
    ],
    active: true,
  }),
  LocalQuestion.parse({
    id: 'trips',
    text: word('这件事您一共跑了几趟？', '這件事您一共跑了幾趟？', 'How many trips did this errand take?'),
    answers: [
      { id: 'one', text: word('一趟', '一趟', 'One') },
      { id: 'two', text: word('两趟', '兩趟', 'Two') },
      { id: 'three', text: word('三趟', '三趟', 'Three') },
      { id: 'more', text: word('更多', '更多', 'More') },
    ],
    active: true,
  }),
];

/** A hall in which nothing is set up yet, with the rules of the domain as its first settings. */
export const blankSetup: Setup = {
  hall: {
    name: { zhHans: '政务服务大厅', zhHant: '政務服務大廳', en: 'Service hall' },
    timeZone: 'Asia/Shanghai',
    hotline: '12345',
    displayLanguages: ['zhHans', 'zhHant', 'en'],
    voiceLanguages: ['zh-Hans', 'yue', 'en'],
    phoneOrigin: null,
    generalService: null,
    demo: false,
  },
  rules: {
    issue: { openBeforeMinutes: 15, closeBeforeMinutes: 15, throughBreaks: true, undoSeconds: 20 },
    call: { targetWaitMinutes: 30, maxRecalls: 5, maxTimesPassed: 1 },
    missed: {
      afterCalls: 3,
      afterSeconds: 60,
      putBackTimes: 1,
      putBackPlaces: 3,
      putBackWithinMinutes: 60,
      acceptWithinMinutes: 15,
      acceptAmongLast: 3,
    },
    waiting: { remindAhead: 3, postponeTimes: 1, postponePlaces: 3 },
    dayClose: { afterClosingMinutes: 30 },
    appointment: { checkInBeforeMinutes: 30, checkInAfterMinutes: 30, phone: usualPhoneBooking },
    printing: { deskPrinter: null, reprintMinutes: 5, whenNoSlip: 'keepNumber' },
    rating: { kioskSeconds: 60, linkDays: 7, misuse: usualMisuseRules },
    ratingCase: usualRatingCaseRules,
    alerts: usualAlertRules,
    figures: { byStaff: false },
  },
  openingHours: {
    monday: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    tuesday: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    wednesday: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    thursday: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    friday: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    saturday: [],
    sunday: [],
    exceptions: [],
  },
  zones: [],
  serviceGroups: [],
  queues: [],
  services: [],
  workProfiles: [],
  counters: [],
  priorityClasses: [],
  materials: [],
  printers: [],
  // Ready from the first minute: nobody words such a thing well when it is needed.
  emergencyMessages: [
    {
      id: EmergencyMessageId.parse('evacuate'),
      text: {
        zhHans: '请立即离开，走最近的出口，听从工作人员指引',
        zhHant: '請立即離開，走最近的出口，聽從工作人員指引',
        en: 'Please leave now. Use the nearest exit. Follow our staff',
      },
      active: true,
    },
    {
      id: EmergencyMessageId.parse('suspended'),
      text: {
        zhHans: '暂停服务，请稍候，听工作人员通知',
        zhHant: '暫停服務，請稍候，聽工作人員通知',
        en: 'No service for now. Please wait. Our staff will inform you',
      },
      active: true,
    },
    {
      id: EmergencyMessageId.parse('system-failure'),
      text: {
        zhHans: '系统故障，号码仍有效，请听人工叫号',
        zhHant: '系統故障，號碼仍有效，請聽人工叫號',
        en: 'System failure. Your number stays valid. Please listen to our staff',
      },
      active: true,
    },
  ],
  localQuestions: usualQuestions,
  calendarYears: [CalendarYear.parse(calendar2026)],
};
