import {
  DeviceAssignment,
  type DeviceKind,
  isScreen,
  type Panel,
  type ScreenAssignment,
  type ScreenKind,
  screenKinds,
  themes,
  usualSettings,
} from '../../../shared/actors.ts';
import { Language, type LocalizedText, languageNames, languages } from '../../../shared/languages.ts';
import type { GlassReport } from '../../../shared/protocol.ts';
import type { Setup } from '../../../shared/setup.ts';
import type { AdminTexts } from '../../../shared/texts/admin.ts';
import type { CommonTexts } from '../../../shared/texts/common.ts';
import type { PrintingTexts } from '../../../shared/texts/printing.ts';
import { fitOfScreen } from '../../../signage-display/screen-fit.ts';
import { type Draft, valueAt } from './draft.ts';
import type { Field } from './field.ts';
import type { Parsed } from './issues.ts';

interface DeviceSpeaker {
  readonly texts: AdminTexts;
  readonly common: CommonTexts;
  readonly printing: PrintingTexts;
  readonly kinds: Readonly<Record<DeviceKind, string>>;
  readonly say: (text: LocalizedText) => string;
  /** Of a screen that cannot be read from so far. */
  readonly unreadable: string;
}

const isScreenKind = (kind: unknown): kind is ScreenKind => screenKinds.some((screen) => screen === kind);

/** A device keeps to its page: any screen may become another screen, a kiosk stays the kiosk it is. */
export function kindsFor(kind: DeviceKind): readonly DeviceKind[] {
  return isScreenKind(kind) ? screenKinds : [kind];
}

/** A 24-inch screen read from 6 metres: a beginning, to be replaced by what hangs there. */
const usualPanel: Panel = { diagonalInches: 24, farthestViewMetres: 6 };

/** One language, or two in their order, as one choice. */
const languageChoices = [
  ...languages.map((one) => [one]),
  ...languages.flatMap((one) => languages.filter((other) => other !== one).map((other) => [one, other])),
].map((chosen) => ({
  value: chosen.join(' '),
  label: chosen.map((language) => languageNames[language]).join(' + '),
}));

/** What the form of a device begins with. Whether it speaks is kept for each kind, since each has its own usual answer. */
export function draftOf(assignment: DeviceAssignment | { readonly kind: DeviceKind }): Draft {
  const known = 'panel' in assignment && isScreen(assignment) ? assignment : null;
  const settings = known?.settings ?? usualSettings.hallScreen;
  const usualSpeaks = Object.entries(usualSettings).map(([kind, one]) => [kind, one.speaks]);
  const speaks = { ...Object.fromEntries(usualSpeaks), ...(known && { [known.kind]: known.settings.speaks }) };
  return {
    panel: usualPanel,
    ...assignment,
    settings: { theme: settings.theme, volume: settings.volume },
    languages: settings.languages?.join(' ') ?? null,
    speaks,
  };
}

export function placeLabel(setup: Setup, draft: Draft, { texts, common, say }: DeviceSpeaker): string {
  const zone = setup.zones.find(({ id }) => id === valueAt(draft, ['assignment', 'zone']));
  const counter = setup.counters.find(({ id }) => id === valueAt(draft, ['assignment', 'counter']));
  if (counter !== undefined) return common.counterNamed(counter.label);
  if (zone !== undefined) return say(zone.name);
  return valueAt(draft, ['assignment', 'kind']) === 'ratingKiosk' ? texts.noPlace : texts.everywhere;
}

