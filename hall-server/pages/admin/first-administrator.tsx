import './admin.css';
import { Alert, Button, Form } from 'antd';
import { LanguageSwitch, useSpeech } from '../../../shared/browser/language.tsx';
import { FirstAdministrator } from '../../../shared/http.ts';
import { type AdminTexts, adminTexts } from '../../../shared/texts/admin.ts';
import { rejectionTexts, type SayableRefusal } from '../../../shared/texts/rejections.ts';
import { DraftFields } from './draft-form.tsx';
import type { Field } from './field.ts';
import { parseWith } from './issues.ts';
import { useDraft } from './use-draft.ts';

interface FirstAdministratorProps {
  /** Null: created. */
  readonly create: (wish: FirstAdministrator) => Promise<SayableRefusal | null>;
  readonly onCreated: () => void;
}

/** An empty hall belongs to whoever can read its console. */
export function FirstAdministratorPage({ create, onCreated }: FirstAdministratorProps) {
  const { language } = useSpeech();
  const texts = adminTexts[language];
  const form = useDraft({
    initial: { code: '', login: '', name: '', password: '' },
    fields: () => firstFields(texts),
    parse: (draft) => parseWith(FirstAdministrator, { ...draft, code: String(draft.code).trim() }),
    save: async (wish) => {
      const refused = await create(wish);
      return refused === null ? null : rejectionTexts[language][refused]({});
    },
    onSaved: onCreated,
  });
  return (
    <main className="admin-first">
      <LanguageSwitch />
      <h1>{texts.setupTitle}</h1>
      <p>{texts.setupHelp}</p>
      <Form layout="vertical" component={false}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void form.submit();
          }}
        >
          <DraftFields form={form} />
          {form.refusal !== null && <Alert type="error" title={form.refusal} role="alert" showIcon />}
          <Button type="primary" size="large" htmlType="submit" block disabled={form.saving}>
            {form.saving ? texts.setupCreating : texts.setupCreate}
          </Button>
        </form>
      </Form>
    </main>
  );
}

function firstFields({ fields, hints, setupCode }: AdminTexts): readonly Field[] {
  return [
    { as: 'line', path: ['code'], label: setupCode },
    { as: 'line', path: ['name'], label: fields.staffName },
    { as: 'line', path: ['login'], label: fields.login, hint: hints.login, wrong: hints.login },
    { as: 'line', path: ['password'], label: fields.password, hint: hints.passwordNew, secret: true },
  ];
}
