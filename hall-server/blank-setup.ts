import { EmergencyMessageId } from '../shared/ids.ts';
import type { Setup } from '../shared/setup.ts';

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
    appointment: { checkInBeforeMinutes: 30, checkInAfterMinutes: 30 },
    rating: { kioskSeconds: 60, linkDays: 7 },
    printing: { deskPrinter: null, reprintMinutes: 5, whenNoSlip: 'keepNumber' },
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
        en: 'Service is suspended. Please wait for news from our staff',
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
};
