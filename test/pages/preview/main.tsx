import '../../../shared/browser/theme.css';
import '../../../shared/browser/fonts.ts';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../../../shared/browser/language.tsx';
import { Language } from '../../../shared/languages.ts';

// A fixture file `fixtures/board.tsx` exports `fixtures`: named pictures of that page. '#board/sixCalls/en' shows one.
const files = import.meta.glob<{ fixtures: Record<string, () => ReactElement> }>('../fixtures/*.tsx');

const element = document.getElementById('page');
if (element === null) throw new Error('index.html has no #page');
const root = createRoot(element);
let drawn = 0;

declare global {
  interface Window {
    /** Draws a fixture at once, for a page that measures itself: laid out and in its own font, though not yet painted. */
    drawNow: (fixture: string, language: Language) => Promise<void>;
  }
}
window.drawNow = async (fixture, language) => {
  const [page = '', name = ''] = fixture.split('/');
  const draw = (await files[`../fixtures/${page}.tsx`]?.())?.fixtures[name];
  if (draw === undefined) throw new Error(`no fixture ${fixture}`);
  drawn += 1;
  flushSync(() =>
    root.render(
      <LanguageProvider key={drawn} fixed={language}>
        {draw()}
      </LanguageProvider>,
    ),
  );
  // Laying it out is what asks for fonts.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
};

/** Draws what the address names; false if it names no fixture (a page may use '#' for itself). */
async function drawAddress(): Promise<boolean> {
  const { hash } = location;
  const [page = '', name = '', tag = 'zhHans'] = hash.slice(1).split('/');
  const load = files[`../fixtures/${page}.tsx`];
  const draw = load === undefined ? undefined : (await load()).fixtures[name];
  if (draw === undefined) return false;
  delete document.body.dataset.previewReady;
  drawn += 1;
  root.render(
    <LanguageProvider key={drawn} fixed={Language.parse(tag)}>
      {draw()}
    </LanguageProvider>,
  );
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  await document.fonts.ready;
  document.body.dataset.previewReady = hash;
  return true;
}

// Another fixture in the same tab is drawn at once, without loading everything anew.
addEventListener('hashchange', () => void drawAddress());
if (!(await drawAddress())) throw new Error(`no fixture ${location.hash}`);
