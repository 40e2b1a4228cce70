import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ScreenAssignment } from '../../../shared/actors.ts';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { GlassReport } from '../../../shared/protocol.ts';
import type { Setup } from '../../../shared/setup.ts';
import { adminScreensTexts } from '../../../shared/texts/admin-screens.ts';
import { type Call, heroEm, layoutBoard, lineEmOf } from '../../../signage-display/board-layout.ts';
import { type Glass, mmPerPx } from '../../../signage-display/legibility.ts';
import {
  assumedGlass,
  fitScreen,
  glassOf,
  remediesFor,
  type ScreenShape,
  shapeOf,
  widestCallOf,
} from '../../../signage-display/screen-fit.ts';
import { layoutSign } from '../../../signage-display/sign-layout.ts';

interface SeatViewProps {
  readonly assignment: ScreenAssignment;
  readonly glass: GlassReport | null;
  readonly setup: Setup;
}

/** Width of a thumb at arm's length, in degrees: about the same for everybody, since arms are as long as people are tall. */
const thumbDegrees = 2;
const gapDegrees = 1;
const drawing = { width: 500, height: 190 } as const;
/** At 96 pixels an inch, so large is a degree from half a metre. */
const mostPerDegree = 33;
const mmOfPixel = 25.4 / 96;
const call = { number: 'A012', counterLabel: '3' } as const;
const others = [
  { number: 'T004', counterLabel: '8' },
  { number: 'A011', counterLabel: '5' },
  { number: 'F009', counterLabel: '12' },
  { number: 'L002', counterLabel: '2' },
] as const;

/** The screen as somebody in the farthest seat sees it, beside a thumb at arm's length; and if it is too small, what would do. */
export function SeatView({ assignment, glass: report, setup }: SeatViewProps) {
  const texts = useTexts(adminScreensTexts);
  const glass = glassOf(assignment, report);
  const shape = shapeOf(assignment);
  const widest = widestCallOf(assignment, setup);
  const fit = fitScreen(shape, glass, widest);
  const metres = glass.farthestViewMetres;

  const degrees = (px: number) => (Math.atan((px * mmPerPx(glass)) / (metres * 1000)) * 180) / Math.PI;
  const width = degrees(glass.widthPx);
  const height = degrees(glass.heightPx);
  const perDegree = Math.min(
    mostPerDegree,
    drawing.width / (width + 2 * gapDegrees + thumbDegrees),
    drawing.height / Math.max(height, 3 * thumbDegrees),
  );
  const scale = (width * perDegree) / glass.widthPx;
  const seenFromCm = Math.round((perDegree * mmOfPixel) / Math.tan(Math.PI / 180) / 10);
  return (
    <section className="admin-effect admin-seat">
      <h3>{texts.seat}</h3>
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={texts.seat}>
        <g
          data-theme={assignment.settings.theme}
          transform={`translate(0 ${(drawing.height - height * perDegree) / 2})`}
        >
          <g transform={`scale(${scale})`}>
            <rect className="glass" width={glass.widthPx} height={glass.heightPx} />
            {shape === 'board' ? <DrawnBoard glass={glass} widest={widest} /> : <DrawnSign glass={glass} />}
            <rect className="rim" width={glass.widthPx} height={glass.heightPx} strokeWidth={2 / scale} />
          </g>
        </g>
        <Thumb x={(width + gapDegrees) * perDegree} perDegree={perDegree} />
      </svg>
      <p className="admin-soft">
        {texts.seatScale(seenFromCm)} {texts.thumb}
      </p>
      {fit.isMet ? (
        <p className="admin-good">
          <CircleCheck size={18} aria-hidden />
          {texts.reached(Math.round(fit.minutes), metres)} {shape === 'board' && texts.calls(fit.calls)}
        </p>
      ) : (
        <>
          <p className="admin-warn" role="alert">
            <TriangleAlert size={18} aria-hidden />
            {texts.tooFar(metres, Math.floor(fit.minutes))}
          </p>
          <Remedies {...{ shape, glass, widest }} />
        </>
      )}
      <p className="admin-soft">
        {report === null
          ? texts.assumed(assumedGlass.widthPx, assumedGlass.heightPx)
          : texts.reported(report.width, report.height)}
      </p>
    </section>
  );
}

