const EVERY_MS = 3_000;

/**
 * Does long work in one piece while `beat` gives a sign of life every few seconds. What `beat` throws (the work was
 * taken away, the database is gone) aborts the work and is thrown in its place.
 */
export async function whileBeating<Value>(
  signal: AbortSignal,
  beat: () => Promise<void>,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const stop = new AbortController();
  let beating: Promise<void> | null = null;
  const timer = setInterval(() => {
    beating ??= beat()
      .catch((error) => stop.abort(error))
      .finally(() => {
        beating = null;
      });
  }, EVERY_MS);
  try {
    return await work(AbortSignal.any([signal, stop.signal]));
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    clearInterval(timer);
    await beating;
  }
}
