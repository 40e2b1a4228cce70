import { z } from 'zod';
import { afterFailure, FailureHistory, type Recovery } from './relaunch-policy.ts';
import { readJson, writeJson } from './shell-settings.ts';

const Book = z.record(z.string(), FailureHistory);

/** What went wrong in each window, over relaunches too: a shell that forgot would relaunch for ever. */
export function openFailureBook(path: string, log: (line: string) => void): (slot: string, now: number) => Recovery {
  const { value: book, broken } = readJson(path, Book, {});
  if (broken !== null) log(`${path} was unreadable and has been put aside: ${broken}`);
  return (slot, now) => {
    const { answer, history } = afterFailure(book[slot] ?? [], now);
    book[slot] = history;
    try {
      writeJson(path, book);
    } catch (error) {
      log(`${path} cannot be written: ${error}`);
      // What cannot be remembered cannot be limited: no relaunch then.
      if (answer === 'relaunch') return 'askDesk';
    }
    return answer;
  };
}
