import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { readImport, textOf } from '../../hall-server/pages/admin/read-import.ts';
import { languages } from '../../shared/languages.ts';
import { adminImportTexts } from '../../shared/texts/admin-import.ts';
import { seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

const services = demoSetup.services.filter(({ appointments }) => appointments !== null);
const name = '个体工商户设立登记';
const read = (text: string) => {
  const found = readImport(text, { services });
  return found.ok
    ? found.lines.map((one) =>
        'row' in one ? `${one.row.date} ${one.row.slot} ${one.row.reference}` : `${one.line} ${one.wrong}`,
      )
    : found.fault;
};

describe('reading a file', () => {
  test('as spreadsheets write it: names or ids, dates and times in their ways, several people in one line', () => {
    expect(
      read(
        [
          '\uFEFF事项,日期,时段,人数,对方编号',
          `${name},2026/9/3,9:30,,WX-1`,
          'licence-new-individual,2026年9月3日,09:30:00,3,WX-2',
          '',
          `"${name}",2026-09-03,9:30-10:00,1,`,
        ].join('\r\n'),
      ),
    ).toEqual([
      '2026-09-03 09:30 WX-1',
      '2026-09-03 09:30 WX-2',
      '2026-09-03 09:30 WX-2-2',
      '2026-09-03 09:30 WX-2-3',
      '2026-09-03 09:30 null',
    ]);
  });

  test.each([
    ['Service\tDate\tTime\nRegistering a sole trader\t2026-09-03\t09:30', ['2026-09-03 09:30 null']],
    ['service;date;time\nlicence-new-individual;2026-09-03;09:30', ['2026-09-03 09:30 null']],
    ['reference,slot,date,service\nA1,09:30,2026-09-03,licence-new-individual', ['2026-09-03 09:30 A1']],
  ])('parted and ordered otherwise: %s', (text, lines) => expect(read(text)).toEqual(lines));

  test('what is wrong, by its line', () => {
    const lines = [
      'service,date,slot,count,reference',
      'tax-invoice,2026-09-03,09:30,,',
      'licence-new-individual,2026-02-30,09:30,,',
      'licence-new-individual,2026-09-03,half past,,',
      'licence-new-individual,2026-09-03,09:30,1000,',
      'licence-new-individual,2026-09-03,09:30,,王五',
      'licence-new-individual,2026-09-03,09:30,,440701199001011234',
      'licence-new-individual,2026-09-03,09:30,,A1',
      'licence-new-individual,2026-09-03,10:30,,A1',
    ];
    expect(read(lines.join('\n'))).toEqual([
      ...['2 service', '3 date', '4 slot', '5 count', '6 reference', '7 reference'],
      '2026-09-03 09:30 A1',
      '9 sameReference',
    ]);
  });

  test.each([
    ['', 'empty'],
    ['事项,日期,时段', 'empty'],
    ['a,b,c\n1,2,3', 'noHeads'],
    [`service,date,slot,count\n${'licence-new-individual,2026-09-03,09:30,200\n'.repeat(16)}`, 'tooMany'],
  ])('no file of bookings: %s', (text, fault) => expect(read(text)).toBe(fault));

  test('UTF-8 with and without its mark, and GB 18030', () => {
    const utf8 = new TextEncoder().encode('事项');
    expect(textOf(utf8)).toBe('事项');
    expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])).replace(/^\uFEFF/, '')).toBe('事项');
    // As Excel in China saves it.
    expect(textOf(new Uint8Array([0xca, 0xc2, 0xcf, 0xee]))).toBe('事项');
  });
});

const { page, draw } = await previewPage();
const open = async (language: (typeof languages)[number] = 'zhHans') => {
  await draw('admin/servicesImport', { language });
  await page.getByRole('tab', { name: adminImportTexts[language].tab }).click();
  return adminImportTexts[language];
};
const put = (text: string) =>
  page
    .locator('.import-bookings input[type=file]')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const line = (slot: string, reference: string) => `licence-new-individual,2026-12-01,${slot},1,${reference}\n`;
const heads = 'service,date,slot,count,reference\n';

describe('importing', () => {
  test.each(languages)(
    'says what would be written, what is there already, what cannot be and why (%s)',
    async (language) => {
      const texts = await open(language);
      await put(
        `${heads}${line('10:00', 'WX-1')}${line('10:30', 'WX-2')}${line('12:30', 'WX-3')}${line('late', 'WX-4')}${line('11:00', '')}`,
      );
      await page.getByText(texts.sum(2, 1, 2)).waitFor();
      await page.getByText(texts.unnamed(1)).waitFor();
      expect(await page.locator('.import-bookings tbody tr td:first-child').allInnerTexts()).toEqual(['4', '5']);
      expect(await seriousViolations(page)).toEqual([]);
      if (language !== 'en')
        expect((await page.locator('.import-bookings').innerText()).replaceAll(/CSV|UTF|GB|late/g, '')).not.toMatch(
          /[A-Za-z]{2,}/,
        );
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    },
  );

  test('is written in parts, and the codes are given once', async () => {
    const texts = await open();
    await put(heads + Array.from({ length: 250 }, (_, n) => line('10:00', `N-${n}`)).join(''));
    await page.getByRole('button', { name: texts.write(250) }).click();
    await page.getByRole('button', { name: texts.saveCodes(250) }).waitFor();
    await page.getByText(texts.codesOnce).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: texts.saveCodes(250) }).click(),
    ]);
    const rows = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(rows[0]).toBe('\uFEFF对方编号,事项,日期,时段,预约码');
    expect(rows[1]).toBe(`N-0,${name},2026-12-01,10:00,4821 0000`);
    expect(rows).toHaveLength(251);
  });

  test('a file that is none says so', async () => {
    const texts = await open();
    await put('hello');
    await page.getByRole('alert').filter({ hasText: texts.file.noHeads }).waitFor();
  });

  test('the template is read back as it was written', async () => {
    const texts = await open();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: texts.template }).click(),
    ]);
    const found = readImport(textOf(readFileSync(await download.path())), { services });
    expect(found).toMatchObject({ ok: true, lines: [{ row: { slot: '10:00', reference: 'WX-0001' } }] });
  });
});
