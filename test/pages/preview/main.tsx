import '../../../shared/browser/theme.css';
import '../../../shared/browser/fonts.ts';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../../../shared/browser/language.tsx';
import { Language } from '../../../shared/languages.ts';

// A fixture file `fixtures/board.tsx` exports `fixtures`: named pictures of that page. '#board/sixCalls/en' shows one.
const files = import.meta.glob<{ fixtures: Record<string, () => ReactElement> }>('../fixtures/*.tsx');

const element = document.getElementById('page');
if (element === null) throw new Error('index.html has no #page');
const root = createRoot(element);
let drawn = 0;

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
