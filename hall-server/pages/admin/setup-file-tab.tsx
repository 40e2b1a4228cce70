import { Alert, Button, Radio } from 'antd';
import { Download, Upload } from 'lucide-react';
import { useId, useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { SetupFile, type SetupWish } from '../../../shared/http.ts';
import type { Setup } from '../../../shared/setup.ts';
import { type AdminSetupTexts, adminSetupTexts } from '../../../shared/texts/admin-setup.ts';
import type { Questions } from './questions.ts';
import { SetupDialog } from './setup-dialog.tsx';

/** The whole set-up out into a file, and in again; what it will change is shown first. */
export function SetupFileTab({ setup, questions }: { setup: Setup; questions: Questions }) {
  const texts = useTexts(adminSetupTexts);
  const fieldId = useId();
  const [others, setOthers] = useState<SetupWish['others']>('keep');
  const [file, setFile] = useState<SetupFile | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [wish, setWish] = useState<SetupWish | null>(null);
  const read = async (input: HTMLInputElement) => {
    const [chosen] = input.files ?? [];
    if (chosen === undefined) return;
    const found = fileOf(await chosen.text(), texts);
    // Chosen again after it was mended, the same name must be noticed.
    input.value = '';
    setFailure(typeof found === 'string' ? found : null);
    setFile(typeof found === 'string' ? null : found);
  };
  return (
    <div className="setup-file">
      <p className="admin-soft">{texts.fileHelp}</p>
      <Button icon={<Download size={18} aria-hidden />} href="/api/setup/file">
        {texts.export}
      </Button>
      <label className="setup-file-choose" htmlFor={fieldId}>
        <Upload size={18} aria-hidden />
        {texts.import}
        <input
          id={fieldId}
          type="file"
          accept=".json,application/json"
          onChange={(event) => void read(event.currentTarget)}
        />
      </label>
      {failure !== null && <Alert type="error" showIcon role="alert" title={failure} />}
      {file !== null && (
        <div className="setup-file-wish">
          <p>{texts.savedAt(file.savedAt)}</p>
          <Radio.Group
            aria-label={texts.others}
            value={others}
            onChange={(event) => setOthers(event.target.value)}
            options={[
              { value: 'keep', label: `${texts.others}: ${texts.keep}` },
              { value: 'switchOff', label: `${texts.others}: ${texts.switchOff}` },
            ]}
          />
          <Button type="primary" onClick={() => setWish({ entries: file.entries, others })}>
            {texts.import}
          </Button>
        </div>
      )}
      {wish !== null && (
        <SetupDialog title={texts.import} {...{ wish, setup, questions }} close={() => setWish(null)} />
      )}
    </div>
  );
}

/** The file, or what is wrong with it. */
function fileOf(text: string, texts: AdminSetupTexts): SetupFile | string {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return texts.notAFile;
  }
  const parsed = SetupFile.safeParse(read);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.find(({ path }) => path[0] === 'entries' && typeof path[1] === 'number');
  return wrong === undefined ? texts.notAFile : texts.wrongEntry(Number(wrong.path[1]) + 1);
}
