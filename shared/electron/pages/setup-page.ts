import { type Language, languageNames, languages, languageTags } from '../../languages.ts';
import { shellTexts } from '../../texts/shell.ts';
import type { FirstStart, FoundHall, OwnPageShell, Tried } from '../first-start.ts';
import { button, element, keypad } from './element.ts';

const lookEveryMs = 2_000;
const signs = '1234567890qwertyuiopasdfghjkl-zxcvbnm.:/';

type Step = 'entering' | 'trying' | 'badAddress' | Tried;

/** Which hall does this box belong to? Chosen from those heard on the network, or typed; then its certificate, then its task. */
export async function setupPage(main: HTMLElement, shell: OwnPageShell): Promise<void> {
  let language: Language = 'zhHans';
  let step: Step = 'entering';
  let start: FirstStart = await shell.firstStart();
  const address = element('input', { type: 'text' });
  address.spellcheck = false;
  address.autocomplete = 'off';
  address.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') void tryHall(address.value);
  });

  const show = (next: Step) => {
    step = next;
    draw();
  };
  const tryHall = async (typed: string) => {
    if (step === 'trying' || typed.trim() === '') return;
    show('trying');
    const tried = await shell.tryHall(typed);
    // A box with one task has nothing more to ask.
    const [only, another] = start.choices;
    const settled = tried.outcome === 'hall' && tried.encrypted && another === undefined;
    if (settled && only !== undefined) return shell.takeHall(only);
    show(tried);
  };

  const draw = () => {
    const texts = shellTexts[language];
    document.documentElement.lang = languageTags[language];
    address.placeholder = texts.addressExample;
    address.setAttribute('aria-label', texts.address);
    const switcher = languages.map((one) =>
      element(
        'button',
        {
          type: 'button',
          lang: languageTags[one],
          pressed: one === language,
          onClick: () => {
            language = one;
            draw();
          },
        },
        languageNames[one],
      ),
    );
    main.className = 'form';
    main.replaceChildren(
      element('header', {}, element('div', { class: 'row' }, ...switcher), element('h1', {}, texts.setupTitle)),
      ...(isAnswer(step) ? answer(step) : entry()),
    );
    if (!isAnswer(step)) address.focus();
  };

  const entry = () => {
    const texts = shellTexts[language];
    const said =
      typeof step === 'string' ? '' : texts[step.outcome === 'wrongCertificate' ? 'wrongCertificate' : 'noHall'];
    const last = element('div', { class: 'row' });
    last.append(
      button(texts.erase, () => {
        address.value = address.value.slice(0, -1);
      }),
      button(texts.clear, () => {
        address.value = '';
      }),
      ...(start.byStaff ? [button(texts.back, shell.back), button(texts.close, shell.leave)] : []),
      button(texts.connect, () => void tryHall(address.value), 'main'),
    );
    return [
      element('section', {}, element('p', { class: 'soft' }, texts.setupHelp), halls(start.halls)),
      element('section', { class: 'low' }, element('h2', {}, texts.address), address, status(said)),
      element('section', {}, keypad(signs, address, 'letters'), last),
    ];
  };

  const status = (said: string) => {
    const texts = shellTexts[language];
    return step === 'trying'
      ? element('p', { class: 'soft', role: 'status' }, texts.trying)
      : element('p', { class: 'bad', role: 'alert' }, said);
  };

  const halls = (heard: readonly FoundHall[]) => {
    const texts = shellTexts[language];
    if (heard.length === 0) return element('p', { class: 'soft halls' }, texts.searching);
    const choices = heard
      .slice(0, 4)
      .map(({ name, address: at }) =>
        element(
          'button',
          { type: 'button', onClick: () => void tryHall(at) },
          element('strong', {}, name),
          element('span', { class: 'soft' }, at),
        ),
      );
    return element('div', { class: 'halls' }, ...choices);
  };

  const answer = (tried: Exclude<Tried, { outcome: 'noHall' | 'wrongCertificate' }>) => {
    const texts = shellTexts[language];
    const again = button(texts.back, () => show('entering'));
    if (tried.outcome === 'unknownCertificate') {
      return [
        element(
          'section',
          {},
          element('h2', {}, tried.address),
          element('p', {}, texts.unknownCertificate),
          element('p', { class: 'fingerprint' }, tried.fingerprint),
        ),
        element(
          'section',
          { class: 'low' },
          button(texts.doNotTrust, () => show('entering')),
          button(texts.trust, () => show({ outcome: 'hall', address: tried.address, encrypted: true }), 'main'),
        ),
      ];
    }
    return [
      element(
        'section',
        {},
        element('h2', {}, tried.address),
        ...(tried.encrypted ? [] : [element('p', { class: 'soft' }, texts.notEncrypted)]),
      ),
      element(
        'section',
        { class: 'low' },
        element('h2', {}, texts.useAs),
        ...start.choices.map((page) => button(texts.pages[page], () => void shell.takeHall(page), 'main')),
        again,
      ),
    ];
  };

  draw();
  setInterval(async () => {
    start = await shell.firstStart();
    // Only the list: whoever is typing or comparing is not disturbed.
    main.querySelector('.halls')?.replaceWith(halls(start.halls));
  }, lookEveryMs);
}

function isAnswer(step: Step): step is Exclude<Tried, { outcome: 'noHall' | 'wrongCertificate' }> {
  return typeof step === 'object' && step.outcome !== 'noHall' && step.outcome !== 'wrongCertificate';
}
