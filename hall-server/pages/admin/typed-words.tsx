import { Alert, Button, Input, Popconfirm } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { TextChange } from '../../../shared/http.ts';
import type { CaseText } from '../../../shared/rating-ledger.ts';
import { ledgerTexts } from '../../../shared/texts/ledger.ts';
import type { Questions } from './questions.ts';

export interface ChangeWords {
  readonly changeText: Questions['changeText'];
  /** It is changed: what is shown is read again. */
  readonly done: () => void;
}

/** Black where a name stood: as many signs, so that a text keeps its shape. */
const black = '█';

/** What somebody wrote in a case, with the two ways to protect whoever is named in it. Neither can be taken back here. */
export function TypedWords({ entry, changeText, done }: ChangeWords & { readonly entry: CaseText }) {
  const { language } = useSpeech();
  const texts = ledgerTexts[language];
  const [draft, setDraft] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useRef<TextAreaRef>(null);
  const { commandId, part, text } = entry;
  if (text === null) return <span className="admin-soft">{texts.erased}</span>;
  const change = async (shown: TextChange['shown']) => {
    setBusy(true);
    const { ok } = await changeText({ commandId, part, shown });
    setBusy(false);
    setFailed(!ok);
    if (!ok) return;
    setDraft(null);
    done();
  };
  const blackOut = () => {
    const area = field.current?.resizableTextArea?.textArea;
    if (draft === null || area === undefined) return;
    const { selectionStart, selectionEnd } = area;
    const hidden = [...draft.slice(selectionStart, selectionEnd)].map((sign) => (/\s/.test(sign) ? sign : black));
    setDraft(draft.slice(0, selectionStart) + hidden.join('') + draft.slice(selectionEnd));
  };
  const warning = failed && <Alert type="error" showIcon title={texts.notChanged} />;
  if (draft !== null) {
    return (
      <div className="typed-words">
        <p className="admin-soft">{texts.blackOutHow}</p>
        <Input.TextArea ref={field} readOnly autoSize value={draft} aria-label={texts.blackOutHow} />
        <div className="case-buttons">
          <Button onClick={blackOut}>{texts.blackOutChosen}</Button>
          <Button type="primary" disabled={draft === text} loading={busy} onClick={() => void change(draft)}>
            {texts.blackOutSave}
          </Button>
          <Button onClick={() => setDraft(null)}>{texts.leaveAsIs}</Button>
        </div>
        {warning}
      </div>
    );
  }
  return (
    <div className="typed-words">
      <span>{text}</span>
      {entry.blackedOut && <small className="admin-soft">{texts.blackedOut}</small>}
      <span className="typed-words-ways">
        <Button size="small" type="text" onClick={() => setDraft(text)}>
          {texts.blackOut}
        </Button>
        <Popconfirm
          title={texts.eraseAsk}
          okText={texts.erase}
          cancelText={texts.leaveAsIs}
          okButtonProps={{ danger: true }}
          onConfirm={() => change(null)}
        >
          <Button size="small" type="text" danger loading={busy}>
            {texts.erase}
          </Button>
        </Popconfirm>
      </span>
      {warning}
    </div>
  );
}
