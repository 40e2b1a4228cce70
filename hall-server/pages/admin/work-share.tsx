import { Button, Progress } from 'antd';
import { useTexts } from '../../../shared/browser/language.tsx';
import { adminExportTexts } from '../../../shared/texts/admin-export.ts';

interface WorkShareProps {
  /** What is being done. */
  readonly label: string;
  readonly share: number | null;
  readonly stop: () => void;
}

/** How far long work is, and a way to stop it. */
export function WorkShare({ label, share, stop }: WorkShareProps) {
  const texts = useTexts(adminExportTexts);
  return (
    <span className="ledger-exports" role="status">
      <Progress
        aria-label={label}
        className="ledger-export-share"
        percent={Math.floor((share ?? 0) * 100)}
        status="normal"
        size="small"
      />
      <Button onClick={stop}>{texts.stop}</Button>
    </span>
  );
}
