import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/**
 * Shows as much of its content as fits, the rest in turns: whole lines of one line's height (`lines`), or whole
 * columns (`column`). The browser itself breaks the content, so pages are right in every language and font.
 */
export function Pager(props: {
  by: 'lines' | 'column';
  turn: number;
  onPages?: (pages: number) => void;
  children: ReactNode;
}) {
  const { by, turn, onPages, children } = props;
  const inner = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  // After every drawing: content, font or glass may have changed.
  useLayoutEffect(() => {
    if (inner.current === null) return;
    const counted = countPages(inner.current);
    setPages(counted);
    onPages?.(counted);
  });
  const page = turn % pages;
  const shift = `${page * -100}%`;
  return (
    <div className="pager" data-pages={pages}>
      <div
        ref={inner}
        className={`pager-${by}`}
        style={{ transform: by === 'lines' ? `translateY(${shift})` : `translateX(${shift})` }}
      >
        {children}
      </div>
    </div>
  );
}

function countPages({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): number {
  if (clientWidth === 0 || clientHeight === 0) return 1;
  // A last page may be part filled; a pixel of rounding is no page.
  return Math.max(1, Math.ceil(scrollWidth / clientWidth - 0.05), Math.ceil(scrollHeight / clientHeight - 0.05));
}

/** So that nobody thinks these are all. */
export function PageMarks({ pages, turn }: { pages: number; turn: number }) {
  if (pages === 1) return null;
  return (
    <div className="page-marks" aria-hidden="true">
      {Array.from({ length: pages }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks are told apart by nothing but their place
        <span key={i} data-current={i === turn % pages} />
      ))}
    </div>
  );
}
