import { expect, test } from 'vitest';
import { sections } from '../../hall-server/pages/admin/admin-page.tsx';
import { languages } from '../../shared/languages.ts';
import { adminTexts } from '../../shared/texts/admin.ts';
import { seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

// Every entry of the menu and every tab in it, taken from the page itself: what is added there is looked at here.

const { page, draw } = await previewPage();

/** What an administrator sees beside the menu: a hall that has nothing yet, its guide, the wall, a fault, a quiet day. */
const others = ['first', 'todayBlank', 'todayEmpty', 'todayFirstCall', 'todayHelp', 'todayQuiet', 'wall', 'wallHelp'];

async function openTabs(): Promise<readonly string[]> {
  return page.locator('main').getByRole('tab').allInnerTexts();
}

test.each(languages)(
  'axe finds nothing in any section or tab of the administration (%s)',
  async (language) => {
    const found: string[] = [];
    const look = async (where: string) => {
      for (const fault of await seriousViolations(page)) found.push(`${where}: ${fault}`);
    };
    for (const section of sections) {
      await draw(`admin/each-${section}`, { language });
      const entry = page.locator('.admin-menu [aria-current=page]');
      expect(await entry.innerText(), section).toContain(adminTexts[language].sections[section]);
      await look(section);
      const [, ...tabs] = await openTabs();
      for (const tab of tabs) {
        await page.locator('main').getByRole('tab', { name: tab, exact: true }).click();
        await page.locator('main').getByRole('tabpanel', { name: tab, exact: true }).waitFor();
        await look(`${section}, ${tab}`);
      }
    }
    for (const fixture of others) {
      await draw(`admin/${fixture}`, { language });
      await look(fixture);
    }
    expect(found).toEqual([]);
  },
  240_000,
);

test('every tab of every section is reached by the keyboard alone', async () => {
  for (const section of sections) {
    await draw(`admin/each-${section}`);
    const tabs = await openTabs();
    if (tabs.length === 0) continue;
    const selected = page.locator('main').getByRole('tab', { selected: true });
    await selected.first().focus();
    for (const tab of tabs.slice(1)) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator('main').getByRole('tabpanel', { name: tab }).waitFor();
    }
    expect(await selected.first().innerText(), section).toContain(tabs.at(-1));
  }
});
