import type { Language } from '../../../shared/languages.ts';
import { helpTexts } from '../../../shared/texts/help.ts';
import { words } from '../../../shared/texts/words.ts';
import type { HelpFacts } from '../../../shared/views.ts';
import type { Action } from './actions.ts';
import { minutesBetween } from './shown.ts';
import type { NameOf } from './use-colleagues.ts';

/** What the tile says: how to call the manager, or what has become of the call. */
export function helpTile(
  help: HelpFacts | null,
  now: number,
  nameOf: NameOf,
  language: Language,
): Pick<Action, 'label' | 'hint'> {
  const texts = helpTexts[language];
  if (help === null) return { label: texts.call, hint: texts.callHint };
  const { reason, since, answered } = help;
  return {
    label: texts.called(words[language].helpReasons[reason]),
    hint: answered === null ? texts.waiting(minutesBetween(since, now)) : texts.coming(nameOf(answered.by)),
  };
}
