import type { VoiceLanguage } from '../../shared/languages.ts';
import { counterClips, digitClips, letterClips, type Pack } from './pack-contract.ts';

/** What a speaker reads for each clip. Also the script for recording a real voice. */
export interface Script extends Pick<Pack, 'sentence' | 'sentenceShown'> {
  readonly says: Readonly<Record<string, string>>;
}

const chineseSentences = {
  sentence: ['qing', '{number}', 'hao', '{pause}', 'dao', '{counter}', 'hao_chuangkou'],
  sentenceShown: ['qing', '{number}', 'hao', '{pause}', 'dao_suoshi_chuangkou'],
} as const;
const hanDigits = [...'零一二三四五六七八九'];
const englishDigits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const englishTeens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const englishTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

export const scripts: Readonly<Record<VoiceLanguage, Script>> = {
  'zh-Hans': {
    ...chineseSentences,
    says: {
      qing: '请',
      hao: '号',
      dao: '到',
      hao_chuangkou: '号窗口',
      dao_suoshi_chuangkou: '到屏幕所示窗口',
      yao: '幺',
      ...signs(hanDigits),
      // Its name in the pinyin alphabet, which nobody takes for 一 (yī) as the English name.
      E: '鹅',
      ...counters(hanNumber),
    },
  },
  yue: {
    ...chineseSentences,
    says: {
      qing: '請',
      hao: '號',
      dao: '到',
      hao_chuangkou: '號窗口',
      dao_suoshi_chuangkou: '到屏幕所示窗口',
      ...signs(hanDigits),
      ...counters(hanNumber),
    },
  },
  en: {
    sentence: ['ticket', '{number}', '{pause}', 'please_go_to_counter', '{counter}'],
    sentenceShown: ['ticket', '{number}', '{pause}', 'please_go_to_the_counter_shown'],
    says: {
      ticket: 'ticket',
      please_go_to_counter: 'please go to counter',
      please_go_to_the_counter_shown: 'please go to the counter shown',
      ...signs(englishDigits),
      ...counters(englishNumber),
    },
  },
};

function signs(digits: readonly string[]): Record<string, string> {
  const figures = digitClips.map((name, digit) => [name, digits[digit] ?? '']);
  return Object.fromEntries([...figures, ...letterClips.map((letter) => [letter, letter])]);
}

function counters(word: (n: number) => string): Record<string, string> {
  return Object.fromEntries(counterClips.map((name, i) => [name, word(i + 1)]));
}

/** 3 -> 三, 10 -> 十, 12 -> 十二, 30 -> 三十. */
function hanNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const units = n % 10;
  return `${tens > 1 ? hanDigits[tens] : ''}${tens > 0 ? '十' : ''}${units > 0 ? hanDigits[units] : ''}`;
}

function englishNumber(n: number): string {
  if (n < 10) return englishDigits[n] ?? '';
  if (n < 20) return englishTeens[n - 10] ?? '';
  const tens = englishTens[Math.floor(n / 10)] ?? '';
  return n % 10 === 0 ? tens : `${tens}-${englishDigits[n % 10]}`;
}
