import { useSpeech } from '../../../shared/browser/language.tsx';
import { adminImportTexts } from '../../../shared/texts/admin-import.ts';

export interface Problem {
  readonly line: number;
  readonly why: string;
}

const mostShown = 200;

/** Lines that are not booked, by their number in the file, and why. */
export function ImportProblems({ problems }: { problems: readonly Problem[] }) {
  const texts = adminImportTexts[useSpeech().language];
  if (problems.length === 0) return null;
  return (
    <section
      className="stranded-list"
      aria-label={texts.problems}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.line}</th>
            <th scope="col">{texts.why}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, mostShown).map(({ line, why }) => (
            <tr key={`${line} ${why}`}>
              <td>{line}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > mostShown && <p className="admin-soft">{texts.more(problems.length - mostShown)}</p>}
    </section>
  );
}
