import { Alert, Button, Form, Input, Modal, Radio, Table } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { longest, type SuggestionState, suggestionStates } from '../../../shared/diary.ts';
import type { SuggestionRow } from '../../../shared/diary-views.ts';
import { languageTags } from '../../../shared/languages.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';
import { Empty } from './case-ledger.tsx';
import type { OfficersTabProps } from './officers-section.tsx';
import { type Tell, useTell } from './use-tell.ts';

/** Every suggestion of an approved diary and what the public is told of it; unanswered ones first. */
export function SuggestionBoard({ officers: { suggestions }, send }: OfficersTabProps) {
  const { language, say } = useSpeech();
  const texts = officersAdminTexts[language];
  const words = diaryTexts[language];
  const [opened, setOpened] = useState<SuggestionRow | null>(null);
  const order = ({ state }: SuggestionRow) => suggestionStates.indexOf(state);
  return (
    <>
      <Table<SuggestionRow>
        rowKey={({ ticketId, suggestionId }) => `${ticketId} ${suggestionId}`}
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={suggestions.toSorted((a, b) => order(a) - order(b))}
        locale={{ emptyText: <Empty title={texts.noSuggestions} help={texts.noSuggestionsHelp} /> }}
        columns={[
          {
            key: 'state',
            title: texts.status,
            width: 120,
            render: (_, { state }) => <strong>{words.states[state]}</strong>,
          },
          {
            key: 'text',
            title: texts.suggestion,
            render: (_, { text, language: written, mayQuote, shown }) => (
              <>
                <span lang={languageTags[written]}>{text}</span>
                {shown === null && (
                  <small className="ledger-mark">{mayQuote ? texts.notShownYet : texts.notShown}</small>
                )}
              </>
            ),
          },
          { key: 'answer', title: texts.publicAnswer, width: '30%', render: (_, { answer }) => answer ?? '–' },
          {
            key: 'service',
            title: words.service,
            width: 200,
            render: (_, row) => (
              <>
                {say(row.serviceName)} <span className="officers-day">{row.day}</span>
              </>
            ),
          },
          {
            key: 'act',
            align: 'end',
            title: <span className="visually-hidden">{texts.answerIt}</span>,
            render: (_, row) => (
              <Button type="link" onClick={() => setOpened(row)}>
                {texts.answerIt}
              </Button>
            ),
          },
        ]}
      />
      {opened !== null && <AnswerDialog one={opened} send={send} close={() => setOpened(null)} />}
    </>
  );
}

function AnswerDialog({ one, send, close }: { one: SuggestionRow; send: Tell; close: () => void }) {
  const { language } = useSpeech();
  const texts = officersAdminTexts[language];
  const words = diaryTexts[language];
  const { tell, failure, sending } = useTell(send);
  const [state, setState] = useState<SuggestionState>(one.state);
  const [wording, setWording] = useState(one.wording ?? '');
  const [answer, setAnswer] = useState(one.answer ?? '');
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const isWhole = state !== 'declined' || orNull(answer) !== null;
  const save = async () => {
    const { ticketId, suggestionId } = one;
    const said = { wording: orNull(wording), answer: orNull(answer) };
    if (await tell({ type: 'answerSuggestion', ticketId, suggestionId, state, answer: said })) close();
  };
  return (
    <Modal
      open
      centered
      width={640}
      title={texts.answerIt}
      okText={texts.save}
      cancelText={texts.goBack}
      okButtonProps={{ disabled: !isWhole, loading: sending }}
      onOk={() => void save()}
      onCancel={close}
    >
      <Form layout="vertical" className="officers-form">
        <blockquote lang={languageTags[one.language]}>{one.text}</blockquote>
        <Radio.Group
          aria-label={texts.status}
          value={state}
          options={suggestionStates.map((value) => ({ value, label: words.states[value] }))}
          onChange={(event) => setState(suggestionStates.find((each) => each === event.target.value) ?? state)}
        />
        <Form.Item label={state === 'declined' ? texts.reason : texts.publicAnswer} htmlFor="suggestion-answer">
          <Input.TextArea
            id="suggestion-answer"
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={longest.answer}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={texts.publicWording} htmlFor="suggestion-wording">
          <Input
            id="suggestion-wording"
            maxLength={longest.suggestion}
            value={wording}
            onChange={(event) => setWording(event.target.value)}
          />
        </Form.Item>
        {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
      </Form>
    </Modal>
  );
}
