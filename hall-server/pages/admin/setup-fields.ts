import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import type { LocalizedText } from '../../../shared/languages.ts';
import { languageNames, languages } from '../../../shared/languages.ts';
import { makeNumber } from '../../../shared/number.ts';
import {
  type MisuseRules,
  type PhoneBooking,
  type RatingCaseRules,
  type ServiceAppointments,
  type ServiceHours,
  type Setup,
  type SetupEntry,
  type SetupKind,
  weekdays,
} from '../../../shared/setup.ts';
import type { AdminTexts } from '../../../shared/texts/admin.ts';
import type { AdminBookingsTexts } from '../../../shared/texts/admin-bookings.ts';
import type { CommonTexts } from '../../../shared/texts/common.ts';
import type { FiguresTexts } from '../../../shared/texts/figures.ts';
import type { PrintingTexts } from '../../../shared/texts/printing.ts';
import type { Draft } from './draft.ts';
import type { Choice, Field } from './field.ts';
import { levelsInWords } from './level-words.ts';
import { printingRuleFields } from './printer-fields.ts';
import { answerFields, answersOfDraft, draftOfQuestion } from './question-draft.ts';

/** The kinds of which a hall has several; each is a table with one form. */
export type EntryKind = Exclude<SetupKind, 'hall' | 'rules' | 'openingHours' | 'printer' | 'calendarYear'>;
export type Entry = Setup[(typeof listOfKind)[EntryKind]][number];

const listOfKind = {
  zone: 'zones',
  serviceGroup: 'serviceGroups',
  queue: 'queues',
  service: 'services',
  workProfile: 'workProfiles',
  counter: 'counters',
  priorityClass: 'priorityClasses',
  material: 'materials',
  emergencyMessage: 'emergencyMessages',
  localQuestion: 'localQuestions',
} as const satisfies Record<EntryKind, keyof Setup>;

export function entriesOf(setup: Setup, kind: EntryKind): readonly Entry[] {
  return setup[listOfKind[kind]];
}

/** What an entry starts from; the id is ours and never shown. */
export function blankEntry(kind: EntryKind): Draft {
  const words = { zhHans: '', zhHant: '', en: '' };
  const start: Record<EntryKind, Draft> = {
    zone: { name: words, way: null },
    serviceGroup: { name: words },
    queue: { name: words, dailyLimit: null },
    service: {
      name: words,
      typicalMinutes: 10,
      caseKind: 'promised',
      pickUp: false,
      quick: false,
      hours: null,
      appointments: null,
    },
    workProfile: { name: words, levels: [{ order: 'time', queues: [] }] },
    counter: { kind: 'general' },
    priorityClass: { name: words, evidence: words },
    material: { name: words },
    emergencyMessage: { text: words },
    localQuestion: { text: words, answers: draftOfQuestion([]) },
  };
  return { id: newCommandId(), ...start[kind], active: true };
}

/** An entry as its form holds it, and back: only the answers of a question are not where its fields are. */
export const draftOf = (entry: Entry): Draft =>
  'answers' in entry ? { ...entry, answers: draftOfQuestion(entry.answers) } : { ...entry };
export const entryOf = (kind: EntryKind, draft: Draft): Draft =>
  kind === 'localQuestion' ? { ...draft, answers: answersOfDraft(draft.answers) } : draft;

/** What a service that becomes bookable starts from. */
const firstHours = { weekdays: weekdays.slice(0, 5), from: '09:00', until: '12:00' } satisfies ServiceHours;
const firstAppointments = {
  slotMinutes: 30,
  quota: 2,
  daysAhead: 5,
  leadMinutes: 30,
  cancelUntilMinutes: 60,
} satisfies ServiceAppointments;

interface Speaker {
  readonly texts: AdminTexts;
  readonly say: (text: LocalizedText) => string;
}

