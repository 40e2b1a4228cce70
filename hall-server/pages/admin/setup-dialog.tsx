import { Alert, App, Button, Modal, Radio, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import type { Asked } from '../../../shared/browser/ask.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { SetupPreview, SetupWish } from '../../../shared/http.ts';
import type { Setup } from '../../../shared/setup.ts';
import { adminBookingsTexts } from '../../../shared/texts/admin-bookings.ts';
import { adminSetupTexts } from '../../../shared/texts/admin-setup.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { Questions } from './questions.ts';
import { SetupChangeLines, useSetupSpeaker } from './setup-changes.tsx';
import { StrandedList } from './stranded-list.tsx';

interface SetupDialogProps {
  readonly wish: SetupWish;
  readonly title: string;
  readonly setup: Setup;
  readonly questions: Pick<Questions, 'setupPreview' | 'changeSetup'>;
  readonly close: () => void;
}

/** What will change is seen before it is: the hall itself says what, and whether it can be. */
export function SetupDialog({ wish, title, setup, questions, close }: SetupDialogProps) {
  const { language } = useSpeech();
  const texts = adminSetupTexts[language];
  const { stranded } = adminBookingsTexts[language];
  const speaker = useSetupSpeaker(setup);
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked<SetupPreview> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [ofBookings, setOfBookings] = useState<SetupWish['bookings']>();
  // One wish, one id: pressed again after a broken link, it is done once.
  const [id] = useState(newCommandId);
  useEffect(() => {
    let wanted = true;
    questions.setupPreview(wish).then((answer) => {
      if (wanted) setAsked(answer);
    });
    return () => {
      wanted = false;
    };
  }, [questions, wish]);
  const preview = asked?.ok === true ? asked.answer : null;
  const hasBookings = preview !== null && preview.bookings.length > 0;
  const refused =
    failure ??
    (asked !== null && !asked.ok
      ? rejectionTexts[language][asked.code]({})
      : preview?.refused != null
        ? rejectionTexts[language][preview.refused.code](preview.refused.facts)
        : null);
  const apply = async () => {
    setBusy(true);
    setFailure(null);
    const answer = await questions.changeSetup(id, { ...wish, bookings: ofBookings });
    setBusy(false);
    if (!answer.ok) return setFailure(rejectionTexts[language][answer.code]({}));
    if (!answer.answer.ok) return setFailure(rejectionTexts[language][answer.answer.code](answer.answer.facts));
    void message.success(texts.applied);
    close();
  };
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      closable={false}
      centered
      width={720}
      footer={[
        <Button key="cancel" onClick={close}>
          {texts.cancel}
        </Button>,
        <Button
          key="apply"
          type="primary"
          disabled={preview === null || preview.refused !== null || (hasBookings && ofBookings === undefined)}
          loading={busy}
          onClick={() => void apply()}
        >
          {texts.apply}
        </Button>,
      ]}
    >
      {asked === null && <Skeleton active={false} paragraph={{ rows: 4 }} aria-label={texts.looking} />}
      {refused !== null && <Alert type="error" showIcon role="alert" title={refused} />}
      {preview !== null && hasBookings && (
        <section className="setup-bookings">
          <Alert
            type="warning"
            showIcon
            title={stranded.title(preview.bookings.length, new Set(preview.bookings.map(({ date }) => date)).size)}
            description={stranded.why}
          />
          <StrandedList bookings={preview.bookings} />
          <Radio.Group
            aria-label={stranded.whatOf}
            value={ofBookings}
            onChange={(event) => setOfBookings(event.target.value)}
            options={[
              { value: 'keep', label: stranded.keepHint },
              { value: 'cancel', label: stranded.cancelHint },
            ]}
          />
        </section>
      )}
      {preview !== null && preview.changes.length > 0 && (
        <>
          <p>{texts.willChange(preview.changes.length)}</p>
          <section
            className="setup-changes"
            aria-label={texts.willChange(preview.changes.length)}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
            tabIndex={0}
          >
            {preview.changes.map((change) => (
              <SetupChangeLines
                key={`${change.after.kind} ${'id' in change.after.value ? change.after.value.id : ''}`}
                change={change}
                speaker={speaker}
              />
            ))}
          </section>
        </>
      )}
    </Modal>
  );
}
