const freeTries = 5;
const lockedMs = 60_000;
/** Beyond so many, whoever is not locked out any more is forgotten. */
const mostKept = 10_000;

/** A few digits must not be tried through: after five wrong ones whoever tries waits a minute. `now`: UTC ms. */
export function createCodeTries<Who>(now: () => number) {
  const wrong = new Map<Who, { count: number; until: number }>();
  const forgetSome = () => {
    for (const [who, { until }] of wrong) if (until <= now()) wrong.delete(who);
  };
  return {
    allowed: (who: Who) => (wrong.get(who)?.until ?? 0) <= now(),
    count(who: Who, right: boolean) {
      if (right) {
        wrong.delete(who);
        return;
      }
      const count = (wrong.get(who)?.count ?? 0) + 1;
      wrong.set(who, count < freeTries ? { count, until: 0 } : { count: 0, until: now() + lockedMs });
      if (wrong.size > mostKept) forgetSome();
    },
  };
}
