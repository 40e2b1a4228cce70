import { Children, type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/**
 * Shows as much of its content as fits, the rest in turns. `items` stand on lines like words, each whole on one page;
 * `blocks` stand under each other. The browser itself breaks the content, so pages are right in every language and font.
 */
export function Pager(props: {
  by: 'items' | 'blocks';
  turn: number;
  /** A page with fewer lines than there is room for stands in the middle of it. */
  isCentred?: boolean;
  onPages?: (pages: number) => void;
  children: ReactNode;
}) {
  const { by, turn, isCentred = false, onPages, children } = props;
  const inner = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  const [freePx, setFreePx] = useState(0);
  const page = turn % pages;
  // After every drawing: content, font or glass may have changed.
  useLayoutEffect(() => {
    if (inner.current === null) return;
    breakOnlyWhatMustBe(inner.current);
    const counted = countPages(inner.current);
    setPages(counted);
    onPages?.(counted);
    if (isCentred) setFreePx(freeHeight(inner.current, page));
  });
  return (
    <div className="pager" data-pages={pages}>
      <div ref={inner} className={`pager-${by}`} style={{ transform: `translate(${page * -100}%, ${freePx / 2}px)` }}>
        {/* Between items a space, at which lines break. */}
        {by === 'blocks' ? children : Children.toArray(children).flatMap((item) => [item, ' '])}
      </div>
    </div>
  );
}

/** What is taller than a page would be cut off: that alone runs on over the next. */
function breakOnlyWhatMustBe(inner: HTMLElement): void {
  for (const child of inner.children) {
    child.removeAttribute('data-long');
    if (child instanceof HTMLElement && child.offsetHeight > inner.clientHeight + 1) child.dataset.long = '';
  }
}

/** What a page leaves empty under its last line. */
function freeHeight(inner: HTMLElement, page: number): number {
  const { left, top, width, height } = inner.getBoundingClientRect();
  const rects = Array.from(inner.children).flatMap((child) => [...child.getClientRects()]);
  const onPage = rects.filter((rect) => Math.floor((rect.left - left + 1) / width) === page);
  const used = Math.max(...onPage.map((rect) => rect.bottom - top));
  return onPage.length === 0 ? 0 : Math.max(0, Math.round(height - used));
}

function countPages({ scrollWidth, clientWidth }: HTMLElement): number {
  if (clientWidth === 0) return 1;
  // A pixel of rounding is no page.
  return Math.max(1, Math.ceil(scrollWidth / clientWidth - 0.05));
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
