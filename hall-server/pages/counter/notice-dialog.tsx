import { useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Asked, ask } from '../../../shared/browser/ask.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import { ChoiceDialog } from '../../../shared/browser/staff/choice-dialog.tsx';
import type { Notice } from '../../../shared/http.ts';
import type { TicketId } from '../../../shared/ids.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { NoticePaper } from './notice-paper.tsx';

interface NoticeDialogProps {
  readonly ticketId: TicketId;
  readonly close: () => void;
}

/** Just finished, and to come again: what to bring, where and when, on paper from this desk's own printer. */
export function NoticeDialog({ ticketId, close }: NoticeDialogProps) {
  const texts = useTexts(counterTexts);
  const { loading } = useTexts(commonTexts);
  const [asked, setAsked] = useState<Asked<Notice> | null>(null);
  const fetchNotice = async () => {
    setAsked(null);
    setAsked(await ask(`/api/errands/notice?ticketId=${ticketId}`));
  };
  const first = useEffectEvent(() => void fetchNotice());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a ticket's notice is read once
  useEffect(() => first(), [ticketId]);
  const print = () => {
    window.print();
    close();
  };
  return (
    <ChoiceDialog
      title={texts.noticeTitle}
      choices={
        asked === null
          ? []
          : asked.ok
            ? [{ id: 'print', label: texts.noticePrint, hint: texts.noticeHint }]
            : [{ id: 'again', label: texts.noticeAgain, hint: texts.noticeFailed }]
      }
      choose={(id) => (id === 'print' ? print() : void fetchNotice())}
      close={close}
    >
      {asked === null && <p role="status">{loading}</p>}
      {asked?.ok === true && (
        <>
          <div className="notice-preview">
            <NoticePaper notice={asked.answer} />
          </div>
          {createPortal(
            <div className="notice-print" aria-hidden>
              <NoticePaper notice={asked.answer} />
            </div>,
            document.body,
          )}
        </>
      )}
    </ChoiceDialog>
  );
}
