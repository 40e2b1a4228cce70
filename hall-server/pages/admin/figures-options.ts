import type { EChartsCoreOption } from 'echarts/core';
import type { Figures } from '../../../shared/figures.ts';
import type { FiguresTexts } from '../../../shared/texts/figures.ts';
import { colour } from './figures-chart.tsx';

const minutes = (ms: number | null) => (ms === null ? null : Math.round(ms / 6_000) / 10);
const text = () => ({
  color: colour('ink'),
  fontFamily: getComputedStyle(document.body).fontFamily,
  fontSize: 14,
});
const grid = { left: 8, right: 16, top: 40, bottom: 8, containLabel: true };
const axis = () => ({
  axisLabel: text(),
  axisLine: { lineStyle: { color: colour('line') } },
  axisTick: { show: false },
});
const scale = () => ({ ...axis(), splitLine: { lineStyle: { color: colour('line') } } });

/** Median and 90th percentile of waiting; two line styles, so that colour is not the only sign. */
export function trendOption({ series }: Figures, texts: FiguresTexts): EChartsCoreOption {
  const line = (name: string, value: 'median' | 'p90', dashed: boolean) => ({
    ...{ name, type: 'line', showSymbol: series.length < 40, symbolSize: 6 },
    lineStyle: { width: 2, type: dashed ? 'dashed' : 'solid' },
    data: series.map(({ waiting }) => minutes(waiting[value])),
  });
  return {
    grid,
    color: [colour('action'), colour('ink-soft')],
    legend: { top: 0, right: 8, textStyle: text() },
    tooltip: { trigger: 'axis', textStyle: text() },
    xAxis: { type: 'category', data: series.map(({ key }) => key.slice(5)), ...axis() },
    yAxis: {
      type: 'value',
      axisLabel: { ...text(), formatter: (value: number) => texts.minutes(String(value)) },
      ...{ splitLine: scale().splitLine },
    },
    series: [line(texts.median, 'median', false), line(texts.p90, 'p90', true)],
  };
}

/** Arrivals by hour and weekday; the number stands in each field. */
export function hoursOption({ hours }: Figures, texts: FiguresTexts): EChartsCoreOption {
  const busy = hours.flatMap((day) => (day === null ? [] : day.flatMap((count, hour) => (count > 0 ? [hour] : []))));
  const [first, last] = [Math.min(...busy, 23), Math.max(...busy, 0)];
  const shown = Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => first + at);
  const data = hours.flatMap((day, weekday) =>
    day === null ? [] : shown.map((hour, at) => [at, weekday, Math.round((day[hour] ?? 0) * 10) / 10]),
  );
  const most = Math.max(1, ...data.map(([, , count]) => count ?? 0));
  return {
    grid: { ...grid, top: 8 },
    tooltip: { textStyle: text() },
    xAxis: { type: 'category', data: shown.map((hour) => `${hour}:00`), ...axis() },
    yAxis: { type: 'category', data: texts.weekdays, inverse: true, ...axis() },
    visualMap: { show: false, min: 0, max: most, inRange: { color: [colour('raised'), colour('action')] } },
    series: [
      {
        type: 'heatmap',
        // White on the dark half, ink on the light one: readable on each.
        data: data.map((value) => ({
          value,
          label: {
            show: true,
            color: (value[2] ?? 0) > most / 2 ? colour('paper') : colour('ink'),
            fontSize: 14,
            fontFamily: text().fontFamily,
          },
        })),
        itemStyle: { borderColor: colour('paper'), borderWidth: 2 },
      },
    ],
  };
}

/** Of the time each counter was open. */
export function countersOption(
  { counters }: Figures,
  texts: FiguresTexts,
  /** What stands over each of the counters, in their order. */
  labels: readonly string[],
): EChartsCoreOption {
  const hours = (ms: number) => Math.round(ms / 360_000) / 10;
  const bar = (name: string, data: readonly number[]) => ({ name, type: 'bar', stack: 'all', barMaxWidth: 32, data });
  return {
    grid,
    color: [colour('action'), colour('line'), colour('ink-soft')],
    legend: { top: 0, right: 8, textStyle: text() },
    tooltip: { trigger: 'axis', textStyle: text(), valueFormatter: (value: number) => `${value} h` },
    xAxis: {
      type: 'category',
      data: labels.map(texts.counterLabel),
      ...axis(),
    },
    yAxis: { type: 'value', axisLabel: { ...text(), formatter: '{value} h' }, splitLine: scale().splitLine },
    series: [
      bar(
        texts.serving,
        counters.map(({ serving }) => hours(serving)),
      ),
      bar(
        texts.idle,
        counters.map(({ open, paused, serving }) => hours(Math.max(0, open - paused - serving))),
      ),
      bar(
        texts.paused,
        counters.map(({ paused }) => hours(paused)),
      ),
    ],
  };
}
