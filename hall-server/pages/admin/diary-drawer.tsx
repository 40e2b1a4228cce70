import { Alert, Button, Drawer, Popconfirm } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { addCut, type Cut, type DiaryWords, withCuts } from '../../../shared/diary.ts';
import type { DiaryReview } from '../../../shared/diary-views.ts';
import { languageTags } from '../../../shared/languages.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';
import { EditDiary } from './edit-diary.tsx';
import { PublishDiary } from './publish-diary.tsx';
import { type Tell, useTell } from './use-tell.ts';

interface DiaryDrawerProps {
  readonly one: DiaryReview;
  readonly send: Tell;
  readonly close: () => void;
}

/** One diary for its editor: the words as they were written, what would be left out, and the way to the public. */
export function DiaryDrawer({ one, send, close }: DiaryDrawerProps) {
  const { language, say } = useSpeech();
  const texts = officersAdminTexts[language];
  const words = diaryTexts[language];
  // Cuts are of these very words; when those change meanwhile, they begin anew.
  const [own, setOwn] = useState<{ of: number; cuts: readonly Cut[] } | null>(null);
  const cuts = own?.of === one.version ? own.cuts : one.cuts;
  const setCuts = (next: readonly Cut[]) => setOwn({ of: one.version, cuts: next });
  const { tell, failure } = useTell(send);
  const isPublished = one.status === 'published';
  return (
    <Drawer
      open
      size={1040}
      onClose={close}
      title={`${one.officerNo} · ${one.card?.name ?? ''} · ${say(one.serviceName)} · ${words.visitDay(one.day, one.half)}`}
      extra={
        <Popconfirm
          title={isPublished ? texts.withdrawSure : texts.eraseSure}
          okText={texts.yes}
          cancelText={texts.goBack}
          onConfirm={() => void tell({ type: 'withdrawDiary', ticketId: one.ticketId })}
        >
          <Button danger>{isPublished ? texts.withdraw : texts.erase}</Button>
        </Popconfirm>
      }
    >
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
      {one.isEdited && <Alert type="info" showIcon title={texts.waitsForOfficer} />}
      {one.words === null ? (
        <p>{texts.notHandedIn}</p>
      ) : (
        <div className="officers-review">
          <div>
            <Whole one={one} written={one.words} cuts={cuts} />
          </div>
          <div>
            {isPublished ? (
              <a href={`/diaries/${one.no}?lang=${language}`} target="_blank" rel="noopener">
                {texts.publicPage}
              </a>
            ) : (
              <>
                <EditDiary
                  {...{ one, cuts, send }}
                  story={one.words.story ?? ''}
                  cut={(next) => setCuts(addCut(cuts, next))}
                  undo={() => setCuts([])}
                />
                {one.status === 'approved' && <PublishDiary key={one.version} {...{ one, send }} written={one.words} />}
              </>
            )}
          </div>
        </div>
      )}
    </Drawer>
  );
}

/** As it would be published. */
function Whole({ one, written, cuts }: { one: DiaryReview; written: DiaryWords; cuts: readonly Cut[] }) {
  const { language } = useSpeech();
  const texts = diaryTexts[language];
  const own = languageTags[written.language];
  return (
    <section className="officers-whole">
      <h3>{officersAdminTexts[language].shownAs}</h3>
      {written.title !== null && <h4 lang={own}>{written.title}</h4>}
      <p lang={own}>{withCuts(written.story ?? '', cuts)}</p>
      {written.comparison !== null && (
        <>
          <h4>{texts.comparison}</h4>
          <p lang={own}>{written.comparison}</p>
        </>
      )}
      <dl>
        {written.score !== null && (
          <div>
            <dt>{texts.score}</dt>
            <dd>
              {texts.points(written.score)} {texts.outOfTen}
            </dd>
          </div>
        )}
        {(['gate', 'find', 'wait', 'service', 'total'] as const).map((step) => {
          const told = written.told[step];
          const measured = step === 'gate' || step === 'find' ? null : one.measured[step];
          if (told === null && measured === null) return null;
          return (
            <div key={step}>
              <dt>{texts.steps[step]}</dt>
              <dd>
                {told === null ? '–' : texts.toldMinutes(told)}
                {measured !== null && ` (${texts.measured} ${texts.minutes(measured)})`}
              </dd>
            </div>
          );
        })}
      </dl>
      {written.suggestions.length > 0 && (
        <>
          <h4>{texts.suggestions}</h4>
          <ol lang={own}>
            {written.suggestions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
