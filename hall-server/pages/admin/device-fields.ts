import type { DeviceKind } from '../../../shared/actors.ts';
import type { LocalizedText } from '../../../shared/languages.ts';
import type { Setup } from '../../../shared/setup.ts';
import type { AdminTexts } from '../../../shared/texts/admin.ts';
import type { CommonTexts } from '../../../shared/texts/common.ts';
import { type Draft, valueAt } from './draft.ts';
import type { Field } from './field.ts';

interface DeviceSpeaker {
  readonly texts: AdminTexts;
  readonly common: CommonTexts;
  readonly kinds: Readonly<Record<DeviceKind, string>>;
  readonly say: (text: LocalizedText) => string;
}

const screens = ['hallScreen', 'zoneScreen', 'counterScreen'] as const satisfies readonly DeviceKind[];
const isScreen = (kind: DeviceKind) => screens.some((screen) => screen === kind);

/** A device keeps to its page: any screen may become another screen, a kiosk stays the kiosk it is. */
export function kindsFor(kind: DeviceKind): readonly DeviceKind[] {
  return isScreen(kind) ? screens : [kind];
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
  if (screens.some((screen) => screen === kind)) {
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
      },
    );
  }
  return shown;
}

/** The assignment with exactly the fields of its kind: what was typed for another kind is left behind. */
export function assignmentOf(draft: Draft): unknown {
  const at = (...path: string[]) => valueAt(draft, ['assignment', ...path]);
  const kind = at('kind');
  switch (kind) {
    case 'ticketKiosk':
      return { kind, zone: at('zone') ?? null };
    case 'ratingKiosk':
      return { kind, counter: at('counter') ?? null };
    case 'zoneScreen':
      return { kind, zone: at('zone'), panel: at('panel') };
    case 'counterScreen':
      return { kind, counter: at('counter'), panel: at('panel') };
    default:
      return { kind, panel: at('panel') };
  }
}
