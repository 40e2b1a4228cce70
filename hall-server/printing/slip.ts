import { counterRuns } from '../../shared/counter-runs.ts';
import { type Language, type LocalizedText, languageTags } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { missedRuleTexts } from '../../shared/texts/missed-rule.ts';
import { severalServicesTexts } from '../../shared/texts/several-services.ts';
import { slipTexts } from '../../shared/texts/slip.ts';
import type { MissedRule, WaitRange } from '../../shared/views.ts';

/** What a slip is made from: facts of one ticket and of its hall, of no person. */
export interface SlipFacts {
  readonly language: Language;
  readonly hall: { readonly name: LocalizedText; readonly timeZone: string; readonly hotline: string };
  readonly number: string;
  readonly service: LocalizedText;
  /** What else the number is for, in order. */
  readonly further: readonly LocalizedText[];
  /** UTC ms. */
  readonly issuedAt: number;
  /** As told at issue: a slip printed again says what the first one said. */
  readonly ahead: number;
  readonly wait: WaitRange | null;
  readonly zone: LocalizedText;
  /** How to get there, if the hall says so. */
  readonly way: LocalizedText | null;
  /** Counters to watch, in the hall's order; none: no counter is open yet. */
  readonly counters: readonly string[];
  readonly missedRule: MissedRule;
  /** What the QR code says: `phoneAddress`. */
  readonly address: string;
  readonly code: string;
  /** A test page says so. */
  readonly kind: 'first' | 'again' | 'test';
}

/** What a slip says, in the order in which it is read; every word is there already. */
export interface SlipWords {
  readonly language: Language;
  readonly hall: string;
  /** Above the number, framed: that it was printed before, or is a test. */
  readonly mark: string | null;
  readonly numberLabel: string;
  readonly number: string;
  readonly service: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly watch: string;
  readonly ifMissed: string;
  readonly missedRule: string;
  readonly address: string;
  readonly scan: string;
  readonly codeLabel: string;
  readonly code: string;
  /** Null: the hall has none. */
  readonly hotline: string | null;
}

/** What the slip of a ticket says (domain: slip). A pure function of the ticket and its hall. */
export function slipWords(facts: SlipFacts): SlipWords {
  const { language, hall, counters, zone, way, ahead, wait, kind } = facts;
  const texts = slipTexts[language];
  const common = commonTexts[language];
  const several = severalServicesTexts[language];
  const say = (text: LocalizedText) => text[language];
  const comma = language === 'en' ? ', ' : '、';
  return {
    language,
    hall: say(hall.name),
    mark: kind === 'again' ? texts.again : kind === 'test' ? texts.test : null,
    numberLabel: texts.yourNumber,
    number: facts.number,
    service: say(facts.service),
    rows: [
      ...(facts.further.length === 0 ? [] : [{ label: several.further, value: several.and(facts.further.map(say)) }]),
      { label: texts.ahead, value: ahead === 0 ? texts.nobodyAhead : common.people(ahead) },
      { label: texts.expectedWait, value: wait === null ? common.waitUnknown : common.waitRange(wait) },
      { label: texts.where, value: say(zone) },
      ...(counters.length === 0
        ? []
        : [{ label: texts.counters, value: texts.counterList(counterRuns(counters, comma)) }]),
      ...(way === null ? [] : [{ label: texts.way, value: say(way) }]),
      { label: texts.takenAt, value: dateAndTime(facts.issuedAt, hall.timeZone, language) },
    ],
    watch: texts.watch,
    ifMissed: texts.ifMissed,
    missedRule: missedRuleTexts[language](facts.missedRule),
    address: facts.address,
    scan: texts.scan,
    codeLabel: texts.code,
    code: facts.code,
    hotline: hall.hotline === '' ? null : common.hotline(hall.hotline),
  };
}

function dateAndTime(at: number, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(languageTags[language], {
    timeZone,
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/**
 * The address in a printed QR code. Upper case where case does not matter, for the code's dense mode; the secret stands
 * behind '#', so it reaches no log (decision 0004). `origin`: 'http://10.0.3.2:8080', perhaps with a path.
 */
export function phoneAddress(origin: string, link: string): string {
  const { protocol, host, pathname } = new URL(origin);
  const door = `${protocol}//${host}`.toUpperCase();
  const path = pathname.replace(/\/$/, '');
  return path === '' ? `${door}/T/#${link}` : `${door}${path}/t/#${link}`;
}
