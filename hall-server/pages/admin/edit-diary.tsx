import { Alert, Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { type Cut, longest } from '../../../shared/diary.ts';
import type { DiaryReview } from '../../../shared/diary-views.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';
import { type Tell, useTell } from './use-tell.ts';

interface EditDiaryProps {
  readonly one: DiaryReview;
  readonly story: string;
  readonly cuts: readonly Cut[];
  readonly cut: (next: Cut) => void;
  readonly undo: () => void;
  readonly send: Tell;
}

/** An editor leaves parts out and writes a note apart; the words themselves cannot be changed here. */
export function EditDiary({ one, story, cuts, cut, undo, send }: EditDiaryProps) {
  const { language } = useSpeech();
  const texts = officersAdminTexts[language];
  const { tell, failure, sending } = useTell(send);
  const [note, setNote] = useState(one.note ?? '');
  const text = useRef<HTMLTextAreaElement>(null);
  const written = note.trim() === '' ? null : note.trim();
  const isChanged = written !== one.note || JSON.stringify(cuts) !== JSON.stringify(one.cuts);
  const cutSelected = () => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = text.current ?? {};
    if (from < to) cut({ from, to });
  };
  return (
    <Form layout="vertical" className="officers-form">
      <Form.Item label={texts.story} htmlFor="diary-story" extra={texts.cutHelp}>
        {/* Not the kit's own: what is selected in it must be known. */}
        <textarea id="diary-story" ref={text} className="officers-story" readOnly rows={8} value={story} />
      </Form.Item>
      <div className="officers-buttons">
        <Button onClick={cutSelected}>{texts.cut}</Button>
        {cuts.length > 0 && <Button onClick={undo}>{texts.undoCuts}</Button>}
      </div>
      <Form.Item label={texts.note} htmlFor="diary-note">
        <Input.TextArea
          id="diary-note"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={longest.note}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form.Item>
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
      <Button
        disabled={!isChanged}
        loading={sending}
        onClick={() =>
          void tell({ type: 'editDiary', ticketId: one.ticketId, version: one.version, cuts, note: written })
        }
      >
        {texts.saveEdit}
      </Button>
    </Form>
  );
}
