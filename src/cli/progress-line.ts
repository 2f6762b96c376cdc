const EVERY_MS = 200;

/** One line that is written over, on a terminal; elsewhere a line every ten seconds. Goes to standard error. */
export function showProgress(): { show(text: string): void; end(): void } {
  const { stderr } = process;
  let shownAt = performance.now();
  let shown = '';
  return {
    show(text) {
      const now = performance.now();
      if (now - shownAt < (stderr.isTTY ? EVERY_MS : 50 * EVERY_MS)) return;
      shownAt = now;
      stderr.write(stderr.isTTY ? `\r${text.padEnd(shown.length)}` : `${text}\n`);
      shown = text;
    },
    end() {
      if (stderr.isTTY && shown) stderr.write('\n');
      shown = '';
    },
  };
}
