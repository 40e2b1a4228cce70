import { App, Button, Checkbox, Input, Select, Table } from 'antd';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { type ApiScope, apiPaths, apiScopes, NewToken, type TokenRow } from '../../../shared/interfaces.ts';
import { adminInterfacesTexts } from '../../../shared/texts/admin-interfaces.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhooksList } from './webhooks-list.tsx';

const everyMs = 30_000;
const dayMs = 24 * 3_600_000;
const validDays = [30, 90, 365] as const;

interface InterfacesTabProps {
  readonly questions: Questions;
  readonly now: number;
  readonly timeZone: string;
}

/** Which programs may use the HTTP API, by token, who is told of events, and what there is to be asked. */
export function InterfacesTab({ questions, now, timeZone }: InterfacesTabProps) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const { modal } = App.useApp();
  const reading = useReading(questions.tokens, everyMs);
  const [making, setMaking] = useState(false);
  const stateOf = ({ revokedAt, expiresAt }: TokenRow) =>
    revokedAt !== null ? 'revoked' : expiresAt !== null && expiresAt <= now ? 'expired' : 'valid';
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
  return (
    <>
      <div className="figures-bar">
        <p className="admin-soft">{texts.help}</p>
        <Button type="primary" icon={<Plus size={18} aria-hidden />} onClick={() => setMaking(true)}>
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
            { key: 'used', title: texts.used, render: (_, { usedOn }) => usedOn ?? texts.notUsed },
            { key: 'state', title: texts.state, render: (_, row) => texts[stateOf(row)] },
            {
              key: 'revoke',
              align: 'end',
              title: <span className="visually-hidden">{texts.revoke}</span>,
              render: (_, row) =>
                stateOf(row) === 'valid' && (
                  <Button type="link" danger aria-label={`${texts.revoke} ${row.name}`} onClick={() => revoke(row)}>
                    {texts.revoke}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <WebhooksList {...{ questions, timeZone }} />
      <Endpoints questions={questions} />
      {making && (
        <NewTokenDialog
          {...{ questions, now }}
          close={() => {
            setMaking(false);
            reading.again();
          }}
        />
      )}
    </>
  );
}

function NewTokenDialog({ questions, now, close }: { questions: Questions; now: number; close: () => void }) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const fieldId = useId();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApiScope[]>(['state:read']);
  const [days, setDays] = useState<number | null>(365);
  const wish = NewToken.safeParse({ name, scopes, expiresAt: days === null ? null : now + days * dayMs });
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
      <label htmlFor={`${fieldId}-days`}>
        {texts.expires}
        <Select<number | null>
          id={`${fieldId}-days`}
          value={days}
          onChange={setDays}
          options={[...validDays, null].map((value) => ({
            value,
            label: value === null ? texts.never : texts.days(value),
          }))}
        />
      </label>
    </SecretDialog>
  );
}

/** What the server itself says it can be asked: its OpenAPI document, as a list. */
function Endpoints({ questions }: { questions: Questions }) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const reading = useReading(questions.openApi, everyMs);
  const rows = apiPaths.flatMap((path) =>
    Object.entries(reading.answer?.paths[path] ?? {}).map(([method, { description }]) => ({
      key: `${method} ${path}`,
      ...{ method: method.toUpperCase(), path, scope: description.replace('Scope: ', '') },
    })),
  );
  return (
    <section className="interfaces-list">
      <h3>
        {texts.endpoints} <a href="/api/v1/openapi.json">{texts.document}</a>
      </h3>
      <ReadState reading={reading} />
      {rows.length > 0 && (
        <Table
          size="small"
          pagination={false}
          dataSource={rows}
          columns={[
            { key: 'method', title: texts.method, dataIndex: 'method' },
            {
              key: 'path',
              title: texts.path,
              render: (_, { path }) => (
                <>
                  <code>{`/api/v1${path}`}</code>
                  <div className="admin-soft">{texts.endpointNames[path]}</div>
                </>
              ),
            },
            {
              key: 'scope',
              title: texts.scope,
              render: (_, { scope }) => <code>{scope}</code>,
            },
          ]}
        />
      )}
    </section>
  );
}
