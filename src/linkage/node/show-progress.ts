const EVERY_MS = 200;
/** Where no terminal shows it, a line so much more seldom. */
const SELDOM = 25;

export type ProgressSink = { write(text: string): unknown; isTTY?: boolean };

/** Tells how far a step is: one line that is written over on a terminal, elsewhere a line now and then. */
export function showProgress(sink: ProgressSink): {
  show(step: string, done: number, total: number): void;
  end(): void;
} {
  let shownAt = Number.NEGATIVE_INFINITY;
  let shown = '';
  let current = '';
  let since = 0;
  const end = () => {
    if (sink.isTTY && shown) sink.write('\n');
    shown = '';
  };
  return {
    show(step, done, total) {
      const now = performance.now();
      if (step !== current) {
        end();
        current = step;
        since = now;
      } else if (now - shownAt < (sink.isTTY ? EVERY_MS : EVERY_MS * SELDOM)) return;
      shownAt = now;
      const percent = total > 0 ? ` ${Math.floor((100 * done) / total)}%` : '';
      const left = ((now - since) / 1000) * (total / Math.max(done, 1) - 1);
      const text = `${step}${percent}${done > 0 && left >= 5 ? `, ${Math.ceil(left)} s` : ''}`;
      sink.write(sink.isTTY ? `\r${text.padEnd(shown.length)}` : `${text}\n`);
      shown = text;
    },
    end,
  };
}
