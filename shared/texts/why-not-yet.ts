import type { Language } from '../languages.ts';
import type { WhyNotYet } from '../views.ts';
import { words } from './words.ts';

interface WhyTexts {
  readonly ask: string;
  readonly noLongerWaits: string;
  readonly nobodyServes: string;
  readonly reserved: (counter: string) => string;
  readonly callsToGo: (calls: number) => string;
  readonly notBefore: (time: string) => string;
  readonly next: (counter: string) => string;
  readonly ahead: (counter: string, people: number) => string;
  readonly manyAhead: (counter: string, people: number) => string;
  readonly busyWith: (counter: string, number: string) => string;
  readonly before: (numbers: readonly string[], more: number) => string;
  readonly because: (number: string, reason: string) => string;
  readonly ownTurn: (reason: string) => string;
}

const zhHans: WhyTexts = {
  ask: '为什么还没叫到？',
  noLongerWaits: '这张号票已不在等候。',
  nobodyServes: '现在没有开放的窗口办理它的队列，窗口开放后才会叫到。',
  reserved: (counter) => `只由 ${counter} 号窗口叫号。`,
  callsToGo: (calls) => `过号恢复或推后，要先叫本队列 ${calls} 个号。`,
  notBefore: (time) => `约定 ${time} 以后再叫。`,
  next: (counter) => `${counter} 号窗口的下一位就是它。`,
  ahead: (counter, people) => `${counter} 号窗口最先轮到它，前面还有 ${people} 人。`,
  manyAhead: (counter, people) => `${counter} 号窗口前面至少还有 ${people} 人。`,
  busyWith: (counter, number) => `${counter} 号窗口现在是 ${number}。`,
  before: (numbers, more) => `先叫：${numbers.join('、')}${more === 0 ? '' : `，另有 ${more} 人`}。`,
  because: (number, reason) => `${number}（${reason}）`,
  ownTurn: (reason) => `轮到它的依据：${reason}。`,
};

const zhHant: WhyTexts = {
  ask: '為什麼還沒叫到？',
  noLongerWaits: '這張號票已不在等候。',
  nobodyServes: '現在沒有開放的窗口辦理它的隊列，窗口開放後才會叫到。',
  reserved: (counter) => `只由 ${counter} 號窗口叫號。`,
  callsToGo: (calls) => `過號恢復或推後，要先叫本隊列 ${calls} 個號。`,
  notBefore: (time) => `約定 ${time} 以後再叫。`,
  next: (counter) => `${counter} 號窗口的下一位就是它。`,
  ahead: (counter, people) => `${counter} 號窗口最先輪到它，前面還有 ${people} 人。`,
  manyAhead: (counter, people) => `${counter} 號窗口前面至少還有 ${people} 人。`,
  busyWith: (counter, number) => `${counter} 號窗口現在是 ${number}。`,
  before: (numbers, more) => `先叫：${numbers.join('、')}${more === 0 ? '' : `，另有 ${more} 人`}。`,
  because: (number, reason) => `${number}（${reason}）`,
  ownTurn: (reason) => `輪到它的依據：${reason}。`,
};

const en: WhyTexts = {
  ask: 'Why not called yet?',
  noLongerWaits: 'This ticket is no longer waiting.',
  nobodyServes: 'No open counter serves its queue now; it is called once one opens.',
  reserved: (counter) => `Only counter ${counter} may call it.`,
  callsToGo: (calls) => `Put back or postponed: ${calls} more of its queue are called first.`,
  notBefore: (time) => `Agreed not to be called before ${time}.`,
  next: (counter) => `It is next at counter ${counter}.`,
  ahead: (counter, people) => `Its turn comes first at counter ${counter}, after ${people} others.`,
  manyAhead: (counter, people) => `At least ${people} go before it at counter ${counter}.`,
  busyWith: (counter, number) => `Counter ${counter} has ${number} now.`,
  before: (numbers, more) => `Before it: ${numbers.join(', ')}${more === 0 ? '' : ` and ${more} more`}.`,
  because: (number, reason) => `${number} (${reason})`,
  ownTurn: (reason) => `Its turn will come by: ${reason}.`,
};

export const whyTexts: Readonly<Record<Language, WhyTexts>> = { zhHans, zhHant, en };

const named = 6;

/** The answer in sentences, the most important first. `clockTime`: a UTC ms on the hall's clock. */
export function whyInWords(
  { counter, reservedFor, callsToGo, notBefore }: WhyNotYet,
  language: Language,
  clockTime: (at: number) => string,
): readonly string[] {
  const texts = whyTexts[language];
  const { callReasons } = words[language];
  const said: string[] = [];
  if (notBefore !== null) said.push(texts.notBefore(clockTime(notBefore)));
  else if (counter === null) said.push(texts.nobodyServes);
  else if (counter.before.length === 0) said.push(texts.next(counter.label));
  else if (counter.reason === null) said.push(texts.manyAhead(counter.label, counter.before.length));
  else said.push(texts.ahead(counter.label, counter.before.length));
  if (reservedFor !== null) said.push(texts.reserved(reservedFor));
  if (callsToGo > 0) said.push(texts.callsToGo(callsToGo));
  if (counter === null || notBefore !== null) return said;
  if (counter.busyWith !== null) said.push(texts.busyWith(counter.label, counter.busyWith));
  const numbers = counter.before.slice(0, named).map((one) => texts.because(one.number, callReasons[one.reason]));
  if (numbers.length > 0) said.push(texts.before(numbers, counter.before.length - numbers.length));
  if (counter.reason !== null) said.push(texts.ownTurn(callReasons[counter.reason]));
  return said;
}
