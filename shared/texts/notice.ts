import { type Language, type LocalizedText, languageTags } from '../languages.ts';
import type { PhoneView } from '../views.ts';

/** What a notice is made from: one visit that has ended and what is still to come; nothing of a person. */
export type NoticeFacts = Pick<PhoneView, 'number' | 'zoneName'> & {
  readonly hotline: string;
  readonly next: PhoneView['next'][number];
};

/** What the visitor is told once and completely (一次性告知), in the order in which it is read. */
export interface NoticeWords {
  readonly title: string;
  /** What to bring; empty where nothing is named. */
  readonly items: readonly string[];
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** So that the next visit is counted with this one. */
  readonly keep: string;
}

interface Texts {
  readonly material: string;
  readonly nothingListed: string;
  readonly collect: string;
  readonly otherService: string;
  readonly service: string;
  readonly where: string;
  readonly when: string;
  readonly anyDay: string;
  readonly closedThatDay: string;
  readonly otherServiceHow: string;
  readonly how: string;
  readonly keep: (number: string) => string;
  readonly hours: (periods: readonly (readonly [string, string])[]) => string;
}

const zhHans: Texts = {
  material: '下次来，请带齐这些材料',
  nothingListed: '下次来请带齐材料，要带什么请问窗口',
  collect: '请来领取',
  otherService: '请改办其他事项',
  service: '事项',
  where: '到哪里',
  when: '什么时候',
  how: '怎么办',
  anyDay: '开放时间内随时来，不用预约',
  closedThatDay: '当天不开放，请先致电询问',
  otherServiceHow: '请到前台或取号机，重新取对应事项的号',
  keep: (number) => `来时出示 ${number} 的号票或本页，算作同一件事`,
  hours: (periods) => periods.map(([from, to]) => `${from}–${to}`).join('，'),
};
const zhHant: Texts = {
  material: '下次來，請帶齊這些材料',
  nothingListed: '下次來請帶齊材料，要帶什麼請問窗口',
  collect: '請來領取',
  otherService: '請改辦其他事項',
  service: '事項',
  where: '到哪裡',
  when: '什麼時候',
  how: '怎麼辦',
  anyDay: '開放時間內隨時來，不用預約',
  closedThatDay: '當天不開放，請先致電詢問',
  otherServiceHow: '請到前台或取號機，重新取對應事項的號',
  keep: (number) => `來時出示 ${number} 的號票或本頁，算作同一件事`,
  hours: (periods) => periods.map(([from, to]) => `${from}–${to}`).join('，'),
};
const en: Texts = {
  material: 'Next time, please bring',
  nothingListed: 'Please bring all papers next time; ask at the counter which',
  collect: 'Please come to collect it',
  otherService: 'Please take a number for another service',
  service: 'Service',
  where: 'Where',
  when: 'When',
  how: 'How',
  anyDay: 'Any time during opening hours; no booking needed',
  closedThatDay: 'The hall is closed that day; please call first',
  otherServiceHow: 'Ask the front desk, or take a number for the right service at a ticket kiosk',
  keep: (number) => `Show the slip of ${number} or this page when you come: it counts as the same errand`,
  hours: (periods) => periods.map(([from, to]) => `${from}–${to}`).join(', '),
};
const noticeTexts: Record<Language, Texts> = { zhHans, zhHant, en };

/** The notice of a visit, for the phone's page and for paper. A pure function of the visit and the language. */
export function noticeWords({ number, zoneName, next }: NoticeFacts, language: Language): NoticeWords {
  const texts = noticeTexts[language];
  const say = (text: LocalizedText) => text[language];
  const service = { label: texts.service, value: say(next.serviceName) };
  const where = { label: texts.where, value: say(zoneName) };
  const keep = texts.keep(number);
  switch (next.for) {
    case 'material': {
      const title = next.materials.length === 0 ? texts.nothingListed : texts.material;
      const rows = [service, where, { label: texts.when, value: texts.anyDay }];
      return { title, items: next.materials.map(say), rows, keep };
    }
    case 'collect': {
      const open = next.open === null ? '' : next.open.length === 0 ? texts.closedThatDay : texts.hours(next.open);
      const when = `${dateOf(next.on, language)}${open === '' ? '' : language === 'en' ? `, ${open}` : `，${open}`}`;
      return { title: texts.collect, items: [], rows: [{ label: texts.when, value: when }, where, service], keep };
    }
    case 'otherService':
      return { title: texts.otherService, items: [], rows: [{ label: texts.how, value: texts.otherServiceHow }], keep };
  }
}

/** '2026-11-20' -> '11月20日 星期五' */
function dateOf(date: string, language: Language): string {
  return new Intl.DateTimeFormat(languageTags[language], {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(new Date(`${date}T00:00:00Z`));
}
