import type { OfficerNo } from '../../shared/diary.ts';

const freeTries = 5;
const lockedMs = 60_000;

/** Four digits must not be tried through: after five wrong ones an officer waits a minute. `now`: UTC ms. */
export function createCodeTries(now: () => number) {
  const wrong = new Map<OfficerNo, { count: number; until: number }>();
  return {
    allowed: (who: OfficerNo) => (wrong.get(who)?.until ?? 0) <= now(),
    count(who: OfficerNo, right: boolean) {
      if (right) {
        wrong.delete(who);
        return;
      }
      const count = (wrong.get(who)?.count ?? 0) + 1;
      wrong.set(who, count < freeTries ? { count, until: 0 } : { count: 0, until: now() + lockedMs });
    },
  };
}
