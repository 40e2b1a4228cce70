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
};
