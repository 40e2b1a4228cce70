import { Alert, Skeleton } from 'antd';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { figuresTexts } from '../../../shared/texts/figures.ts';

interface FiguresChartProps {
  readonly option: EChartsCoreOption;
  readonly label: string;
  /** px */
  readonly height: number;
}

/** Loaded with the first chart: whoever looks at no figures does not pay for them. */
async function loadCharts() {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([charts.LineChart, charts.BarChart, charts.HeatmapChart, renderers.CanvasRenderer]);
  core.use([components.GridComponent, components.LegendComponent, components.TooltipComponent]);
  core.use([components.VisualMapComponent]);
  return core;
}

/** A picture of numbers that stand in a table as well. */
export function FiguresChart({ option, label, height }: FiguresChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const texts = useTexts(figuresTexts);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    let made: EChartsType | null = null;
    const watch = new ResizeObserver(() => made?.resize());
    loadCharts().then(
      (core) => {
        if (!wanted || place.current === null) return;
        made = core.init(place.current);
        watch.observe(place.current);
        setChart(made);
      },
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
      watch.disconnect();
      made?.dispose();
    };
  }, []);
  useEffect(() => chart?.setOption({ animation: false, ...option }, { notMerge: true }), [chart, option]);
  return (
    <div className="figures-chart" role="img" aria-label={label}>
      {failed ? (
        <Alert showIcon type="info" title={texts.noChart} />
      ) : (
        chart === null && <Skeleton paragraph={{ rows: 4 }} />
      )}
      <div ref={place} style={{ height }} />
    </div>
  );
}

/** A colour of the one look, for what is drawn and not styled. */
export const colour = (name: 'ink' | 'ink-soft' | 'line' | 'action' | 'good' | 'warn' | 'raised' | 'paper') =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
