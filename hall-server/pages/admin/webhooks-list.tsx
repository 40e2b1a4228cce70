import { App, Button, Checkbox, Input, Table, Tag } from 'antd';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { dateAndTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { NewWebhook, type WebhookEvent, type WebhookRow, webhookEvents } from '../../../shared/interfaces.ts';
import { adminInterfacesTexts } from '../../../shared/texts/admin-interfaces.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import { type Questions, useReading } from './questions.ts';
import { ReadState } from './read-state.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { SetAsideList } from './set-aside-list.tsx';

const everyMs = 10_000;

/** Which addresses are told what happens, and how that goes. */
export function WebhooksList({ questions, timeZone }: { questions: Questions; timeZone: string }) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const { modal, message } = App.useApp();
  const reading = useReading(questions.webhooks, everyMs);
  const [making, setMaking] = useState<'new' | WebhookRow | null>(null);
  const close = () => {
    setMaking(null);
    reading.again();
  };
  const order = async (what: Parameters<Questions['orderWebhook']>[0], { webhookId }: WebhookRow) => {
    await questions.orderWebhook(what, webhookId);
    reading.again();
  };
  const remove = (row: WebhookRow) =>
    modal.confirm({
      title: texts.removeSure(row.name),
      okText: texts.remove,
      okButtonProps: { danger: true },
      cancelText: texts.cancel,
      onOk: () => order('remove', row),
    });
  const test = async ({ webhookId }: WebhookRow) => {
    const asked = await questions.testWebhook(webhookId);
    void message.info(asked.ok ? texts.tested(asked.answer.status) : rejectionTexts[language][asked.code]({}));
  };
  const stateOf = ({ paused, fault }: WebhookRow) =>
    paused ? texts.pausedState : fault === null ? texts.working : texts.failing(fault.status, fault.tries);
  return (
    <section className="interfaces-list">
      <div className="figures-bar">
        <h3>
          {texts.webhooks} <small className="admin-soft">{texts.webhooksHelp}</small>
        </h3>
        <Button icon={<Plus size={18} aria-hidden />} onClick={() => setMaking('new')}>
          {texts.createWebhook}
        </Button>
      </div>
      <ReadState reading={reading} />
      {reading.answer !== null && (
        <Table<WebhookRow>
          rowKey="webhookId"
          size="small"
          pagination={false}
          dataSource={[...reading.answer]}
          locale={{ emptyText: texts.noWebhooks }}
          expandable={{
            showExpandColumn: false,
            expandedRowKeys: reading.answer
              .filter(({ setAside }) => setAside.count > 0)
              .map(({ webhookId }) => webhookId),
            expandedRowRender: (row) => (
              <SetAsideList {...{ row, timeZone }} sendAgain={() => void order('again', row)} />
            ),
          }}
          columns={[
            {
              key: 'name',
              title: texts.name,
              render: (_, { name, url }) => (
                <>
                  {name}
                  <div className="admin-soft">{url}</div>
                </>
              ),
            },
            {
              key: 'events',
              title: texts.events,
              render: (_, { events }) =>
                events.map((event) => texts.eventNames[event]).join(language === 'en' ? ', ' : '、'),
            },
            {
              key: 'delivered',
              title: texts.delivered,
              render: (_, { deliveredAt }) =>
                deliveredAt === null ? texts.notDelivered : dateAndTime(deliveredAt, timeZone),
            },
            {
              key: 'state',
              title: texts.state,
              render: (_, row) => (
                <>
                  {stateOf(row)}
                  {row.setAside.count > 0 && (
                    <div>
                      <Tag color="warning">{texts.setAside(row.setAside.count)}</Tag>
                    </div>
                  )}
                </>
              ),
            },
            {
              key: 'act',
              align: 'end',
              title: <span className="visually-hidden">{texts.webhooks}</span>,
              render: (_, row) => (
                <>
                  {row.fault !== null && !row.paused && (
                    <Button type="link" size="small" onClick={() => void order('try', row)}>
                      {texts.tryNow}
                    </Button>
                  )}
                  <Button type="link" size="small" onClick={() => void test(row)}>
                    {texts.test}
                  </Button>
                  <Button type="link" size="small" onClick={() => void order(row.paused ? 'resume' : 'pause', row)}>
                    {row.paused ? texts.resume : texts.pause}
                  </Button>
                  <Button
                    type="link"
                    size="small"
                    aria-label={`${texts.renewSecret} ${row.name}`}
                    onClick={() => setMaking(row)}
                  >
                    {texts.renewSecret}
                  </Button>
                  <Button
                    type="link"
                    size="small"
                    danger
                    aria-label={`${texts.remove} ${row.name}`}
                    onClick={() => remove(row)}
                  >
                    {texts.remove}
                  </Button>
                </>
              ),
            },
          ]}
        />
      )}
      {making === 'new' && <NewWebhookDialog {...{ questions, close }} />}
      {making !== null && making !== 'new' && <NewSecretDialog {...{ questions, close }} row={making} />}
    </section>
  );
}

function NewWebhookDialog({ questions, close }: { questions: Questions; close: () => void }) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const fieldId = useId();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(['ticketIssued', 'ticketCalled', 'ticketFinished']);
  const wish = NewWebhook.safeParse({ name, url: url.trim(), events });
  const make = async (webhook: NewWebhook) => {
    const asked = await questions.makeWebhook(webhook);
    return asked.ok ? { ...asked, answer: asked.answer.secret } : asked;
  };
  return (
    <SecretDialog title={texts.createWebhook} make={wish.success ? () => make(wish.data) : null} close={close}>
      <label htmlFor={`${fieldId}-name`}>
        {texts.name}
        <Input id={`${fieldId}-name`} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </label>
      <label htmlFor={`${fieldId}-url`}>
        {texts.url}
        <Input id={`${fieldId}-url`} value={url} maxLength={500} onChange={(event) => setUrl(event.target.value)} />
        <small className="admin-soft">{texts.urlHint}</small>
      </label>
      <fieldset>
        <legend>{texts.events}</legend>
        <Checkbox.Group
          value={[...events]}
          onChange={setEvents}
          options={webhookEvents.map((value) => ({ value, label: texts.eventNames[value] }))}
        />
      </fieldset>
    </SecretDialog>
  );
}

interface NewSecretProps {
  readonly questions: Questions;
  readonly row: WebhookRow;
  readonly close: () => void;
}

function NewSecretDialog({ questions, row, close }: NewSecretProps) {
  const { language } = useSpeech();
  const texts = adminInterfacesTexts[language];
  const make = async () => {
    const asked = await questions.changeWebhookSecret(row.webhookId);
    return asked.ok ? { ...asked, answer: asked.answer.secret } : asked;
  };
  return (
    <SecretDialog title={texts.renewSecretOf(row.name)} make={make} close={close}>
      <p>{texts.renewSecretHelp}</p>
    </SecretDialog>
  );
}
