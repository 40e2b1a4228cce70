/** ['1', '2', '3', '8'] -> '1–3、8': seven counters in a row are easier found as one run than as seven figures. */
export function counterRuns(labels: readonly string[], comma: string): string {
  const runs: string[][] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    if (run !== undefined && isNext(run.at(-1), label)) run.push(label);
    else runs.push([label]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(comma))).join(comma);
}

function isNext(label: string | undefined, next: string): boolean {
  return label !== undefined && /^\d+$/.test(label) && /^\d+$/.test(next) && Number(next) === Number(label) + 1;
}
