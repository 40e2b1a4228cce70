// Runs inside a page: bundled into it, or handed to `page.evaluate` as it stands. It may use nothing from outside itself.

export interface Run {
  readonly text: string;
  readonly fontPx: number;
  readonly isHan: boolean;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Whether all of it, some, or none is inside the window and every clipping box around it. */
  readonly seen: 'all' | 'some' | 'none';
}

/** Every run of text on the glass, with the box of its ink. */
export function runsOfText(): Run[] {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (element === null || text === '' || !element.checkVisibility({ checkVisibilityCSS: true })) continue;
    const fontPx = Number.parseFloat(getComputedStyle(element).fontSize);
    const isHan = /[\u4e00-\u9fff]/.test(text);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      // The bundled font: ascent 1.16, descent 0.288; ink from 0.87 (Han) or 0.77 above to 0.1 or 0.22 below.
      const baseline = rect.top + (rect.height * 1.16) / 1.448;
      const below = isHan ? 0.1 : /[a-z]/.test(text) ? 0.22 : 0.02;
      const box = {
        left: rect.left,
        right: rect.right,
        top: baseline - fontPx * (isHan ? 0.87 : 0.77),
        bottom: baseline + fontPx * below,
      };
      let clip = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      for (let around: Element | null = element; around !== null; around = around.parentElement) {
        if (getComputedStyle(around).overflow === 'visible') continue;
        const edge = around.getBoundingClientRect();
        clip = {
          left: Math.max(clip.left, edge.left),
          top: Math.max(clip.top, edge.top),
          right: Math.min(clip.right, edge.right),
          bottom: Math.min(clip.bottom, edge.bottom),
        };
      }
      const width = Math.min(box.right, clip.right) - Math.max(box.left, clip.left);
      const height = Math.min(box.bottom, clip.bottom) - Math.max(box.top, clip.top);
      const slack = 2;
      const seen =
        width >= box.right - box.left - slack && height >= box.bottom - box.top - slack
          ? 'all'
          : width <= slack || height <= slack
            ? 'none'
            : 'some';
      runs.push({ text, fontPx, isHan, box, seen });
    }
  }
  return runs;
}
