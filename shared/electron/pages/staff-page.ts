import { languages, languageTags } from '../../languages.ts';
import { shellTexts } from '../../texts/shell.ts';
import type { OwnPageShell } from '../first-start.ts';
import { button, element, keypad } from './element.ts';

/** Long enough to read six figures off a phone; then the visitors have their screen back. */
const goBackAfterMs = 60_000;

/** Asks for the one-time code; the shell goes on by itself when it is right. In all languages at once: it is seen for seconds. */
export function staffPage(main: HTMLElement, shell: OwnPageShell): void {
  const all = (key: 'staffTitle' | 'staffHelp' | 'wrongCode' | 'cannotCheck') =>
    languages.map((language) => element('p', { lang: languageTags[language] }, shellTexts[language][key]));
  const texts = shellTexts.zhHans;
  const code = element('input', { type: 'text' });
  code.autocomplete = 'off';
  code.inputMode = 'numeric';
  code.setAttribute('aria-label', texts.code);
  const said = element('div', { class: 'bad', role: 'alert' });

  const enter = async () => {
    if (code.value === '') return;
    said.replaceChildren();
    const answer = await shell.staffCode(code.value);
    code.value = '';
    if (answer !== 'right') said.replaceChildren(...all(answer === 'wrong' ? 'wrongCode' : 'cannotCheck'));
  };
  code.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') void enter();
  });

  main.className = 'form';
  main.replaceChildren(
    element('header', {}, element('h1', {}, texts.staffTitle), element('div', { class: 'soft' }, ...all('staffHelp'))),
    element('section', { class: 'low' }, code, said),
    element('section', {}, keypad('123456789', code, 'digits'), keypad('0', code, 'digits zero')),
    element(
      'section',
      {},
      element(
        'div',
        { class: 'row' },
        button(`${texts.back} Back`, shell.back),
        button(`${texts.clear} Clear`, () => {
          code.value = '';
        }),
        button(`${texts.enter} OK`, () => void enter(), 'main'),
      ),
    ),
  );
  code.focus();
  setTimeout(shell.back, goBackAfterMs);
}
