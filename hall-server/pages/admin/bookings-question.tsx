import { Alert, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { AffectedBooking } from '../../../shared/http.ts';
import type { SetupEntry } from '../../../shared/setup.ts';
import { adminBookingsTexts } from '../../../shared/texts/admin-bookings.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { Questions } from './questions.ts';
import { StrandedList } from './stranded-list.tsx';

export type BookingsAnswer = 'keep' | 'cancel';

interface Asking {
  readonly bookings: readonly AffectedBooking[];
  readonly mayKeep: boolean;
  /** What was done; null: not yet. */
  readonly done: BookingsAnswer | null;
  readonly answer: (answer: BookingsAnswer | null) => void;
}

export interface BookingsQuestion {
  /** What is to become of the bookings that this would strand; null: not saved after all. A text: why it cannot be asked. */
  readonly ask: (entry: SetupEntry) => Promise<{ answer: BookingsAnswer | null; failure?: string }>;
  /** It was saved so: the list stays until it is put away. */
  readonly done: (answer: BookingsAnswer) => void;
  readonly close: () => void;
  readonly dialog: ReactNode;
}

/** Asked when a change would leave bookings without a slot. */
export function useBookingsQuestion(questions: Pick<Questions, 'setupPreview'>): BookingsQuestion {
  const { language } = useSpeech();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return {
    close,
    ask: async (entry) => {
      const asked = await questions.setupPreview({ entries: [entry], others: 'keep' });
      if (!asked.ok) return { answer: null, failure: rejectionTexts[language][asked.code]({}) };
      const mayKeep = !('active' in entry.value && !entry.value.active);
      return new Promise((settle) =>
        setAsking({
          ...{ bookings: asked.answer.bookings, mayKeep, done: null },
          answer: (answer) => {
            if (answer === null) close();
            settle({ answer });
          },
        }),
      );
    },
    done: (answer) => setAsking((before) => before && { ...before, done: answer }),
    dialog: asking && <BookingsDialog asking={asking} close={close} />,
  };
}

function BookingsDialog({ asking, close }: { asking: Asking; close: () => void }) {
  const { language } = useSpeech();
  const { stranded: texts } = adminBookingsTexts[language];
  const [sent, setSent] = useState(false);
  const { bookings, mayKeep, done, answer } = asking;
  const choose = (chosen: BookingsAnswer | null) => {
    if (sent && chosen !== null) return;
    setSent(chosen !== null);
    answer(chosen);
  };
  const days = new Set(bookings.map(({ date }) => date)).size;
  const title = done === null ? texts.title(bookings.length, days) : texts.saved[done](bookings.length);
  return (
    <Modal
      open
      centered
      closable={false}
      width={760}
      title={title}
      onCancel={() => (done === null ? choose(null) : close())}
      mask={{ closable: false }}
      footer={
        done === null
          ? [
              <Button key="back" onClick={() => choose(null)}>
                {texts.back}
              </Button>,
              ...(mayKeep
                ? [
                    <Button key="keep" loading={sent} onClick={() => choose('keep')}>
                      {texts.keep}
                    </Button>,
                  ]
                : []),
              <Button key="cancel" danger loading={sent} onClick={() => choose('cancel')}>
                {texts.cancel}
              </Button>,
            ]
          : [
              <Button key="close" type="primary" onClick={close}>
                {texts.close}
              </Button>,
            ]
      }
    >
      {done === null && (
        <>
          <Alert type="warning" showIcon role="alert" title={texts.why} />
          <ul className="stranded-choices">
            <li>{mayKeep ? texts.keepHint : texts.keepNot}</li>
            <li>{texts.cancelHint}</li>
          </ul>
        </>
      )}
      <StrandedList bookings={bookings} />
    </Modal>
  );
}
