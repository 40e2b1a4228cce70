import { Button } from 'antd';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { adminExportTexts } from '../../../shared/texts/admin-export.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { Period } from './ratings-section.tsx';
import { useDownload } from './use-download.ts';
import { WorkShare } from './work-share.tsx';

const formats = ['xlsx', 'csv', 'json'] as const;

/** The table of a period as a file, in three formats; how far it is, and a way to stop it. */
export function ExportLinks({ what, period: { from, to } }: { what: 'ratings' | 'cases'; period: Period }) {
  const { language } = useSpeech();
  const texts = adminExportTexts[language];
  const { state, begin, stop } = useDownload('/api/ratings/export/progress');
  if (state.at === 'running') {
    return <WorkShare label={texts.writing} share={state.share} stop={stop} />;
  }
  return (
    <span className="ledger-exports">
      <span className="admin-soft">{texts[what]}</span>
      {formats.map((format) => (
        <Button
          key={format}
          type="link"
          size="small"
          onClick={() =>
            begin(
              `/api/ratings/export?what=${what}&format=${format}&from=${from}&to=${to}`,
              `${what}-${from}-${to}.${format}`,
            )
          }
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {state.at === 'failed' && (
        <span className="ledger-export-failed" role="alert">
          {texts.failed} {rejectionTexts[language][state.code]({})}
        </span>
      )}
    </span>
  );
}
