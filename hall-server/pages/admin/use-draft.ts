import { useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { type Draft, type Path, sameValue, valueAt, withValue } from './draft.ts';
import { type Change, type Field, showValue, singleFields } from './field.ts';
import { issueWords, type Parsed } from './issues.ts';

export interface DraftOptions<Value> {
  readonly initial: Draft;
  readonly fields: (draft: Draft) => readonly Field[];
  readonly parse: (draft: Draft) => Parsed<Value>;
  /** Answers why it was refused, in words; null when saved. */
  readonly save: (value: Value) => Promise<string | null>;
  readonly onSaved: () => void;
}

export interface DraftForm<Value> {
  readonly draft: Draft;
  readonly set: (path: Path, value: unknown) => void;
  readonly fields: readonly Field[];
  readonly parsed: Parsed<Value>;
  readonly wrongAt: (path: Path) => string | null;
  readonly changes: readonly Change[];
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly refusal: string | null;
  readonly submit: () => Promise<void>;
  readonly reset: () => void;
}

/** One form: what was typed, what is wrong with it (once saving was tried), what it changes, and saving it. */
export function useDraft<Value>({ initial, fields, parse, save, onSaved }: DraftOptions<Value>): DraftForm<Value> {
  const texts = useTexts(adminTexts);
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const shown = fields(draft);
  const parsed = parse(draft);
  const wrongAt = (path: Path) => {
    if (!tried || parsed.ok) return null;
    const issue = parsed.issues.find((one) => sameValue(one.path.slice(0, path.length).map(String), path));
    if (issue === undefined) return null;
    const field = shown.find((one) => sameValue(one.path, path));
    return field?.as === 'choice' ? texts.wrong.choose : issueWords(issue, texts, field?.wrong);
  };
  const submit = async () => {
    setTried(true);
    if (!parsed.ok || saving) return;
    setSaving(true);
    setRefusal(null);
    const refused = await save(parsed.value);
    setSaving(false);
    setRefusal(refused);
    if (refused === null) onSaved();
  };
  return {
    draft,
    set: (path, value) => {
      setRefusal(null);
      setDraft((before) => withValue(before, path, value));
    },
    fields: shown,
    parsed,
    wrongAt,
    changes: singleFields(shown)
      .filter(({ path }) => !sameValue(valueAt(initial, path), valueAt(draft, path)))
      .map((field) => ({
        label: field.label,
        before: showValue(field, valueAt(initial, field.path), texts),
        after: showValue(field, valueAt(draft, field.path), texts),
      })),
    dirty: !sameValue(initial, draft),
    saving,
    refusal,
    submit,
    reset: () => {
      setDraft(initial);
      setTried(false);
      setRefusal(null);
    },
  };
}
