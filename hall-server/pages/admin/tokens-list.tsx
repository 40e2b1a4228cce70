import { App, Button, Checkbox, Input, Select, Table } from 'antd';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { dateAndTime, localDate } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { type ApiScope, apiScopes, NewToken, type TokenRow } from '../../../shared/interfaces.ts';
import { adminInterfacesTexts } from '../../../shared/texts/admin-interfaces.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { SecretDialog } from './secret-dialog.tsx';

const everyMs = 30_000;
const dayMs = 24 * 3_600_000;
const validDays = [30, 90, 365] as const;

interface TokensListProps {
  readonly questions: Questions;
  readonly now: number;
  readonly timeZone: string;
}

/** Which programs may use the HTTP API: who made their tokens, what for, when they were used last. */
export function TokensList({ questions, now, timeZone }: TokensListProps) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const { modal } = App.useApp();
  const reading = useReading(questions.tokens, everyMs);
  const [making, setMaking] = useState<'new' | TokenRow | null>(null);
  const revoke = ({ tokenId, name }: TokenRow) =>
    modal.confirm({
      title: texts.revokeSure(name),
      okText: texts.revoke,
      okButtonProps: { danger: true },
      cancelText: texts.cancel,
      onOk: async () => {
        await questions.revokeToken(tokenId);
        reading.again();
      },
    });
  const close = () => {
    setMaking(null);
    reading.again();
  };
  return (
    <>
      <div className="figures-bar">
        <p className="admin-soft">{texts.help}</p>
        <Button type="primary" icon={<Plus size={18} aria-hidden />} onClick={() => setMaking('new')}>
          {texts.create}
        </Button>
      </div>
      <ReadState reading={reading} />
      {reading.answer !== null && (
        <Table<TokenRow>
          rowKey="tokenId"
          size="small"
          pagination={false}
          dataSource={[...reading.answer]}
          locale={{ emptyText: texts.none }}
          columns={[
            { key: 'name', title: texts.name, dataIndex: 'name' },
            {
              key: 'scopes',
              title: texts.scopes,
              render: (_, { scopes }) =>
                scopes.map((scope) => texts.scopeNames[scope]).join(language === 'en' ? ', ' : '、'),
            },
            {
              key: 'made',
              title: texts.madeBy,
              render: (_, { madeBy, createdAt }) => (
                <>
                  {madeBy ?? texts.notKnown}
                  <div className="admin-soft">{localDate(createdAt, timeZone)}</div>
                </>
              ),
            },
            {
              key: 'used',
              title: texts.used,
              render: (_, { usedAt, usedOn }) =>
                usedAt === null ? (usedOn ?? texts.notUsed) : dateAndTime(usedAt, timeZone),
            },
            { key: 'state', title: texts.state, render: (_, row) => <TokenState {...{ row, now, timeZone }} /> },
            {
              key: 'act',
              align: 'end',
              title: <span className="visually-hidden">{texts.revoke}</span>,
              render: (_, row) =>
                row.revokedAt === null && (
                  <>
                    <Button
                      type="link"
                      size="small"
                      aria-label={`${texts.renew} ${row.name}`}
                      onClick={() => setMaking(row)}
                    >
                      {texts.renew}
                    </Button>
                    <Button
                      type="link"
                      size="small"
                      danger
                      aria-label={`${texts.revoke} ${row.name}`}
                      onClick={() => revoke(row)}
                    >
                      {texts.revoke}
                    </Button>
                  </>
                ),
            },
          ]}
        />
      )}
      {making === 'new' && <NewTokenDialog {...{ questions, now, close }} />}
      {making !== null && making !== 'new' && <RenewDialog {...{ questions, now, close }} row={making} />}
    </>
  );
}

function TokenState({ row, now, timeZone }: { row: TokenRow; now: number; timeZone: string }) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const { revokedAt, expiresAt, previousUntil } = row;
  if (revokedAt !== null) return texts.revoked;
  if (expiresAt !== null && expiresAt <= now) return texts.expired;
  return (
    <>
      {expiresAt === null ? texts.valid : texts.validUntil(localDate(expiresAt, timeZone))}
      {previousUntil !== null && previousUntil > now && (
        <div className="admin-soft">{texts.previousUntil(dateAndTime(previousUntil, timeZone))}</div>
      )}
    </>
  );
}

interface DialogProps {
  readonly questions: Questions;
  readonly now: number;
  readonly close: () => void;
}

const endOf = (days: number | null, now: number) => (days === null ? null : now + days * dayMs);

function NewTokenDialog({ questions, now, close }: DialogProps) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const fieldId = useId();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApiScope[]>(['state:read']);
  const [days, setDays] = useState<number | null>(365);
  const wish = NewToken.safeParse({ name, scopes, expiresAt: endOf(days, now) });
  const make = async (token: NewToken) => {
    const asked = await questions.makeToken(token);
    return asked.ok ? { ...asked, answer: asked.answer.token } : asked;
  };
  return (
    <SecretDialog title={texts.create} make={wish.success ? () => make(wish.data) : null} close={close}>
      <label htmlFor={`${fieldId}-name`}>
        {texts.name}
        <Input id={`${fieldId}-name`} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </label>
      <fieldset>
        <legend>{texts.scopes}</legend>
        <Checkbox.Group
          value={[...scopes]}
          onChange={setScopes}
          options={apiScopes.map((value) => ({ value, label: texts.scopeNames[value] }))}
        />
      </fieldset>
      <ValidFor days={days} onChange={setDays} />
    </SecretDialog>
  );
}

/** Another token for the same platform, with the same scopes. */
function RenewDialog({ questions, now, close, row }: DialogProps & { readonly row: TokenRow }) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const [days, setDays] = useState<number | null>(365);
  const make = async () => {
    const asked = await questions.renewToken({ tokenId: row.tokenId, expiresAt: endOf(days, now) });
    return asked.ok ? { ...asked, answer: asked.answer.token } : asked;
  };
  return (
    <SecretDialog title={texts.renewOf(row.name)} make={make} close={close}>
      <p>{texts.renewHelp}</p>
      <ValidFor days={days} onChange={setDays} />
    </SecretDialog>
  );
}

function ValidFor({ days, onChange }: { days: number | null; onChange: (days: number | null) => void }) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const id = useId();
  return (
    <label htmlFor={id}>
      {texts.expires}
      <Select<number | null>
        id={id}
        value={days}
        onChange={onChange}
        options={[...validDays, null].map((value) => ({
          value,
          label: value === null ? texts.never : texts.days(value),
        }))}
      />
    </label>
  );
}
