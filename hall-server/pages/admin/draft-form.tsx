import { Alert, App, Button, Drawer, Form } from 'antd';
import { ArrowRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { adminTexts } from '../../../shared/texts/admin.ts';
import type { Draft } from './draft.ts';
import type { Change } from './field.ts';
import { FieldInput } from './field-input.tsx';
import { type DraftForm, type DraftOptions, useDraft } from './use-draft.ts';

/** The fields of a form under their headings. */
export function DraftFields<Value>({ form, disabled = false }: { form: DraftForm<Value>; disabled?: boolean }) {
  let section: string | undefined;
  return form.fields.map((field) => {
    const heading = field.section !== section ? field.section : undefined;
    section = field.section;
    return (
      <Fragment key={field.path.join('.')}>
        {heading !== undefined && <h3>{heading}</h3>}
        <FieldInput
          field={field}
          draft={form.draft}
          set={form.set}
          wrongAt={form.wrongAt}
          disabled={disabled || form.saving}
        />
      </Fragment>
    );
  });
}

/** What saving will change: each field, before and after. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const texts = useTexts(adminTexts);
  if (changes.length === 0) return null;
  return (
    <section className="admin-changes">
      <h3>{texts.changes}</h3>
      <dl>
        {changes.map(({ label, before, after }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {before}
              <ArrowRight size={18} aria-hidden />
              <strong>{after}</strong>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What people will see of it. */
export function Effect({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="admin-effect">
      <h3>{title}</h3>
      <p>{children}</p>
    </section>
  );
}

interface DraftDrawerProps<Value> extends Omit<DraftOptions<Value>, 'onSaved'> {
  readonly title: string;
  readonly isNew: boolean;
  readonly preview?: (value: Value) => string | null;
  /** More than a sentence about what it will be like, drawn from the draft whether it is right or not. */
  readonly aside?: (draft: Draft) => ReactNode;
  readonly close: () => void;
}

/** A form beside the table it belongs to. Closing with changes asks first. */
export function DraftDrawer<Value>(props: DraftDrawerProps<Value>) {
  const { title, isNew, preview, aside, close, ...options } = props;
  const texts = useTexts(adminTexts);
  const { modal, message } = App.useApp();
  const form = useDraft({
    ...options,
    onSaved: () => {
      message.success(texts.saved);
      close();
    },
  });
  const leave = () => {
    if (!form.dirty) return close();
    modal.confirm({
      title: texts.discardQuestion,
      okText: texts.discard,
      cancelText: texts.keepEditing,
      onOk: close,
    });
  };
  const effect = form.parsed.ok ? preview?.(form.parsed.value) : null;
  return (
    <Drawer
      open
      size={560}
      title={title}
      onClose={leave}
      mask={{ closable: false }}
      footer={
        <div className="admin-buttons">
          {form.refusal !== null && <Alert type="error" title={form.refusal} role="alert" showIcon />}
          <Button onClick={leave}>{texts.cancel}</Button>
          <Button type="primary" disabled={form.saving || !form.dirty} onClick={() => void form.submit()}>
            {form.saving ? texts.saving : texts.save}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component={false}>
        <DraftFields form={form} />
      </Form>
      {aside?.(form.draft)}
      {effect !== null && effect !== undefined && <Effect title={texts.shownAs}>{effect}</Effect>}
      {!isNew && <Changes changes={form.changes} />}
    </Drawer>
  );
}

interface DraftOnPageProps<Value> {
  readonly form: DraftForm<Value>;
  readonly changes?: readonly Change[];
  readonly mayEdit: boolean;
  readonly children: ReactNode;
}

/** A form that is a page of its own: its fields, and beside them what saving will change. */
export function DraftOnPage<Value>({ form, changes = form.changes, mayEdit, children }: DraftOnPageProps<Value>) {
  const texts = useTexts(adminTexts);
  return (
    <Form layout="vertical" component={false}>
      {children}
      {mayEdit && (
        <div className="admin-save">
          {form.refusal !== null && <Alert type="error" title={form.refusal} role="alert" showIcon />}
          <Changes changes={changes} />
          <div className="admin-buttons">
            {changes.length === 0 && <p>{texts.noChanges}</p>}
            <Button disabled={!form.dirty || form.saving} onClick={form.reset}>
              {texts.discard}
            </Button>
            <Button type="primary" disabled={!form.dirty || form.saving} onClick={() => void form.submit()}>
              {form.saving ? texts.saving : texts.save}
            </Button>
          </div>
        </div>
      )}
    </Form>
  );
}