/** Every field of a kind, in the order in which a person thinks of them. Switched-off choices only where `keep` says so. */
export function fieldsOf(
  kind: EntryKind,
  setup: Setup,
  { texts, say }: Speaker,
  keep: (id: string) => boolean,
): readonly Field[] {
  const { fields, hints, units } = texts;
  const choicesOf = (entries: readonly Entry[], name: (entry: Entry) => string): readonly Choice[] =>
    entries.filter((entry) => entry.active || keep(entry.id)).map((entry) => ({ value: entry.id, label: name(entry) }));
  const named = (entry: Entry) => ('name' in entry ? say(entry.name) : 'text' in entry ? say(entry.text) : entry.label);
  const lettered = (entry: Entry) => ('prefix' in entry ? `${entry.prefix} ${say(entry.name)}` : named(entry));
  const pick = (path: string, label: string, entries: readonly Entry[], name = named): Field => ({
    as: 'choice',
    path: [path],
    label,
    choices: choicesOf(entries, name),
    column: true,
  });
  const name: Field = { as: 'words', path: ['name'], label: fields.name, hint: texts.inWords, column: true };
  const zone = pick('zone', fields.zone, setup.zones);
  const active: Field = {
    as: 'switch',
    path: ['active'],
    label: fields.active,
    hint: texts.activeHelp,
    on: texts.active,
    off: texts.inactive,
    column: true,
  };
  switch (kind) {
    case 'zone':
      return [
        name,
        { as: 'words', path: ['way'], label: fields.way, hint: hints.way, nullable: true, column: true },
        active,
      ];
    case 'serviceGroup':
      return [name, zone, active];
    case 'queue':
      return [
        { as: 'line', path: ['prefix'], label: fields.prefix, hint: hints.prefix, wrong: hints.prefix, column: true },
        name,
        zone,
        {
          as: 'number',
          path: ['dailyLimit'],
          label: fields.dailyLimit,
          hint: hints.dailyLimit,
          unit: units.numbers,
          none: texts.noLimit,
          column: true,
        },
        active,
      ];
    case 'service':
      return [
        name,
        pick('serviceGroup', fields.serviceGroup, setup.serviceGroups),
        pick('queue', fields.queue, setup.queues, lettered),
        {
          as: 'number',
          path: ['typicalMinutes'],
          label: fields.typicalMinutes,
          unit: units.minutes,
          column: true,
        },
        {
          as: 'choice',
          path: ['caseKind'],
          label: fields.caseKind,
          choices: Object.entries(texts.caseKinds).map(([value, label]) => ({ value, label })),
          column: true,
        },
        { as: 'switch', path: ['pickUp'], label: fields.pickUp, hint: hints.pickUp, on: texts.yes, off: texts.no },
        { as: 'switch', path: ['quick'], label: fields.quick, hint: hints.quick, on: texts.yes, off: texts.no },
        {
          as: 'switch',
          path: ['hours'],
          label: fields.serviceHours,
          hint: hints.serviceHours,
          on: texts.ownHours,
          off: texts.hallsHours,
          start: firstHours,
        },
        {
          as: 'choices',
          path: ['hours', 'weekdays'],
          label: fields.serviceDays,
          choices: weekdays.map((value) => ({ value, label: texts.weekdays[value] })),
        },
        { as: 'line', path: ['hours', 'from'], label: fields.serviceFrom, wrong: hints.clockTime },
        { as: 'line', path: ['hours', 'until'], label: fields.serviceUntil, wrong: hints.clockTime },
        {
          as: 'switch',
          path: ['appointments'],
          label: fields.appointments,
          hint: hints.appointments,
          on: texts.bookable,
          off: texts.walkInOnly,
          start: firstAppointments,
        },
        { as: 'number', path: ['appointments', 'slotMinutes'], label: fields.slotMinutes, unit: units.minutes },
        { as: 'number', path: ['appointments', 'quota'], label: fields.quota, unit: units.people },
        { as: 'number', path: ['appointments', 'daysAhead'], label: fields.daysAhead, unit: units.openingDays },
        { as: 'number', path: ['appointments', 'leadMinutes'], label: fields.leadMinutes, unit: units.minutes },
        {
          as: 'number',
          path: ['appointments', 'cancelUntilMinutes'],
          label: fields.cancelUntilMinutes,
          unit: units.minutes,
        },
        active,
      ];
    case 'workProfile':
      return [
        name,
        {
          as: 'levels',
          path: ['levels'],
          label: fields.levels,
          hint: texts.levelsHelp,
          choices: choicesOf(setup.queues, lettered),
          column: true,
        },
        active,
      ];
    case 'counter':
      return [
        { as: 'line', path: ['label'], label: fields.label, hint: hints.label, column: true },
        zone,
        pick('workProfile', fields.workProfile, setup.workProfiles),
        {
          as: 'choice',
          path: ['kind'],
          label: fields.counterKind,
          hint: hints.counterKind,
          choices: Object.entries(texts.counterKinds).map(([value, label]) => ({ value, label })),
        },
        active,
      ];
    case 'material':
      return [name, pick('service', fields.service, setup.services), active];
    case 'emergencyMessage':
      return [{ as: 'words', path: ['text'], label: fields.message, hint: texts.inWords, column: true }, active];
    case 'localQuestion':
      return [
        { as: 'words', path: ['text'], label: fields.question, hint: hints.question, column: true },
        ...answerFields(fields),
        active,
      ];
    case 'priorityClass':
      return [
        name,
        { as: 'words', path: ['evidence'], label: fields.evidence, hint: texts.inWords, column: true },
        active,
      ];
  }
}

