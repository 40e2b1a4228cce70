import { describe, expect, test } from 'vitest';
import { demoSetup as setup } from '../../hall-server/demo/demo-hall.ts';
import { languages } from '../../shared/languages.ts';
import { adminTexts } from '../../shared/texts/admin.ts';
import { adminExportTexts } from '../../shared/texts/admin-export.ts';
import { adminExporterTexts } from '../../shared/texts/admin-exporter.ts';
import { diaryTexts } from '../../shared/texts/diary.ts';
import { flaggedTexts } from '../../shared/texts/flagged.ts';
import { ledgerTexts } from '../../shared/texts/ledger.ts';
import { officersAdminTexts } from '../../shared/texts/officers-admin.ts';
import { scrolls, sent, seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

const { page, draw: show } = await previewPage();

const draw = (language: (typeof languages)[number] = 'zhHans') => show('admin/ratings', { language });
const rows = () => page.locator('.ant-table-row');
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the ledger', () => {
  test.each(languages)(
    'fits a small laptop, reads in one language, and colour is never alone (%s)',
    async (language) => {
      const texts = ledgerTexts[language];
      await draw(language);
      await rows().first().waitFor();
      expect(await scrolls(page)).toBe(false);
      expect(await seriousViolations(page)).toEqual([]);
      // What is overdue stands on top, with a word and an icon.
      expect(await rows().first().innerText()).toContain(texts.over);
      expect(await rows().first().locator('svg').count()).toBe(1);
      expect(await rows().last().innerText()).toContain(texts.provisional);
      await page.getByRole('tab', { name: texts.figures }).click();
      await page.locator('.ledger-figures').waitFor();
      expect(await page.locator('.ledger-figures').innerText()).toContain(texts.tooFew);
      expect(await page.locator('.ledger-figures').innerText()).toContain('22 % (412/1840)');
      expect(await scrolls(page)).toBe(false);
    },
  );

  test('a file shows how far it is, can be stopped, and is kept whole or not at all', async () => {
    const texts = adminExportTexts.zhHans;
    let answer: (how: 'whole' | 'refused') => void = () => {};
    await page.route('**/api/ratings/export?*', async (route) => {
      const how = await new Promise<string>((settle) => {
        answer = settle;
      });
      if (how === 'refused') await route.fulfill({ status: 401, json: { code: 'notSignedIn' } }).catch(() => {});
      else await route.fulfill({ body: 'a,b' });
    });
    await page.route('**/api/ratings/export/progress?*', (route) => route.fulfill({ json: { done: 30, total: 120 } }));
    await draw();
    await button('CSV').click();
    await page.getByText('25%').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), answer('whole')]);
    expect(file.suggestedFilename()).toMatch(/^cases-\d{4}-\d\d-\d\d-.*\.csv$/);
    await button('XLSX').click();
    await page.getByText('25%').waitFor();
    await button(texts.stop).click();
    await button('XLSX').click();
    await page.getByText('25%').waitFor();
    answer('refused');
    await page.getByText(texts.failed).waitFor();
    await page.unroute('**/api/ratings/export?*');
    await page.unroute('**/api/ratings/export/progress?*');
  });

  test('a flagged rating counts again only by two: one proposes, another decides, whoever served neither', async () => {
    const texts = flaggedTexts.zhHans;
    await draw();
    await page.getByRole('tab', { name: texts.tab }).click();
    await page.getByText('A019').waitFor();
    expect(await scrolls(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByText(texts.amRated).waitFor();
    const say = async (open: string, words: string) => {
      await button(open).click();
      const dialog = page.getByRole('dialog');
      const go = dialog.getByRole('button', { name: words, exact: true });
      expect(await go.isDisabled(), 'without a reason').toBe(true);
      await dialog.getByLabel(texts.reason).fill('确认过');
      expect(await seriousViolations(page)).toEqual([]);
      await go.click();
      await dialog.waitFor({ state: 'detached' });
    };
    await say(`${texts.propose} A019`, texts.propose);
    await say(`${texts.decide} T011`, texts.approve);
    await say(`${texts.waits} T012`, texts.takeBack);
    const judged = { type: 'judgeFlag', note: '确认过' };
    expect(await sent(page)).toEqual([
      { ...judged, ticketId: 'ticket-A019', step: { kind: 'propose' } },
      { ...judged, ticketId: 'ticket-T011', step: { kind: 'decide', approve: true } },
      { ...judged, ticketId: 'ticket-T012', step: { kind: 'decide', approve: false } },
    ]);
  });

  test('a name in a text is blacked out by choosing it, or the text is erased after a question', async () => {
    const texts = ledgerTexts.zhHans;
    await draw();
    await button(`${texts.see} A012`).click();
    const said = page.locator('blockquote');
    await said.getByRole('button', { name: texts.blackOut }).click();
    expect(await seriousViolations(page)).toEqual([]);
    const field = said.locator('textarea');
    await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 2));
    await said.getByRole('button', { name: texts.blackOutChosen }).click();
    expect((await field.inputValue()).slice(0, 5)).toBe('██的屏幕');
    await said.getByRole('button', { name: texts.blackOutSave }).click();
    await said.getByRole('button', { name: texts.erase }).click();
    await page.getByText(texts.eraseAsk).waitFor();
    await page.locator('.ant-popover').getByRole('button', { name: texts.erase }).click();
    await expect
      .poll(() => page.evaluate(() => window.asked))
      .toEqual([
        { commandId: 'one', part: 'rating', shown: expect.stringMatching(/^██的屏幕/) },
        { commandId: 'one', part: 'rating', shown: null },
      ]);
  });

  test("the hall's own questions: words are changed, answers keep their ids, an empty answer is none", async () => {
    const texts = adminTexts.zhHans;
    await show('admin/ratingsForAdministrator', { language: 'zhHans' });
    await page.getByRole('tab', { name: ledgerTexts.zhHans.questions }).click();
    await page.getByRole('button', { name: /修改 叫号时/ }).click();
    const drawer = page.getByRole('dialog');
    const answer = (no: number) => drawer.getByLabel(`${texts.fields.answerNo(no)} 简体中文`);
    await answer(1).fill('');
    await button('保存').click();
    await drawer.getByText(texts.wrong.required).first().waitFor();
    expect(await sent(page)).toEqual([]);
    await answer(1).fill('都看清听清了');
    await button('保存').click();
    await expect.poll(() => sent(page)).toHaveLength(1);
    const [command] = await sent(page);
    const before = setup.localQuestions[0];
    expect(command).toMatchObject({
      type: 'saveSetup',
      entry: {
        kind: 'localQuestion',
        value: { id: before?.id, answers: before?.answers.map(({ id }) => ({ id })) },
      },
    });
    expect(JSON.stringify(command)).toContain('都看清听清了');
  });

  test.each(languages)('what became of ratings sent to a platform, and one more try at once (%s)', async (language) => {
    const texts = adminExporterTexts[language];
    await draw(language);
    await page.getByRole('tab', { name: texts.tab }).click();
    const shown = page.locator('main');
    await shown.getByText(texts.waits(3, '10:43')).waitFor();
    expect(await shown.innerText()).toMatch(/platform\.example[\s\S]*1804[\s\S]*12[\s\S]*77 · .*422/);
    expect(await scrolls(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    await page.evaluate(() => window.asked?.splice(0));
    await button(texts.tryNow).click();
    await expect.poll(() => page.evaluate(() => window.asked?.at(-1))).toBe('exportNow');
  });

  test('a filter shows what it counts', async () => {
    const texts = ledgerTexts.zhHans;
    await draw();
    for (const [name, count] of [
      [texts.over, 1],
      [texts.late, 1],
      [texts.ended, 2],
      [texts.all, 6],
    ] as const) {
      await page.locator('.ant-segmented-item', { hasText: name }).click();
      await expect.poll(() => rows().count()).toBe(count);
    }
  });

  test('a case says what happened; a step needs its choice and its words before it can be taken', async () => {
    const texts = ledgerTexts.zhHans;
    await draw();
    await button(`${texts.see} A012`).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('坐在后面看不清号码').waitFor();
    expect(await drawer.innerText()).toMatch(/办理中[\s\S]*11\s*分钟/);
    await button(texts.steps.feedBack).click();
    const submit = drawer.locator('button[type="submit"]');
    expect(await submit.isDisabled()).toBe(true);
    await drawer.getByText(texts.choices.told).click();
    expect(await submit.isDisabled()).toBe(true);
    await drawer.locator('textarea').fill('已电话说明');
    await submit.click();
    await expect
      .poll(() => sent(page))
      .toEqual([
        {
          ...{ type: 'stepCase', ticketId: 'ticket-A012', step: { kind: 'feedBack', how: 'told' } },
          texts: { note: '已电话说明' },
        },
      ]);
  });
});

