import { ArrowLeft } from 'lucide-react';
import { useRef, useState } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { DiaryView, OfficerView } from '../../../shared/diary-views.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officerTexts } from '../../../shared/texts/officer.ts';
import { ApproveDiary } from './approve-diary.tsx';
import { AskFirst } from './ask-first.tsx';
import { DiaryForm, type SaveFirst } from './diary-form.tsx';
import type { Send } from './officer-page.tsx';

interface OneDiaryProps {
  readonly view: OfficerView;
  readonly diary: DiaryView;
  readonly mayPublish: boolean;
  readonly send: Send;
  readonly back: () => void;
}

/** The diary of one visit: what the record says of it, then writing, or reading over what would be published. */
export function OneDiary({ view, diary, mayPublish, send, back }: OneDiaryProps) {
  const { language, say } = useSpeech();
  const texts = officerTexts[language];
  const words = diaryTexts[language];
  // After the editor's change it is to be read first; otherwise a draft is to be written.
  const [writing, setWriting] = useState(diary.status === 'draft' && !diary.isEdited);
  const saveFirst = useRef<SaveFirst>(null);
  // Whatever was typed is saved on the way back; if it cannot be, one stays and reads why.
  const leave = async () => {
    if (saveFirst.current === null || (await saveFirst.current())) back();
  };
  const withdraw = () => send({ type: 'withdrawDiary', ticketId: diary.ticketId });
  const isPublished = diary.status === 'published';
  const show = (next: boolean) => {
    setWriting(next);
    scrollTo(0, 0);
  };
  return (
    <>
      <button type="button" className="officer-back" onClick={() => void leave()}>
        <ArrowLeft aria-hidden />
        {texts.back}
      </button>
      <p className="officer-soft">{words.visitDay(diary.day, diary.half)}</p>
      <h1>
        {diary.number} {say(diary.serviceName)}
      </h1>
      <Record diary={diary} timeZone={view.hall.timeZone} />
      {writing && !isPublished ? (
        <DiaryForm {...{ diary, send, saveFirst }} preview={() => show(false)} />
      ) : (
        <ApproveDiary {...{ view, diary, mayPublish, send }} change={() => show(true)} />
      )}
      <AskFirst
        label={isPublished ? texts.withdraw : texts.erase}
        help={isPublished ? texts.withdrawHelp : texts.eraseHelp}
        act={withdraw}
      />
    </>
  );
}

/** The clock times of the visit, and how long each part took. */
function Record({ diary: { measured, doorToEnd }, timeZone }: { diary: DiaryView; timeZone: string }) {
  const { language } = useSpeech();
  const texts = officerTexts[language];
  const words = diaryTexts[language];
  const moments = (['issuedAt', 'calledAt', 'startedAt', 'endedAt'] as const).flatMap((moment) => {
    const at = measured[moment];
    return at === null ? [] : [{ moment, time: clockTime(at, timeZone) }];
  });
  const parts = (['wait', 'service', 'total'] as const).flatMap((step) => {
    const minutes = measured[step];
    return minutes === null ? [] : [{ step, minutes }];
  });
  return (
    <section className="officer-record" aria-label={texts.recordTitle}>
      <dl>
        {moments.map(({ moment, time }) => (
          <div key={moment}>
            <dt>{texts[moment]}</dt>
            <dd>{time}</dd>
          </div>
        ))}
      </dl>
      <dl className="officer-parts">
        {parts.map(({ step, minutes }) => (
          <div key={step}>
            <dt>{words.steps[step]}</dt>
            <dd>{words.minutes(minutes)}</dd>
          </div>
        ))}
      </dl>
      {measured.total === null && <p className="officer-soft">{texts.notOver}</p>}
      {doorToEnd !== null && doorToEnd !== measured.total && (
        <p className="officer-soft">{words.doorToEnd(doorToEnd)}</p>
      )}
    </section>
  );
}
