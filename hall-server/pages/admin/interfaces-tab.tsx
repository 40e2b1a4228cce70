import { Table } from 'antd';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { apiPaths } from '../../../shared/interfaces.ts';
import { adminInterfacesTexts } from '../../../shared/texts/admin-interfaces.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { TokensList } from './tokens-list.tsx';
import { WebhooksList } from './webhooks-list.tsx';

const everyMs = 30_000;

interface InterfacesTabProps {
  readonly questions: Questions;
  readonly now: number;
  readonly timeZone: string;
}

/** Which programs may use the HTTP API, by token, who is told of events, and what there is to be asked. */
export function InterfacesTab({ questions, now, timeZone }: InterfacesTabProps) {
  return (
    <>
      <TokensList {...{ questions, now, timeZone }} />
      <WebhooksList {...{ questions, timeZone }} />
      <Endpoints questions={questions} />
    </>
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
        {texts.endpoints} <a href={`/api/v1/?lang=${language}`}>{texts.readable}</a>{' '}
        <a href="/api/v1/openapi.json">{texts.document}</a>
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
