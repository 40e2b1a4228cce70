import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { adminTexts } from '../../../shared/texts/admin.ts';

interface SectionTitleProps {
  /** Absent where a tab already says it. */
  readonly title?: string | undefined;
  readonly help: ReactNode;
  readonly mayEdit: boolean;
  /** The section's main button. */
  readonly children?: ReactNode;
}

/** What a section is for, and its one main button; who may only look is told why there is none. */
export function SectionTitle({ title, help, mayEdit, children }: SectionTitleProps) {
  const texts = useTexts(adminTexts);
  return (
    <div className="admin-title">
      <div>
        {title !== undefined && <h2>{title}</h2>}
        <p>{help}</p>
      </div>
      {mayEdit ? (
        children
      ) : (
        <p className="admin-look-only">
          <Info size={18} aria-hidden />
          {texts.lookOnly}
        </p>
      )}
    </div>
  );
}