/** What an entry will do, said as those it concerns will see it; null where its fields say it already. */
export function previewOf(
  entry: SetupEntry,
  setup: Setup,
  { texts, say }: Speaker,
  common: CommonTexts,
): string | null {
  switch (entry.kind) {
    case 'queue':
      return texts.previewQueue(makeNumber(entry.value.prefix, 1));
    case 'counter':
      return texts.previewCounter(common.counterNamed(entry.value.label));
    case 'workProfile': {
      const queueName = (id: string) => {
        const queue = setup.queues.find((one) => one.id === id);
        return queue === undefined ? id : `${queue.prefix} ${say(queue.name)}`;
      };
      return levelsInWords(entry.value.levels, queueName, texts);
    }
    case 'hall':
      return texts.previewPhone(`${entry.value.phoneOrigin ?? location.origin}/t/`);
    default:
      return null;
  }
}

export function hallFields(setup: Setup, { texts, say }: Speaker): readonly Field[] {
  const { fields, hints } = texts;
  return [
    { as: 'words', path: ['name'], label: fields.name, hint: texts.inWords },
    { as: 'line', path: ['hotline'], label: fields.hotline },
    {
      as: 'line',
      path: ['phoneOrigin'],
      label: fields.phoneOrigin,
      hint: hints.phoneOrigin,
      nullable: true,
    },
    {
      as: 'choice',
      path: ['generalService'],
      label: fields.generalService,
      hint: hints.generalService,
      none: texts.empty,
      choices: setup.services
        .filter(({ id, active }) => active || id === setup.hall.generalService)
        .map(({ id, name }) => ({ value: id, label: say(name) })),
    },
    {
      as: 'choices',
      path: ['displayLanguages'],
      label: fields.displayLanguages,
      choices: languages.map((language) => ({ value: language, label: languageNames[language] })),
    },
    {
      as: 'choices',
      path: ['voiceLanguages'],
      label: fields.voiceLanguages,
      choices: Object.entries(texts.voices).map(([value, label]) => ({ value, label })),
    },
    { as: 'line', path: ['timeZone'], label: fields.timeZone, hint: hints.timeZone, wrong: hints.timeZone },
  ];
}

