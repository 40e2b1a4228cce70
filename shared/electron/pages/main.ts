import type { OwnPageShell } from '../first-start.ts';
import { setupPage } from './setup-page.ts';
import { staffPage } from './staff-page.ts';

declare global {
  interface Window {
    /** Given by the preload, to our own pages only. */
    readonly clearcallOwn?: OwnPageShell;
  }
}

const main = document.querySelector('main');
const shell = window.clearcallOwn;
if (main === null || shell === undefined) throw new Error('this page belongs into a shell');
if (location.pathname === '/staff.html') staffPage(main, shell);
else void setupPage(main, shell);
