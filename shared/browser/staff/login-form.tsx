import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Role } from '../../actors.ts';
import { type HallCard, rolesOfPage, type StaffPage } from '../../http.ts';
import { rejectionTexts, type SayableRefusal } from '../../texts/rejections.ts';
import { staffTexts } from '../../texts/staff.ts';
import { words } from '../../texts/words.ts';
import { LanguageSwitch, useSpeech } from '../language.tsx';

/** Why the login stands here although somebody was, or tried to be, signed in. */
export type LoginNote = 'sessionOver' | 'pageNotAllowed' | null;

export interface LoginFormProps {
  readonly page: StaffPage;
  /** Null while the hall has not said its name yet. */
  readonly hall: Pick<HallCard, 'hall' | 'demoAccounts'> | null;
  readonly note: LoginNote;
  /** Null: signed in. */
  readonly signIn: (login: string, password: string) => Promise<SayableRefusal | null>;
}

interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** One calm form; in a demo hall also the accounts that suit this page, each one tap. */
export function LoginForm({ page, hall, note, signIn }: LoginFormProps) {
  const { language, say } = useSpeech();
  const texts = staffTexts[language];
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<SayableRefusal | null>(null);
  const roles: readonly Role[] = rolesOfPage[page];
  const demoAccounts = hall?.demoAccounts.filter((account) => roles.includes(account.role)) ?? [];

  function sayRefusal(code: SayableRefusal): string {
    if (code === 'unreachable') return texts.signInUnreachable;
    if (code === 'forbidden') return texts.pageNotAllowed;
    // Too short to be anybody's: to whoever typed it, simply wrong.
    return rejectionTexts[language][code === 'malformed' ? 'wrongLogin' : code]({});
  }

  async function enter({ login, password }: Credentials) {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    setRefusal(await signIn(login.trim(), password));
    setBusy(false);
  }

  const said = refusal !== null ? sayRefusal(refusal) : note !== null ? texts[note] : null;
  return (
    <main className="staff-login">
      <div className="staff-login-top">
        <LanguageSwitch />
      </div>
      <p className="staff-login-hall">{hall === null ? ' ' : say(hall.hall.name)}</p>
      <h1>{texts.pages[page]}</h1>
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={enter} size="large">
        <Form.Item name="login" label={texts.login} rules={[{ required: true, message: texts.loginMissing }]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item name="password" label={texts.password} rules={[{ required: true, message: texts.passwordMissing }]}>
          <Input.Password autoComplete="current-password" maxLength={200} visibilityToggle={false} />
        </Form.Item>
        {said !== null && <Alert type={refusal === null ? 'warning' : 'error'} title={said} role="alert" showIcon />}
        <Button type="primary" htmlType="submit" block disabled={busy}>
          {busy ? texts.signingIn : texts.signIn}
        </Button>
      </Form>
      {demoAccounts.length > 0 && (
        <section className="staff-login-demo" aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{texts.demoAccounts}</h2>
          {roles.map((role) => (
            <div key={role}>
              <h3>{words[language].roles[role]}</h3>
              <div className="staff-login-accounts">
                {demoAccounts
                  .filter((account) => account.role === role)
                  .map((account) => (
                    <Button key={account.login} disabled={busy} onClick={() => void enter(account)}>
                      {account.login}
                    </Button>
                  ))}
              </div>
            </div>
          ))}
        </section>
      )}
    </main>
  );
}
