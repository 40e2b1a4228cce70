import './guide.css';
import { Alert, Button, Input } from 'antd';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { type ReactNode, useCallback, useId, useState } from 'react';
import type { Role } from '../../../shared/actors.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { SaveStaff } from '../../../shared/http.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { guideTexts } from '../../../shared/texts/guide.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { AdminView } from '../../../shared/views.ts';
import { type Questions, useReading } from './questions.ts';

interface GuideNextProps {
  readonly today: AdminView['today'];
  readonly questions: Questions;
}

const everyMs = 10_000;

/** The hall is set up: accounts, the first number, the first call. Each is ticked when the hall has seen it. */
export function GuideNext({ today, questions }: GuideNextProps) {
  const { language } = useSpeech();
  const texts = guideTexts[language];
  const staff = useReading(
    useCallback(() => questions.staff(), [questions]),
    everyMs,
  );
  const [away, setAway] = useState(false);
  const has = (role: Role) => staff.answer?.some((row) => row.active && row.role === role) === true;
  const called = today.called + today.serving + today.done > 0;
  const steps: readonly { readonly name: string; readonly done: boolean; readonly body: ReactNode }[] = [
    ...(['clerk', 'reception'] as const).map((role) => ({
      name: texts[role],
      done: has(role),
      body: <NewAccount key={role} role={role} questions={questions} made={staff.again} />,
    })),
    {
      name: texts.issue,
      done: today.issued > 0,
      body: (
        <>
          <p>{texts.issueHelp}</p>
          <PageLink href="/desk/">{texts.desk}</PageLink>
          <PageLink href="/kiosk/">{texts.kiosk}</PageLink>
        </>
      ),
    },
    {
      name: texts.call,
      done: called,
      body: (
        <>
          <p>{texts.callHelp}</p>
          <PageLink href="/counter/">{texts.counter}</PageLink>
        </>
      ),
    },
  ];
  // A hall that has staff has been through this, on this day or another.
  const begun = staff.answer === null || (has('clerk') && has('reception'));
  const [needed, setNeeded] = useState(false);
  if (!begun && !needed) setNeeded(true);
  if (!needed || away) return null;
  const finished = steps.every(({ done }) => done);
  return (
    <section className="guide guide-next" aria-label={texts.nextTitle}>
      <h3>{texts.nextTitle}</h3>
      <ol>
        {steps.map(({ name, done, body }) => (
          <li key={name} data-done={done}>
            {done ? <CircleCheck size={20} aria-hidden /> : <CircleDashed size={20} aria-hidden />}
            <div>
              <strong>{name}</strong>
              {!done && body}
            </div>
          </li>
        ))}
      </ol>
      {finished && <Alert type="success" showIcon role="status" title={texts.finished} />}
      <Button onClick={() => setAway(true)}>{texts.close}</Button>
    </section>
  );
}

const PageLink = ({ href, children }: { href: string; children: string }) => (
  <a href={href} target="_blank" rel="noreferrer">
    {children}
  </a>
);

interface NewAccountProps {
  readonly role: 'clerk' | 'reception';
  readonly questions: Questions;
  readonly made: () => void;
}

function NewAccount({ role, questions, made }: NewAccountProps) {
  const { language } = useSpeech();
  const texts = guideTexts[language];
  const { fields, hints, wrong } = adminTexts[language];
  const fieldId = useId();
  const [typed, setTyped] = useState({ name: '', login: '', password: '' });
  const [failure, setFailure] = useState<string | null>(null);
  const create = async () => {
    const parsed = SaveStaff.safeParse({ ...typed, role, active: true, staffId: null });
    if (!parsed.success) {
      const at = parsed.error.issues[0]?.path[0];
      return setFailure(at === 'login' ? hints.login : at === 'password' ? hints.passwordNew : wrong.required);
    }
    const asked = await questions.saveStaff(parsed.data);
    setFailure(asked.ok ? null : rejectionTexts[language][asked.code]({}));
    if (asked.ok) made();
  };
  const line = (name: keyof typeof typed, label: string) => (
    <label htmlFor={`${fieldId}-${name}`}>
      {label}
      <Input
        id={`${fieldId}-${name}`}
        type={name === 'password' ? 'password' : 'text'}
        autoComplete={name === 'password' ? 'new-password' : 'off'}
        value={typed[name]}
        maxLength={40}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <form
      className="guide-account"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      {line('name', fields.staffName)}
      {line('login', fields.login)}
      {line('password', fields.password)}
      <Button htmlType="submit">{texts.account}</Button>
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
    </form>
  );
}
