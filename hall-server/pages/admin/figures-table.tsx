import { Button, Popover, Table, type TableColumnsType } from 'antd';
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { Figures, Spread, VisitFigures } from '../../../shared/figures.ts';
import { type FiguresTexts, figuresTexts } from '../../../shared/texts/figures.ts';

export type FigureName = keyof FiguresTexts['figures'];

/** A figure's name with its definition one press away. */
export function Defined({ name, children }: { name: FigureName; children?: ReactNode }) {
  const { language } = useSpeech();
  const texts = figuresTexts[language];
  const [word = '', definition] = texts.figures[name];
  return (
    <span className="figures-defined">
      {children ?? word}
      <Popover trigger="click" title={word} content={<p className="figures-definition">{definition}</p>}>
        <Button type="text" size="small" aria-label={texts.define(word)} icon={<Info size={16} aria-hidden />} />
      </Popover>
    </span>
  );
}

export const minutesOf = (ms: number | null, texts: FiguresTexts) =>
  ms === null ? texts.noFigure : texts.minutes((ms / 60_000).toFixed(ms < 600_000 ? 1 : 0));
export const shareOf = (n: number, of: number, texts: FiguresTexts) =>
  of === 0 ? texts.noFigure : `${Math.round((n * 100) / of)} %`;

interface FiguresTableProps {
  readonly figures: Figures;
  readonly nameOf: (key: string) => string;
  /** The visits of one group alone, told apart by something else. */
  readonly lookInto: (key: string) => void;
}
type Line = VisitFigures & { readonly key: string; readonly name: string };

/** The groups of a period, each with the same figures. */
export function FiguresTable({ figures, nameOf, lookInto }: FiguresTableProps) {
  const { language } = useSpeech();
  const texts = figuresTexts[language];
  const lines: readonly Line[] = figures.groups.map((group) => ({ ...group, name: nameOf(group.key) }));
  const time = (figure: 'waiting' | 'walking' | 'service' | 'total', which: 'mean' | 'median' | 'p90') => ({
    key: `${figure} ${which}`,
    title: texts[which],
    align: 'end' as const,
    render: (_: unknown, line: Line) => minutesOf((line[figure] as Spread)[which], texts),
  });
  const columns: TableColumnsType<Line> = [
    {
      key: 'name',
      title: texts.breakdowns[figures.query.by],
      render: (_, { key, name }) =>
        figures.query.of === undefined ? (
          <>
            <Button type="link" className="figures-group" title={texts.lookInto(name)} onClick={() => lookInto(key)}>
              {name}
            </Button>
            <span className="figures-on-paper">{name}</span>
          </>
        ) : (
          name
        ),
    },
    { key: 'arrivals', title: <Defined name="arrivals" />, align: 'end', dataIndex: 'arrivals' },
    {
      key: 'waiting',
      title: <Defined name="waiting" />,
      children: [time('waiting', 'mean'), time('waiting', 'median'), time('waiting', 'p90')],
    },
    {
      key: 'within',
      title: <Defined name="withinTarget" />,
      align: 'end',
      render: (_, { withinTarget: { n, of } }) => shareOf(n, of, texts),
    },
    {
      key: 'service',
      title: <Defined name="service" />,
      children: [time('service', 'mean'), time('service', 'median')],
    },
    { key: 'total', title: <Defined name="total" />, children: [time('total', 'median')] },
    {
      key: 'noShow',
      title: <Defined name="noShow" />,
      align: 'end',
      render: (_, { noShow, called }) => shareOf(noShow, called, texts),
    },
    {
      key: 'kept',
      title: <Defined name="kept" />,
      align: 'end',
      render: (_, { promise: { kept, later, sooner } }) => shareOf(kept, kept + later + sooner, texts),
    },
  ];
  return (
    <>
      <Table<Line> rowKey="key" size="small" pagination={false} dataSource={[...lines]} columns={columns} />
      {figures.hidden > 0 && <p className="admin-soft">{texts.hidden(figures.hidden)}</p>}
    </>
  );
}