function Remedies({ shape, glass, widest }: { shape: ScreenShape; glass: Glass; widest: Call }) {
  const texts = useTexts(adminScreensTexts);
  const { inches, metres, turned } = remediesFor(shape, glass, widest);
  const isUpright = glass.heightPx > glass.widthPx;
  const all = [
    inches !== null && texts.larger(inches),
    metres !== null && texts.nearer(metres),
    turned && (isUpright ? texts.turnLevel : texts.turnUpright),
  ].filter((one) => one !== false);
  return (
    <>
      <p>{texts.instead}</p>
      <ul>
        {all.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}

/** Calls in the places and sizes that the board gives them; everything else as lines of its text's height. */
function DrawnBoard({ glass, widest }: { glass: Glass; widest: Call }) {
  const needs = { widest, headingsEm: 0, isFootNeeded: true, stripTexts: [], footTexts: [] };
  const layout = layoutBoard(glass, needs);
  const { linePx, callPx, callsWidthPx, callsMarginPx, linesPerCall, heroHeightPx, rowHeightPx, marginPx } = layout;
  const insidePx = callsWidthPx - 2 * callsMarginPx;
  const heroPx = Math.min(heroHeightPx / heroEm(linesPerCall), insidePx / lineEmOf(call, linesPerCall));
  const top = linePx * (layout.stripLines + (layout.hasHeadings ? 1 : 0));
  const line = (x: number, y: number, width: number) => (
    <rect className="words" x={x} y={y + linePx * 0.25} width={width} height={linePx * 0.5} />
  );
  const drawn = (one: Call, y: number, height: number, px: number) => {
    const lines = linesPerCall === 1 ? 0 : px * 0.5;
    const middle = y + height / 2;
    return (
      <g key={one.number} fontSize={px}>
        <text x={callsMarginPx} y={middle - lines}>
          {one.number}
        </text>
        <text x={callsWidthPx - callsMarginPx} y={middle + lines} textAnchor="end">
          {one.counterLabel}
        </text>
      </g>
    );
  };
  const groupsTop =
    layout.groups === 'beside' ? linePx * layout.stripLines : top + heroHeightPx + layout.rows * rowHeightPx;
  const groupsX = layout.groups === 'beside' ? callsWidthPx + marginPx : marginPx;
  const groupLines = layout.groups === 'foot' ? 0 : Math.min(5, layout.groupsRoom.lines);
  return (
    <>
      {line(marginPx, 0, glass.widthPx * 0.4)}
      <rect className="called" y={top} width={callsWidthPx} height={heroHeightPx} />
      <g className="on-call">{drawn(call, top, heroHeightPx, heroPx)}</g>
      {others
        .slice(0, layout.rows)
        .map((one, i) => drawn(one, top + heroHeightPx + i * rowHeightPx, rowHeightPx, callPx))}
      {Array.from({ length: groupLines }, (_, i) =>
        line(groupsX, groupsTop + (i + 1) * linePx, layout.groupsRoom.widthPx * (i % 2 === 0 ? 0.9 : 0.6)),
      ).map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by nothing but their place
        <g key={i}>{one}</g>
      ))}
      {layout.footLines > 0 && line(marginPx, glass.heightPx - linePx * layout.footLines, glass.widthPx * 0.7)}
    </>
  );
}

function DrawnSign({ glass }: { glass: Glass }) {
  const layout = layoutSign(glass, { ...call, words: [call.number], phrases: [] });
  const { plateWidthPx, plateHeightPx, counterPx, numberPx, marginPx, linePx, words, main } = layout;
  return (
    <>
      <text x={plateWidthPx / 2} y={plateHeightPx / 2} fontSize={counterPx} textAnchor="middle">
        {call.counterLabel}
      </text>
      <rect
        className="words"
        x={words.x + marginPx}
        y={words.y + linePx * 0.25}
        width={glass.widthPx * 0.3}
        height={linePx * 0.5}
      />
      <rect className="called" {...main} />
      <g className="on-call">
        <text x={main.x + main.width / 2} y={main.y + main.height / 2} fontSize={numberPx} textAnchor="middle">
          {call.number}
        </text>
      </g>
    </>
  );
}

/** A thumb held up, with its nail. */
function Thumb({ x, perDegree }: { x: number; perDegree: number }) {
  const w = thumbDegrees * perDegree;
  const bottom = drawing.height;
  const top = Math.max(4, bottom - 3 * w);
  return (
    <g className="thumb">
      <path
        d={`M ${x} ${bottom} V ${top + w * 0.6} C ${x} ${top - w * 0.1} ${x + w} ${top - w * 0.1} ${x + w} ${top + w * 0.6} V ${bottom}`}
      />
      <path
        d={`M ${x + w * 0.22} ${top + w * 0.95} V ${top + w * 0.55} C ${x + w * 0.22} ${top + w * 0.1} ${x + w * 0.78} ${top + w * 0.1} ${x + w * 0.78} ${top + w * 0.55} V ${top + w * 0.95} Z`}
      />
    </g>
  );
}