/** The fields of an assignment exist only for the kinds that have them. */
export function deviceFields(
  setup: Setup,
  draft: Draft,
  kinds: readonly DeviceKind[],
  speaker: DeviceSpeaker,
): Field[] {
  const { texts, common, say } = speaker;
  const { fields, hints, units } = texts;
  const kind = valueAt(draft, ['assignment', 'kind']);
  const shown: Field[] = [
    { as: 'line', path: ['name'], label: fields.deviceName },
    {
      as: 'choice',
      path: ['assignment', 'kind'],
      label: fields.kind,
      choices: kinds.map((one) => ({ value: one, label: speaker.kinds[one] })),
    },
  ];
  if (kind === 'ticketKiosk' || kind === 'zoneScreen') {
    shown.push({
      as: 'choice',
      path: ['assignment', 'zone'],
      label: fields.zone,
      choices: setup.zones.filter((one) => one.active).map((one) => ({ value: one.id, label: say(one.name) })),
      ...(kind === 'ticketKiosk' ? { none: texts.everywhere } : {}),
    });
  }
  if (kind === 'ticketKiosk') {
    const { admin } = speaker.printing;
    shown.push({
      as: 'choice',
      path: ['assignment', 'printer'],
      label: admin.printer,
      choices: setup.printers.filter((one) => one.active).map((one) => ({ value: one.id, label: one.name })),
      none: admin.noPrinter,
    });
  }
  if (kind === 'ratingKiosk' || kind === 'counterScreen') {
    shown.push({
      as: 'choice',
      path: ['assignment', 'counter'],
      label: texts.counter,
      choices: setup.counters
        .filter((one) => one.active)
        .map((one) => ({ value: one.id, label: common.counterNamed(one.label) })),
      ...(kind === 'ratingKiosk' ? { none: texts.noPlace } : {}),
    });
  }
  if (isScreenKind(kind)) {
    const speaks = ['assignment', 'speaks', kind];
    shown.push(
      {
        as: 'choice',
        path: ['assignment', 'settings', 'theme'],
        label: fields.theme,
        choices: themes.map((theme) => ({ value: theme, label: texts.themes[theme] })),
      },
      {
        as: 'choice',
        path: ['assignment', 'languages'],
        label: fields.displayLanguages,
        choices: languageChoices,
        none: texts.asTheHall,
      },
      { as: 'switch', path: speaks, label: fields.speaks, hint: hints.speaks, on: texts.speaks, off: texts.silent },
    );
    if (valueAt(draft, speaks) === true) {
      shown.push({
        as: 'number',
        path: ['assignment', 'settings', 'volume'],
        label: fields.volume,
        hint: hints.volume,
        unit: units.percent,
      });
    }
    // Last, so that what they make of the screen is drawn right under them.
    shown.push(
      {
        as: 'number',
        path: ['assignment', 'panel', 'diagonalInches'],
        label: fields.diagonalInches,
        hint: hints.panel,
        unit: units.inches,
      },
      {
        as: 'number',
        path: ['assignment', 'panel', 'farthestViewMetres'],
        label: fields.farthestViewMetres,
        unit: units.metres,
        wrong: speaker.unreadable,
      },
    );
  }
  return shown;
}

/** What a draft would become, once it is right; sizes are judged on it. */
export function screenOf(draft: Draft): ScreenAssignment | null {
  const parsed = DeviceAssignment.safeParse(assignmentOf(draft));
  return parsed.success && isScreen(parsed.data) ? parsed.data : null;
}

/** The wish, or what is wrong with it; that it cannot be read from the farthest seat is a fault of the distance. */
export function readable<Wish extends { readonly assignment: DeviceAssignment }>(
  parsed: Parsed<Wish>,
  glass: GlassReport | null,
  setup: Setup,
): Parsed<Wish> {
  if (!parsed.ok || !isScreen(parsed.value.assignment)) return parsed;
  if (fitOfScreen(parsed.value.assignment, glass, setup).isMet) return parsed;
  const path = ['assignment', 'panel', 'farthestViewMetres'];
  return { ok: false, issues: [{ code: 'custom', path, message: 'notReadable', input: undefined }] };
}

/** The assignment with exactly the fields of its kind: what was typed for another kind is left behind. */
export function assignmentOf(draft: Draft): unknown {
  const at = (...path: string[]) => valueAt(draft, ['assignment', ...path]);
  const kind = at('kind');
  switch (kind) {
    case 'ticketKiosk':
      return { kind, zone: at('zone') ?? null, printer: at('printer') ?? null };
    case 'ratingKiosk':
      return { kind, counter: at('counter') ?? null };
    case 'zoneScreen':
      return { kind, zone: at('zone'), panel: at('panel'), settings: settingsOf(draft) };
    case 'counterScreen':
      return { kind, counter: at('counter'), panel: at('panel'), settings: settingsOf(draft) };
    default:
      return { kind, panel: at('panel'), settings: settingsOf(draft) };
  }
}

function settingsOf(draft: Draft): unknown {
  const at = (...path: string[]) => valueAt(draft, ['assignment', ...path]);
  const chosen = at('languages');
  return {
    theme: at('settings', 'theme'),
    volume: at('settings', 'volume'),
    languages: typeof chosen === 'string' ? Language.array().parse(chosen.split(' ')) : null,
    speaks: at('speaks', String(at('kind'))),
  };
}
