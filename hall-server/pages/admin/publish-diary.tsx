import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { type DiaryWords, withCuts } from '../../../shared/diary.ts';
import type { DiaryReview } from '../../../shared/diary-views.ts';
import { type IdentifyingKind, identifying, identifyingKinds } from '../../../shared/identifying.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officersAdminTexts } from '../../../shared/texts/officers-admin.ts';
import { type Tell, useTell } from './use-tell.ts';

/** A person goes through what may identify somebody in spite of the mask; what the page found stands beside it. */
export function PublishDiary({ one, written, send }: { one: DiaryReview; written: DiaryWords; send: Tell }) {
  const { language } = useSpeech();
  const texts = officersAdminTexts[language];
  const words = diaryTexts[language];
  const { tell, failure, sending } = useTell(send);
  const [seen, setSeen] = useState<readonly IdentifyingKind[]>([]);
  const all = [
    ...[written.title, withCuts(written.story ?? '', one.cuts), written.comparison, one.note],
    ...written.suggestions.map(({ text }) => text),
  ];
  const found = identifying(all.filter((part) => part !== null).join('\n'));
  const hints = (kind: IdentifyingKind) => [
    ...new Set(found.filter((hint) => hint.kind === kind).map((hint) => hint.found)),
  ];
  if (!one.mayPublish) return <Alert type="warning" showIcon title={texts.consentMissing} />;
  return (
    <section className="officers-publish">
      <h3>{texts.checklist}</h3>
      <Checkbox.Group
        className="officers-ticks"
        value={[...seen]}
        options={identifyingKinds.map((value) => ({
          value,
          label: (
            <>
              {words.identifying[value]}{' '}
              {hints(value).length === 0 ? (
                <span className="admin-soft">{texts.notFound}</span>
              ) : (
                <strong className="officers-found">
                  {texts.found} {hints(value).join(' · ')}
                </strong>
              )}
            </>
          ),
        }))}
        onChange={(ticked) => setSeen(identifyingKinds.filter((kind) => ticked.includes(kind)))}
      />
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
      {seen.length < identifyingKinds.length && <p className="admin-soft">{texts.tickAll}</p>}
      <Button
        type="primary"
        size="large"
        block
        disabled={seen.length < identifyingKinds.length}
        loading={sending}
        onClick={() => void tell({ type: 'publishDiary', ticketId: one.ticketId, version: one.version })}
      >
        {texts.publish}
      </Button>
    </section>
  );
}
