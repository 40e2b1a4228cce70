import { describe, expect, it, test } from 'vitest';
import { fromDoorToEnd, measure } from '../../hall-server/diaries/timeline.ts';
import { addCut, Cuts, DiaryWords, MaskedName, noWords, withCuts } from '../../shared/diary.ts';
import { identifying } from '../../shared/identifying.ts';
import { maskName } from '../../shared/mask-name.ts';

const names = ['王伟', '梁大能', '欧阳娜娜', '买买提·艾力', 'Li', '能', '𠮷田', '阿Q', 'John Smith'];

describe('a name', () => {
  test.each(names)('%s is refused whole and taken masked', (name) => {
    expect(MaskedName.safeParse(name).success).toBe(false);
    expect(MaskedName.parse(maskName(name))).toBe(maskName(name));
  });

  it.each(['', 'L**i*', '王*伟明', '*\n', '梁**能 能', 'Liang*neng'])('%j is no masked name', (name) => {
    expect(MaskedName.safeParse(name).success).toBe(false);
  });
});

describe('cuts', () => {
  const story = '我叫梁大能，在江门开店。';

  it('are marked, and the words around them stay as they were', () => {
    expect(withCuts(story, [])).toBe(story);
    expect(withCuts(story, [{ from: 2, to: 5 }])).toBe('我叫[…]，在江门开店。');
    expect(
      withCuts(story, [
        { from: 0, to: 2 },
        { from: 7, to: 9 },
      ]),
    ).toBe('[…]梁大能，在[…]开店。');
  });

  it('that touch become one', () => {
    const one = addCut([], { from: 2, to: 4 });
    expect(addCut(one, { from: 4, to: 6 })).toEqual([{ from: 2, to: 6 }]);
    const two = addCut(one, { from: 8, to: 9 });
    expect(two).toEqual([
      { from: 2, to: 4 },
      { from: 8, to: 9 },
    ]);
    expect(addCut(two, { from: 3, to: 8 })).toEqual([{ from: 2, to: 9 }]);
    expect(Cuts.safeParse(two).success).toBe(true);
    expect(Cuts.safeParse([...two].toReversed()).success).toBe(false);
  });
});

describe('words', () => {
  const words = noWords('zhHans');

  it.each([9, 9.5, 0, 10])('score %d of ten', (score) => {
    expect(DiaryWords.parse({ ...words, score }).score).toBe(score);
  });

  it.each([9.3, -0.5, 10.5, '9'])('score %j is none', (score) => {
    expect(DiaryWords.safeParse({ ...words, score }).success).toBe(false);
  });

  it('no suggestion has the name of another', () => {
    const one = { id: 'sign', text: '大一点' };
    expect(DiaryWords.safeParse({ ...words, suggestions: [one, one] }).success).toBe(false);
  });
});

test('what may identify somebody in spite of the mask is found', () => {
  const text = '我叫梁大能，26岁，在五邑路开了两家美宜佳便利店，电话 138 0013 8000，接待我的陈主任很耐心。';
  const kinds = identifying(text).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['name', 'age', 'place', 'number', 'others']));
  expect(identifying('等了大约三十分钟，十分钟办好，打九分。')).toEqual([]);
});

describe('what the record says of a visit', () => {
  const minute = 60_000;
  const at = (n: number) => n * minute;

  it('T13: issued 14:03, called 14:33, begun 14:34, finished 14:44', () => {
    const legs = [
      { status: 'waiting' as const, from: at(3), to: at(33) },
      { status: 'called' as const, from: at(33), to: at(34) },
      { status: 'serving' as const, from: at(34), to: at(44) },
    ];
    expect(measure(legs)).toMatchObject({ wait: 30, walk: 1, service: 10, total: 41, calledAt: at(33) });
    const told = {
      ...noWords('en').told,
      gate: { minutes: 1, how: 'under' as const },
      find: { minutes: 2, how: 'under' as const },
    };
    expect(fromDoorToEnd(measure(legs), told)).toBe(45);
  });

  it('every leg counts; time on hold is in the whole and in no part', () => {
    const legs = [
      { status: 'waiting' as const, from: at(0), to: at(10) },
      { status: 'called' as const, from: at(10), to: at(11) },
      { status: 'serving' as const, from: at(11), to: at(16) },
      { status: 'held' as const, from: at(16), to: at(26) },
      { status: 'serving' as const, from: at(26), to: at(29) },
    ];
    expect(measure(legs)).toMatchObject({ wait: 10, walk: 1, service: 8, total: 29 });
  });

  it('a visit that is not over has no end, and one that was never called no wait', () => {
    const waiting = [{ status: 'waiting' as const, from: at(0), to: null }];
    expect(measure(waiting)).toMatchObject({ wait: null, walk: null, service: null, total: null, endedAt: null });
    expect(fromDoorToEnd(measure(waiting), noWords('en').told)).toBeNull();
  });
});
