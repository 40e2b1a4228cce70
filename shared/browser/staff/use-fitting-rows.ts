import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** How many rows of a height fit into an element, so that a list is never cut and never scrolls. */
export function useFittingRows(rowHeight: number): { ref: RefObject<HTMLDivElement | null>; rows: number } {
  const ref = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState(0);
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const measure = () => setRows(Math.floor(box.clientHeight / rowHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [rowHeight]);
  return { ref, rows };
}
