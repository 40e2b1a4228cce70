import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import type { LocalizedText } from '../../../shared/languages.ts';
import { type Setup, SetupEntry } from '../../../shared/setup.ts';

/** What the guide asks; everything else of a hall is as it usually is. */
export interface GuideAnswers {
  readonly hallName: string;
  readonly hotline: string;
  readonly zone: string;
  readonly groups: readonly GuideGroup[];
  readonly counters: number;
}
export interface GuideGroup {
  readonly key: string;
  readonly name: string;
  readonly letter: string;
  /** One a line. */
  readonly services: string;
}

/** Letters that no digit and no other letter looks like. */
const letters = 'ACDEFGHJKLMNPRTUVWXY';

export const newGroup = (taken: readonly GuideGroup[]): GuideGroup => ({
  key: newCommandId(),
  name: '',
  letter: [...letters].find((letter) => taken.every((one) => one.letter !== letter)) ?? '',
  services: '',
});

export const servicesOf = (group: GuideGroup) =>
  group.services
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export type GuideFault = 'wrongName' | 'wrongServices' | 'wrongLetter';

/** What is still wrong: for each field by its name, those of a group by its key. */
export function faultsOf(answers: GuideAnswers): ReadonlyMap<string, GuideFault> {
  const faults = new Map<string, GuideFault>();
  if (answers.hallName.trim() === '') faults.set('hallName', 'wrongName');
  if (answers.zone.trim() === '') faults.set('zone', 'wrongName');
  for (const group of answers.groups) {
    const { key, letter } = group;
    if (group.name.trim() === '') faults.set(`${key} name`, 'wrongName');
    if (servicesOf(group).length === 0) faults.set(`${key} services`, 'wrongServices');
    const twice = answers.groups.some((other) => other.key !== key && other.letter === letter);
    if (letter.length !== 1 || !letters.includes(letter) || twice) faults.set(`${key} letter`, 'wrongLetter');
  }
  return faults;
}

/** The entries of such a hall: a queue for each group, one profile that serves them all, counters from 1 on. */
export function entriesOfGuide(answers: GuideAnswers, setup: Setup, profileName: string): readonly SetupEntry[] {
  const everywhere = (text: string): LocalizedText => ({ zhHans: text.trim(), zhHant: text.trim(), en: text.trim() });
  const [zone, profile] = [newCommandId(), newCommandId()];
  const groups = answers.groups.map((group) => ({ group, groupId: newCommandId(), queueId: newCommandId() }));
  const entries = [
    {
      kind: 'hall',
      value: { ...setup.hall, name: everywhere(answers.hallName), hotline: answers.hotline.trim() },
    },
    { kind: 'zone', value: { id: zone, name: everywhere(answers.zone), way: null, active: true } },
    ...groups.flatMap(({ group, groupId, queueId }) => {
      const name = everywhere(group.name);
      return [
        { kind: 'serviceGroup', value: { id: groupId, zone, name, active: true } },
        { kind: 'queue', value: { id: queueId, prefix: group.letter, zone, dailyLimit: null, name, active: true } },
        ...servicesOf(group).map((service) => ({
          kind: 'service',
          value: {
            ...{ id: newCommandId(), serviceGroup: groupId, queue: queueId, typicalMinutes: 10, caseKind: 'promised' },
            ...{ pickUp: false, appointments: null, name: everywhere(service), active: true },
          },
        })),
      ];
    }),
    {
      kind: 'workProfile',
      value: {
        ...{ id: profile, name: everywhere(profileName), active: true },
        levels: [
          { order: 'time', queues: groups.map(({ queueId: queue }) => ({ queue, share: 1, firstAfterMinutes: null })) },
        ],
      },
    },
    ...Array.from({ length: answers.counters }, (_, at) => ({
      kind: 'counter',
      value: { id: newCommandId(), label: String(at + 1), zone, workProfile: profile, active: true },
    })),
  ];
  return entries.map((entry) => SetupEntry.parse(entry));
}