describe('experience officers', () => {
  const texts = officersAdminTexts.zhHans;
  const words = diaryTexts.zhHans;
  const dialog = () => page.getByRole('dialog');
  const officers = () => show('admin/officers', { language: 'zhHans' });

  test('a whole name stays in the form: its mask is sent, and no consent is ticked beforehand', async () => {
    await officers();
    await button(texts.enrol).first().click();
    await dialog().getByLabel(texts.fullName).fill('买买提·艾力');
    await dialog().getByText(texts.keptName('买****力')).waitFor();
    expect(await dialog().locator('input[type=checkbox]:checked').count()).toBe(0);
    const enrol = dialog().getByRole('button', { name: texts.enrol });
    expect(await enrol.isDisabled()).toBe(true);
    await dialog().getByText(words.consentSays.keep).click();
    await enrol.click();
    const card = { name: '买****力', sex: null, ageBand: null, occupation: null };
    await expect.poll(() => sent(page)).toEqual([{ type: 'enrolOfficer', card, consent: ['keep'] }]);
  });

  test('an editor leaves out what is selected, and publishes only after looking at all that may identify', async () => {
    await officers();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('tab', { name: texts.diaries }).click();
    await button(`${texts.see} A022`).click();
    const publish = dialog().getByRole('button', { name: texts.publish, exact: true });
    expect(await publish.isDisabled()).toBe(true);
    // What the page found stands beside what to look for.
    await dialog().getByText('五邑路').last().waitFor();
    for (const tick of await dialog().locator('.officers-publish input').all()) await tick.check();
    await publish.click();

    const cut = { from: 16, to: 28 };
    await dialog()
      .locator('#diary-story')
      .evaluate((story, { from, to }) => (story as HTMLTextAreaElement).setSelectionRange(from, to), cut);
    await dialog().getByRole('button', { name: texts.cut }).click();
    await dialog().getByText('[…]', { exact: false }).first().waitFor();
    await dialog().getByRole('button', { name: texts.saveEdit }).click();
    const of = { ticketId: 'ticket-A022', version: 2 };
    await expect
      .poll(() => sent(page))
      .toEqual([
        { type: 'publishDiary', ...of },
        { type: 'editDiary', ...of, cuts: [cut], note: null },
      ]);
  });

  test('nothing is declined without a reason', async () => {
    await officers();
    await page.getByRole('tab', { name: texts.suggestions }).click();
    await button(texts.answerIt).click();
    await dialog().getByText(words.states.declined).click();
    const save = dialog().getByRole('button', { name: texts.save });
    expect(await save.isDisabled()).toBe(true);
    await dialog().getByLabel(texts.reason).fill('本大厅无权决定，已转达。');
    await save.click();
    const answer = { wording: null, answer: '本大厅无权决定，已转达。' };
    const of = { ticketId: 'ticket-A022', suggestionId: 'sign' };
    await expect.poll(() => sent(page)).toEqual([{ type: 'answerSuggestion', ...of, state: 'declined', answer }]);
  });
});
