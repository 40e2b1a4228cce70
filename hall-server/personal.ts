import type { Command } from '../shared/commands.ts';
import type { Told } from './store/diary-rows.ts';
import type { Typed } from './store/typed-texts.ts';

/** What a person typed with a command, to be kept beside the journal; null when nothing was. */
export function typedIn(command: Command): Typed | null {
  switch (command.type) {
    case 'addToRating': {
      const { ticketId, text } = command;
      return text === null ? null : { ticketId, texts: [{ part: 'rating', text }], phone: null };
    }
    case 'agreeToCallBack':
      return { ticketId: command.ticketId, texts: [], phone: command.phone };
    case 'stepCase': {
      const texts = Object.entries(command.texts).map(([part, text]) => ({ part, text }));
      return texts.length === 0 ? null : { ticketId: command.ticketId, texts, phone: null };
    }
    case 'judgeFlag':
      return { ticketId: command.ticketId, texts: [{ part: 'note', text: command.note }], phone: null };
    default:
      return null;
  }
}

/** What is said of and by an experience officer, or to counters, with a command: kept where it can be erased, and nowhere else. */
export function toldIn(command: Command): Told | null {
  switch (command.type) {
    case 'enrolOfficer':
      return { of: 'officer', card: command.card };
    case 'writeDiary':
      return { of: 'words', words: command.words };
    case 'editDiary':
      return { of: 'note', note: command.note };
    case 'answerSuggestion':
      return { of: 'answer', answer: command.answer };
    case 'messageCounter':
      return { of: 'message', text: command.text };
    default:
      return null;
  }
}

/** The command without a word of anybody's: what may be hashed and remembered for ever. A short text could be found again by trying. */
export function withoutWords(command: Command): object {
  switch (command.type) {
    case 'addToRating':
      return { ...command, text: command.text !== null };
    case 'agreeToCallBack':
      return { ...command, phone: true };
    case 'stepCase':
      return { ...command, texts: Object.keys(command.texts).toSorted() };
    case 'judgeFlag':
      return { ...command, note: true };
    case 'messageCounter':
      return { ...command, text: true };
    case 'enrolOfficer':
      return { ...command, card: true };
    case 'writeDiary':
      return { ...command, words: true };
    case 'editDiary':
      return { ...command, note: command.note !== null };
    case 'answerSuggestion':
      return { ...command, answer: true };
    default:
      return command;
  }
}