export function ruleFields(
  setup: Setup,
  {
    texts,
    printing,
    figures,
    bookings,
  }: Pick<Speaker, 'texts'> & {
    readonly printing: PrintingTexts;
    readonly figures: FiguresTexts;
    readonly bookings: AdminBookingsTexts;
  },
): readonly Field[] {
  const { rules, units } = texts;
  type Group = 'alerts' | 'issue' | 'call' | 'missed' | 'waiting' | 'dayClose' | 'appointment' | 'rating';
  const number = (group: Group, name: Exclude<keyof typeof rules, 'ratings'>, unit: string): Field => ({
    as: 'number',
    section: rules[group],
    path: [group, name],
    label: rules[name],
    unit,
  });
  return [
    number('issue', 'openBeforeMinutes', units.minutes),
    number('issue', 'closeBeforeMinutes', units.minutes),
    {
      as: 'switch',
      section: rules.issue,
      path: ['issue', 'throughBreaks'],
      label: rules.throughBreaks,
      on: texts.yes,
      off: texts.no,
    },
    number('issue', 'undoSeconds', units.seconds),
    number('call', 'targetWaitMinutes', units.minutes),
    number('call', 'maxRecalls', units.times),
    number('call', 'maxTimesPassed', units.times),
    number('missed', 'afterCalls', units.times),
    number('missed', 'afterSeconds', units.seconds),
    number('missed', 'acceptWithinMinutes', units.minutes),
    number('missed', 'acceptAmongLast', units.numbers),
    number('missed', 'putBackWithinMinutes', units.minutes),
    number('missed', 'putBackPlaces', units.people),
    number('missed', 'putBackTimes', units.times),
    number('waiting', 'remindAhead', units.people),
    number('waiting', 'postponeTimes', units.times),
    number('waiting', 'postponePlaces', units.people),
    number('dayClose', 'afterClosingMinutes', units.minutes),
    number('alerts', 'idleMinutes', units.minutes),
    number('alerts', 'pauseMinutes', units.minutes),
    number('alerts', 'levelGoodPercent', units.percent),
    number('alerts', 'levelLowPercent', units.percent),
    number('alerts', 'missedPercent', units.percent),
    number('alerts', 'missedOfCalls', units.numbers),
    number('appointment', 'checkInBeforeMinutes', units.minutes),
    number('appointment', 'checkInAfterMinutes', units.minutes),
    ...phoneBookingFields(texts, bookings),
    number('rating', 'kioskSeconds', units.seconds),
    number('rating', 'linkDays', units.days),
    {
      as: 'switch',
      section: figures.section,
      path: ['figures', 'byStaff'],
      label: figures.byStaff,
      hint: figures.byStaffHint,
      on: texts.yes,
      off: texts.no,
    },
    ...ratingRuleFields(texts),
    ...printingRuleFields(setup, { texts, printing }),
  ];
}

/** What visitors may book by their own phones. */
function phoneBookingFields(
  { yes, no, units }: AdminTexts,
  { phone: section, rules, hints, unit }: AdminBookingsTexts,
): readonly Field[] {
  const base = (name: keyof PhoneBooking) => {
    const hint = name in hints ? hints[name as keyof typeof hints] : undefined;
    return { section, path: ['appointment', 'phone', name], label: rules[name], ...(hint !== undefined && { hint }) };
  };
  const isOn = (name: keyof PhoneBooking): Field => ({ as: 'switch', ...base(name), on: yes, off: no });
  const number = (name: keyof PhoneBooking, of: string): Field => ({ as: 'number', ...base(name), unit: of });
  return [
    isOn('offered'),
    number('sharePercent', units.percent),
    number('openPerBrowser', unit),
    number('perAddressHour', unit),
    isOn('checkIn'),
  ];
}

/** What is kept apart as a possible misuse of ratings, and by when a low one is followed up. */
function ratingRuleFields({ rules, units }: AdminTexts): readonly Field[] {
  const { misuse, cases } = rules.ratings;
  const number = (path: readonly string[], section: string, label: string, unit: string): Field => ({
    ...{ as: 'number', path, section, label, unit },
  });
  const ofMisuse = (name: keyof MisuseRules, unit: string) =>
    number(['rating', 'misuse', name], rules.ratings.misuseTitle, misuse[name], unit);
  const ofCases = (name: keyof RatingCaseRules, unit: string) =>
    number(['ratingCase', name], rules.ratings.casesTitle, cases[name], unit);
  return [
    ofMisuse('tooSoonSeconds', units.seconds),
    ofMisuse('equalRun', units.numbers),
    ofMisuse('equalRunSeconds', units.seconds),
    ofMisuse('maxTouches', units.times),
    ofMisuse('restSeconds', units.seconds),
    ofMisuse('wrongCodes', units.times),
    ofCases('verifyDays', units.workingDays),
    ofCases('rectifyDays', units.workingDays),
    ofCases('revisitDays', units.workingDays),
    ofCases('appealDays', units.workingDays),
    ofCases('warnPercent', units.percent),
    ofCases('contactDays', units.days),
  ];
}
