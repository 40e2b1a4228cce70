import { type Language, languageNames, languages, languageTags } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { type Html, html } from './html.ts';

export interface PublicPage {
  readonly title: string;
  readonly body: Html;
}

/** The built page with its language, title and contents put in: readable without a script. */
export function fillPage(template: string, language: Language, { title, body }: PublicPage): string {
  return template
    .replace(/<html[^>]*>/, () => `<html lang="${languageTags[language]}">`)
    .replace(/<title>[^<]*<\/title>/, () => html`<title>${title}</title>`.text)
    .replace('<!--page-->', () => body.text);
}

/** The head of every public page: whose it is, and the other languages of the same address. */
export function masthead(hallName: string, language: Language): Html {
  return html`
    <header class="public-masthead">
      <p>${hallName} · ${commonTexts[language].product}</p>
      <nav aria-label="语言 語言 Language">
        ${languages.map(
          (one) =>
            html`<a href="?lang=${one}" lang="${languageTags[one]}" ${one === language ? html`aria-current="true"` : null}>${languageNames[one]}</a>`,
        )}
      </nav>
    </header>`;
}
