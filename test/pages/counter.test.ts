import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../shared/languages.ts';
import { helpTexts } from '../../shared/texts/help.ts';
import { messagesTexts } from '../../shared/texts/messages.ts';
import { words } from '../../shared/texts/words.ts';
import { cutTexts, scrolls, sent, seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

const { page, draw: show } = await previewPage();

async function open(fixture: string, language: Language = 'zhHans') {
  await show(`counter/${fixture}`, { language });
}

async function press(...keys: readonly string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

describe('the glass of a small laptop', () => {
  for (const fixture of [
    'calledThrice',
    'serving',
    'several',
    'longLine',
    'refused',
    'choosingFree',
    'helpAnswered',
    'message',
    'messageLongest',
    'helpCalled',
    'pausedByManager',
    'closedByManager',
  ]) {
    test.each(languages)(`${fixture}: nothing scrolls, nothing is cut (%s)`, async (language) => {
      await open(fixture, language);
      expect(await scrolls(page)).toBe(false);
      expect(await cutTexts(page)).toEqual([]);
    });
  }

  test.each(['f', 't', 'a', 'h', 'w'])('the dialog of key %s fits too, in the longest language', async (key) => {
    await open(key === 'w' ? 'called' : 'several', 'en');
    await press(key);
    await page.getByRole('dialog').waitFor();
    expect(await cutTexts(page)).toEqual([]);
  });

  test.each(languages)('where and why it is passed on fits (%s)', async (language) => {
    await open('several', language);
    await press('t', '4', 'Enter');
    await page.locator('.choice-further').waitFor();
    expect(await cutTexts(page)).toEqual([]);
  });

  test('a number of five signs is as large as the panel allows', async () => {
    await open('calledThrice');
    const number = page.locator('.at-counter-number');
    expect(await number.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThan(
      90,
    );
    expect(await number.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  });

  test('a line longer than the page says how many more wait', async () => {
    await open('longLine');
    const rows = await page.locator('.waiting-line li').count();
    expect(rows).toBeGreaterThan(6);
    await page.getByText(`另有 ${83 - rows} 人`).waitFor();
  });
});

const a012 = 'ticket-A012';
const finish = { type: 'finish', ticketId: a012, externalCaseNo: null, collectOn: null };

describe('a visit for several services', () => {
  test('Enter goes on here with the next one; what is done and to come stands beside', async () => {
    await open('several');
    const present = await page.locator('.at-counter').innerText();
    expect(present).toMatch(/还要办\s*营业执照变更登记、/);
    await page.getByRole('button', { name: /办好，接着办下一项/ }).waitFor();
    await press('Enter');
    expect(await sent(page)).toEqual([{ ...finish, outcome: 'accepted', next: 'here' }]);
  });

  test('where this counter cannot, Enter passes it on', async () => {
    await open('passingOn');
    await page.getByRole('button', { name: /办好，转去下一项/ }).waitFor();
    await press('Enter');
    expect(await sent(page)).toEqual([{ ...finish, outcome: 'accepted', next: 'passOn' }]);
  });

  test('with another outcome it is asked what comes next, by keyboard too', async () => {
    await open('several');
    await press('f');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 项都不办了').click();
    expect(await seriousViolations(page)).toEqual([]);
    await press('4');
    expect(await sent(page)).toEqual([{ ...finish, outcome: 'consulted', next: 'end' }]);
  });

  test('more are added by typing, and taken off', async () => {
    await open('several');
    await press('a');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^不办/ }).first().click();
    await dialog.getByRole('combobox').fill('发票');
    await press('Enter');
    expect(await sent(page)).toEqual([
      { type: 'dropService', ticketId: a012, serviceId: 'licenceChange' },
      { type: 'addService', ticketId: a012, serviceId: 'taxInvoice' },
    ]);
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('whoever steps aside may be given a time to be back, and is told apart when it has passed', async () => {
    await open('several');
    expect(await page.locator('.set-aside').innerText()).toMatch(/A006[\s\S]*应已回来[\s\S]*A008[\s\S]*前回来/);
    await press('h');
    await page.getByRole('dialog').getByText('20', { exact: true }).click();
    await press('1');
    expect(await sent(page)).toEqual([{ type: 'hold', ticketId: a012, reason: 'missingPaper', returnInMinutes: 20 }]);
  });

  test('it is passed on to the end of a line, or with a colleague', async () => {
    await open('several');
    await press('t');
    await page.getByRole('dialog').getByRole('textbox').fill('4');
    await press('Enter');
    await page.getByText('队尾').click();
    await page.getByRole('checkbox', { name: /跟着这位同事/ }).check();
    expect(await seriousViolations(page)).toEqual([]);
    await press('4');
    expect(await sent(page)).toMatchObject([{ type: 'transfer', target: { to: 'staff' }, place: { at: 'last' } }]);
  });
});

describe('what was said of a clerk’s own work', () => {
  test('is a sum, with the response rate beside it; a score of fewer than five is not shown, and why', async () => {
    const figure = { key: 'me', ratable: 40, rated: 10, scored: 9, flagged: 1, invalid: 0, meanWithFlagged: 4.5 };
    const answers = [
      { status: 503, body: '{}' },
      { body: JSON.stringify({ ...figure, mean: 4.67, levels: [0, 0, 1, 1, 7] }) },
      { body: JSON.stringify({ ...figure, rated: 3, scored: 3, mean: null, levels: null }) },
    ];
    const asked: string[] = [];
    await page.route('**/api/ratings/mine**', (route) => {
      asked.push(new URL(route.request().url()).search);
      return route.fulfill({ contentType: 'application/json', ...answers.shift() });
    });
    await open('free');
    await page.getByRole('button', { name: '我的评价' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: '再试一次' }).click();
    await drawer.getByText('4.67').waitFor();
    const rows = (await drawer.locator('dl').innerText()).replaceAll(/\s+/g, ' ');
    expect(rows).toMatch(/可评价的办理 40 已评价 10 参评率 25 % 计分数 9 平均分.* 4\.67 非常满意 7/);
    expect(await seriousViolations(page)).toEqual([]);
    await press('Enter');
    expect(await sent(page), 'keys call nobody meanwhile').toEqual([]);
    await drawer.getByText('近 90 天').click();
    await drawer.getByText(/少于 5 条，不显示分数/).waitFor();
    expect(await drawer.innerText()).not.toContain('非常满意');
    expect(asked).toEqual([
      '?from=2026-10-24&to=2026-11-23',
      '?from=2026-10-24&to=2026-11-23',
      '?from=2026-08-25&to=2026-11-23',
    ]);
    await page.unroute('**/api/ratings/mine**');
  });
});

describe('what the manager does is told at the counter', () => {
  const help = helpTexts.zhHans;
  test('called for help: why, since when, and who is coming', async () => {
    await open('helpCalled');
    const tile = page.locator('.action-tile-wide');
    await tile.getByText(help.called(words.zhHans.helpReasons.systemTrouble)).waitFor();
    await tile.getByText(help.waiting(2)).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await open('helpAnswered');
    await tile.getByText(help.coming('黄丽华')).waitFor();
  });

  test('a message stands under the header until it is read, and as it was typed', async () => {
    const own = messagesTexts.zhHans;
    await open('message');
    const bar = page.locator('.message-bar');
    await bar.getByText(own.from('黄丽华', '10:39')).waitFor();
    await bar.getByText('<b>市级检查组 11 点到</b>', { exact: false }).waitFor();
    await bar.getByText(own.more(1)).waitFor();
    expect(await bar.locator('b, script').count()).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
    await bar.getByRole('button', { name: own.read }).click();
    await press('Enter');
    expect(await sent(page), 'and Enter is again the next step').toMatchObject([
      { type: 'readMessage', messageId: 'message-1' },
      { type: 'finish' },
    ]);
  });

  test('paused, moved to another profile, closed: by whom', async () => {
    await open('pausedByManager');
    await page.locator('.at-counter').getByText(help.pausedBy('黄丽华')).waitFor();
    await page.locator('header').getByText(help.profileBy('黄丽华')).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await open('closedByManager');
    await page
      .getByRole('status')
      .getByText(help.closedBy('3', '黄丽华', '10:37'))
      .waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await open('paused');
    expect(await page.getByText('黄丽华').count(), 'not after the own pause').toBe(0);
  });
});

describe('an errand of more than one visit', () => {
  test('incomplete: every missing paper is ticked and told at once', async () => {
    await open('servingWithPapers');
    await page.keyboard.press('f');
    await page.keyboard.press('5');
    await page.getByText('经营者身份证原件').click();
    await page.getByText('设立登记申请书').click();
    await page.getByRole('button', { name: /告知 2 项/ }).click();
    expect(await sent(page)).toEqual([{ ...finish, outcome: 'incomplete', missing: ['id', 'form'] }]);
  });

  test('whoever has to come again is told on paper, in the language of the ticket, and nothing else is printed', async () => {
    const notice = {
      ...{ language: 'en', hotline: '12345', date: '2026-11-22', number: 'A012' },
      hallName: { zhHans: '江海区行政服务中心', zhHant: '江海區行政服務中心', en: 'Jianghai Service Centre' },
      zoneName: { zhHans: 'A区', zhHant: 'A區', en: 'Zone A' },
      next: [
        {
          for: 'material',
          serviceName: { zhHans: '设立登记', zhHant: '設立登記', en: 'Registration' },
          materials: [{ zhHans: '身份证', zhHant: '身份證', en: 'Identity card' }],
          open: null,
        },
      ],
    };
    const answers = [{ status: 503, body: '{}' }, { body: JSON.stringify(notice) }];
    await page.route('**/api/errands/notice?ticketId=ticket-A012', (route) =>
      route.fulfill({ contentType: 'application/json', ...answers.shift() }),
    );
    await open('finishing');
    await page.evaluate(() =>
      Object.assign(window, { print: () => document.body.setAttribute('data-printed', 'yes') }),
    );
    await press('f', '5');
    await page.getByText('没有取到内容').waitFor();
    await press('1');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Identity card').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.locator('body').innerText();
    await page.emulateMedia({ media: null });
    expect(seen).toMatch(/^Jianghai Service Centre\s+A012 · 2026-11-22\s+Next time, please bring\s+Identity card/);
    expect(seen).not.toMatch(/\p{Script=Han}/u);
    await press('1');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
    expect(await page.locator('.notice-print').count()).toBe(0);
    await page.unroute('**/api/errands/notice?ticketId=ticket-A012');
  });

  test('a visit that is done is followed by no paper', async () => {
    await open('finishing');
    await press('Enter');
    await page.getByText('下一位', { exact: false }).first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('the slip of an earlier visit, scanned or typed with its day, makes the two one errand', async () => {
    const asked: unknown[] = [];
    await page.route('**/api/errands/find*', (route) => {
      asked.push(route.request().postDataJSON());
      const name = { zhHans: '个体设立', zhHant: '個體設立', en: 'Sole trader' };
      return route.fulfill({
        json: {
          ticketId: 'ticket-earlier',
          number: 'A007',
          date: '2026-11-17',
          serviceName: name,
          outcome: 'incomplete',
        },
      });
    });
    await open('serving');
    await page.keyboard.press('f');
    const link = '7Q2M4X9KD1WJ8RT5VB3NC6HGFA';
    await page.getByLabel(/扫那张号票/).fill(`HTTP://HALL:8080/T/#${link}`);
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText(/A007.*2026-11-17.*材料不全/).waitFor();
    await page.getByRole('button', { name: '归为同一件' }).click();
    expect(asked).toEqual([{ link }]);
    expect(await sent(page)).toEqual([
      { type: 'joinCase', ticketId: 'ticket-A012', earlierTicketId: 'ticket-earlier' },
    ]);
    await page.unroute('**/api/errands/find*');
    await open('servingJoined');
    await page.keyboard.press('f');
    await page.getByText('与以前来办的是同一件').waitFor();
  });
});

describe('every key does what is written on its button', () => {
  const table: readonly [fixture: string, keys: readonly string[], command: object][] = [
    ['free', ['Enter'], { type: 'callNext' }],
    ['free', ['Space'], { type: 'callNext' }],
    ['free', ['p', '2'], { type: 'pauseCounter', reason: 'lunch' }],
    ['free', ['c', '1'], { type: 'closeCounter' }],
    ['free', ['g', '2'], { type: 'resume', ticketId: 'ticket-A011' }],
    ['free', ['b', '1'], { type: 'acceptMissed', ticketId: 'ticket-A007' }],
    ['free', ['b', '3'], { type: 'putBackMissed', ticketId: 'ticket-A005' }],
    ['message', ['y'], { type: 'readMessage', messageId: 'message-1' }],
    ['free', ['q', '3'], { type: 'callForHelp', reason: 'systemTrouble' }],
    ['serving', ['q', '4'], { type: 'callForHelp', reason: 'medical' }],
    ['paused', ['q', '5'], { type: 'callForHelp', reason: 'security' }],
    ['helpCalled', ['q', '1'], { type: 'endHelp', counterId: 'counter-3' }],
    ['paused', ['Enter'], { type: 'resumeCounter' }],
    ['paused', ['p'], { type: 'resumeCounter' }],
    ['called', ['Enter'], { type: 'startService', ticketId: a012 }],
    ['called', ['s'], { type: 'startService', ticketId: a012 }],
    ['called', ['R'], { type: 'recall', ticketId: a012 }],
    ['called', ['w', '2'], { type: 'withdrawCall', ticketId: a012, reason: 'counterProblem' }],
    ['missable', ['m'], { type: 'markMissed', ticketId: a012 }],
    ['serving', ['Enter'], { ...finish, outcome: 'accepted' }],
    ['serving', ['f', '5'], { ...finish, outcome: 'incomplete' }],
    ['serving', ['f', 'Numpad7'], { ...finish, outcome: 'other' }],
    ['serving', ['h', '1'], { type: 'hold', ticketId: a012, reason: 'missingPaper' }],
    [
      'serving',
      ['t', 't', 'Enter', '2'],
      { type: 'transfer', ticketId: a012, target: { to: 'queue', queueId: 'T' }, reason: 'nextStep' },
    ],
    [
      'serving',
      ['t', '1', '2', 'Enter', '1'],
      { type: 'transfer', ticketId: a012, target: { to: 'counter', counterId: 'counter-12' }, reason: 'otherService' },
    ],
  ];
  test.each(table)('%s: %j', async (fixture, keys, command) => {
    await open(fixture);
    await press(...keys);
    expect(await sent(page)).toEqual([command]);
  });

  test('in a dialog the arrows walk, Enter chooses', async () => {
    await open('serving');
    await press('f');
    await page.locator('.choice-list button:focus').waitFor();
    await press('ArrowDown', 'Enter');
    expect(await sent(page)).toEqual([{ ...finish, outcome: 'instant' }]);
  });

  test.each<[fixture: string, key: string]>([
    ['called', 'm'],
    ['called', 'f'],
    ['missable', 'r'],
    ['serving', 's'],
    ['serving', 'p'],
    ['nobody', 'Enter'],
    ['nobody', 'b'],
    ['lost', 'Enter'],
    ['lost', 'r'],
  ])('%s: %s is not possible and does nothing', async (fixture, key) => {
    await open(fixture);
    await press(key);
    expect(await sent(page)).toEqual([]);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('one wish, one command', () => {
  test('a key held down sends one', async () => {
    await open('called');
    for (let pressed = 0; pressed < 20; pressed += 1) await page.keyboard.down('r');
    await page.keyboard.up('r');
    expect(await sent(page)).toHaveLength(1);
  });

  test('Enter held down on a focused button sends one', async () => {
    await open('called');
    await page.getByRole('button', { name: /^重呼/ }).focus();
    for (let pressed = 0; pressed < 20; pressed += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await sent(page)).toEqual([{ type: 'recall', ticketId: a012 }]);
  });

  test('a double press sends one', async () => {
    await open('free');
    await press('Enter', 'Enter');
    expect(await sent(page)).toHaveLength(1);
  });

  test('a double click sends one', async () => {
    await open('free');
    await page.getByRole('button', { name: '叫下一位' }).dblclick();
    expect(await sent(page)).toHaveLength(1);
  });

  test('after a click, Enter is the next step and not that button again', async () => {
    await open('called');
    await page.getByRole('button', { name: /^重呼/ }).click();
    await expect
      .poll(async () => {
        await press('Enter');
        return (await sent(page)).at(-1);
      })
      .toEqual({ type: 'startService', ticketId: a012 });
  });

  test('letters and figures typed into a field stay there', async () => {
    await open('serving');
    await press('f');
    await page.getByLabel('办件编号').click();
    await page.keyboard.type('JM-2026r3 证');
    expect(await page.getByLabel('办件编号').inputValue()).toBe('JM-2026r3');
    expect(await sent(page)).toEqual([]);
    await page.getByRole('button', { name: '即办' }).click();
    expect(await sent(page)).toEqual([{ ...finish, outcome: 'instant', externalCaseNo: 'JM-2026r3' }]);
  });

  test('Esc leaves a dialog without doing anything, and the keys work again', async () => {
    await open('serving');
    await press('h', 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await sent(page)).toEqual([]);
    await press('h', '2');
    expect(await sent(page)).toHaveLength(1);
  });
});

describe('choosing a counter', () => {
  test('the keyboard is on it from the first moment', async () => {
    await open('choosing');
    const focused = page.locator('input[name="counter"]:focus');
    await focused.waitFor();
    await open('choosingFree');
    await focused.and(page.locator(':checked')).waitFor();
  });

  test('the one used last is chosen; Enter opens it with its usual work profile', async () => {
    await open('choosingFree');
    await page.getByRole('radio', { name: '5' }).focus();
    await press('Enter');
    expect(await sent(page)).toEqual([{ type: 'openCounter', counterId: 'counter-5', workProfileId: 'licence' }]);
  });

  test('one that is in use is taken over, and that is said first', async () => {
    await open('choosingTaken');
    await page.getByText('接管后').waitFor();
    await page.getByRole('button', { name: '接管 1 号窗口' }).click();
    expect(await sent(page)).toEqual([{ type: 'takeOverCounter', counterId: 'counter-1' }]);
  });
});

describe('for everybody', () => {
  test.each(['called', 'serving', 'choosingFree', 'choosingTakenOver', 'lost', 'refused'])(
    '%s has no serious barrier',
    async (fixture) => {
      await open(fixture);
      expect(await seriousViolations(page)).toEqual([]);
    },
  );

  test.each(['f', 't'])('nor has the dialog of key %s', async (key) => {
    await open('serving');
    await press(key);
    await page.getByRole('dialog').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('a refusal is announced and says what to do', async () => {
    await open('refused');
    expect(await page.getByRole('alert').textContent()).toContain('请标记过号或撤回叫号');
  });

  test('the calendar speaks the page’s language', async () => {
    await open('serving');
    await press('f');
    await page.getByLabel('领证日期').click();
    await page.getByRole('columnheader', { name: '一', exact: true }).first().waitFor();
  });
});
