import type { Figures, Spread, VisitFigures } from '../../shared/figures.ts';
import type { Row, Table } from '../export/row-file.ts';

const times = ['waiting', 'walking', 'service', 'total'] as const;
const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 100) / 10);
const spread = (name: string, { n, mean, median, p90 }: Spread): Row => ({
  [`${name}N`]: n,
  [`${name}MeanSeconds`]: seconds(mean),
  [`${name}MedianSeconds`]: seconds(median),
  [`${name}P90Seconds`]: seconds(p90),
});

/** One line a group, and one for all; times in seconds. `nameOf`: a group as people know it. */
export function figuresTable({ query, all, groups }: Figures, nameOf: (key: string) => string): Table {
  const lines = [
    lineOf(query.by, query.of === undefined ? 'all' : `all of ${query.of} ${query.key}`, '', all),
    ...groups.map(({ key, ...figures }) => lineOf(query.by, key, nameOf(key), figures)),
  ];
  async function* rows() {
    yield* lines;
  }
  return { columns: Object.keys(lines[0] ?? {}), rows: rows() };
}

function lineOf(by: string, key: string, name: string, figures: VisitFigures): Row {
  const { waiting, walking, service, total, withinTarget, promise, ...counts } = figures;
  const spreads = { waiting, walking, service, total };
  return {
    ...{ by, key, name },
    ...counts,
    ...Object.assign({}, ...times.map((one) => spread(one, spreads[one]))),
    ...{ withinTarget: withinTarget.n, withinTargetOf: withinTarget.of },
    ...{ promiseKept: promise.kept, promiseLater: promise.later, promiseSooner: promise.sooner },
  };
}
