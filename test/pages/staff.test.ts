import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '../../shared/languages.ts';
import { cutTexts, scrolls, seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

const { page, draw: show } = await previewPage();

/** The gate against a hall that answers each path with a status and a body; whatever else it asks fails. */
async function openGate(hall: Record<string, readonly [status: number, body: object]>) {
  await page.unrouteAll();
  await page.route('**/api/**', (route) => {
    const answer = hall[new URL(route.request().url()).pathname];
    return answer === undefined ? route.abort() : route.fulfill({ status: answer[0], json: answer[1] });
  });
  await show('staff/gate');
  return hall;
}

const me = { staffId: 'staff-liang', name: '梁*能', role: 'clerk' };
const name = { zhHans: '江海区行政服务中心', zhHant: '江海區行政服務中心', en: 'Jianghai' };
const hallCard = {
  hall: {
    name,
    timeZone: 'Asia/Shanghai',
    hotline: '12345',
    displayLanguages: ['zhHans'],
    phoneOrigin: null,
    demo: true,
  },
  version: '0.1.0',
  needsSetup: false,
  demoAccounts: [
    { login: 'clerk1', password: 'secret-clerk', role: 'clerk' },
    { login: 'admin', password: 'secret-admin', role: 'administrator' },
  ],
  demoDevices: [],
};

describe('the gate', () => {
  test('who is signed in goes straight in', async () => {
    await openGate({ '/api/me': [200, me] });
    await page.getByText('梁*能').waitFor();
  });

  test('a wrong password is said, and the form stays', async () => {
    await openGate({
      '/api/me': [401, { code: 'notSignedIn' }],
      '/api/hall': [200, hallCard],
      '/api/login': [401, { code: 'wrongLogin' }],
    });
    await page.getByRole('textbox', { name: '账号' }).fill('liang');
    await page.getByLabel('密码').fill('not-this');
    await page.keyboard.press('Enter');
    await page.getByText('账号或密码不对').waitFor();
    expect(await page.getByRole('textbox', { name: '账号' }).inputValue()).toBe('liang');
  });

  test('a demo account that suits the page is one tap; the others are not offered', async () => {
    await openGate({
      '/api/me': [401, { code: 'notSignedIn' }],
      '/api/hall': [200, hallCard],
      '/api/login': [200, me],
    });
    const login = page.waitForRequest('**/api/login');
    await page.getByRole('button', { name: 'clerk1' }).click();
    expect((await login).postDataJSON()).toEqual({ page: 'counter', login: 'clerk1', password: 'secret-clerk' });
    await page.getByText('梁*能').waitFor();
    expect(await page.getByRole('button', { name: 'admin' }).count()).toBe(0);
  });

  test('an account of another page is told so and may sign in anew', async () => {
    await openGate({ '/api/me': [403, { code: 'forbidden' }], '/api/hall': [200, hallCard] });
    await page.getByText('这个账号不能使用本页面').waitFor();
    await page.getByLabel('密码').waitFor();
  });

  test('an unreachable hall is said, and asked again', async () => {
    const hall = await openGate({});
    await page.getByRole('heading', { name: '连不上大厅服务器' }).waitFor();
    hall['/api/me'] = [200, me];
    await page.getByRole('button', { name: '立即重试' }).click();
    await page.getByText('梁*能').waitFor();
  });
});

describe('signing in', () => {
  test.each(languages)('the longest form fits a small laptop (%s)', async (language) => {
    await show('staff/pageNotAllowed', { language });
    expect(await scrolls(page)).toBe(false);
    expect(await cutTexts(page)).toEqual([]);
  });

  test.each(['demoLogin', 'unreachable', 'connecting'])('%s has no serious barrier', async (fixture) => {
    await show(`staff/${fixture}`);
    expect(await seriousViolations(page)).toEqual([]);
  });
});

test('antd is given the very colours of theme.css', async () => {
  const css = readFileSync('shared/browser/theme.css', 'utf8');
  const { palette } = await import('../../shared/browser/staff/antd-theme.ts');
  for (const [key, value] of Object.entries(palette)) {
    const property = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    expect(css).toContain(`${property}: ${value};`);
  }
});
