import type { Notice } from '../../../shared/http.ts';
import { languageTags } from '../../../shared/languages.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { noticeWords } from '../../../shared/texts/notice.ts';

/** The sheet itself, in the visitor's language, whatever the clerk's is. */
export function NoticePaper({ notice }: { notice: Notice }) {
  const { language, hallName, hotline, number, zoneName, date } = notice;
  // One part for each service that has another visit to come.
  const parts = notice.next.map((next) => noticeWords({ number, zoneName, next, hotline }, language));
  return (
    <article className="notice-paper" lang={languageTags[language]}>
      <header>
        <span>{hallName[language]}</span>
        <span>
          {number} · {date}
        </span>
      </header>
      {parts.map(({ title, items, rows }) => (
        <section key={rows.map(({ value }) => value).join()}>
          <h1>{title}</h1>
          {items.length > 0 && (
            <ol>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          )}
          <dl>
            {rows.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <footer>
        <p>{parts[0]?.keep}</p>
        {hotline !== '' && <p>{commonTexts[language].hotline(hotline)}</p>}
      </footer>
    </article>
  );
}
