import './order-note.css';
import { type CSSProperties, useEffect, useState } from 'react';
import type { Panel } from '../../shared/actors.ts';
import type { HallConnection } from '../../shared/browser/hall-connection.ts';
import { type Language, languageTags } from '../../shared/languages.ts';
import type { OrderMessage } from '../../shared/protocol.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { View } from '../../shared/views.ts';
import { mmPerPx, textWidthPx } from '../legibility.ts';
import { useGlass } from './use-glass.ts';

const shownMs = { identify: 10_000, measure: 60_000, reload: 0 } as const;

/** Shows what administration asks to be shown, for a while, and forgets it. */
export function Orders(props: {
  connection: Pick<HallConnection<View>, 'onOrder'>;
  panel: Panel;
  language: Language | undefined;
}) {
  const { connection, panel, language = 'zhHans' } = props;
  const [message, setMessage] = useState<OrderMessage | null>(null);
  useEffect(() => connection.onOrder(setMessage), [connection]);
  useEffect(() => {
    if (message === null) return;
    const timer = setTimeout(() => setMessage(null), shownMs[message.order]);
    return () => clearTimeout(timer);
  }, [message]);
  if (message === null || message.order === 'reload') return null;
  return <OrderNote message={message} panel={panel} language={language} />;
}

/** ISO/IEC 7810 ID-1: every bank card is of this size. */
const cardMm = { width: 85.6, height: 54 } as const;
const nameShare = { width: 0.6, height: 0.2 } as const;

/**
 * Across the foot of the glass, so that the newest call stays in sight: which screen this is. With it, on request, the
 * outline of a bank card by the panel's set-up: if a card is larger or smaller than that, so is the panel.
 */
export function OrderNote(props: { message: OrderMessage; panel: Panel; language: Language }) {
  const { message, panel, language } = props;
  const glass = useGlass(panel);
  const isMeasured = message.order === 'measure';
  const ofOne = textWidthPx(message.name, { textPx: 1, hanPx: 1 });
  const namePx = Math.min(
    (glass.widthPx * (isMeasured ? nameShare.width / 2 : 0.9)) / ofOne,
    glass.heightPx * nameShare.height,
  );
  const sizes: Record<`--${string}`, string> = {
    '--name': `${Math.floor(namePx)}px`,
    '--card-width': `${cardMm.width / mmPerPx(glass)}px`,
    '--card-height': `${cardMm.height / mmPerPx(glass)}px`,
    '--card-corner': `${3.18 / mmPerPx(glass)}px`,
  };
  return (
    <aside className="order-note" role="status" style={sizes as CSSProperties}>
      <strong>{message.name}</strong>
      {isMeasured && (
        <>
          <span className="card" />
          <p lang={languageTags[language]}>{screenTexts[language].card(panel.diagonalInches)}</p>
        </>
      )}
    </aside>
  );
}
