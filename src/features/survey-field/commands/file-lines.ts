/** A photo of 3 MB in base64, and what stands around it. */
const LONGEST_LINE = 5 * 1024 * 1024;

/**
 * The lines of a file, one at a time, however large it is. A line that is longer than any of ours is given as null, and
 * skipped to its end.
 */
export async function* linesOf(content: ReadableStream<Uint8Array>): AsyncGenerator<string | null> {
  let parts: Buffer[] = [];
  let length = 0;
  let isTooLong = false;
  const take = (part: Buffer) => {
    length += part.length;
    if (length > LONGEST_LINE) {
      isTooLong = true;
      parts = [];
    } else if (!isTooLong) parts.push(part);
  };
  const finish = (): string | null => {
    const line = isTooLong ? null : Buffer.concat(parts).toString();
    parts = [];
    length = 0;
    isTooLong = false;
    return line;
  };
  for await (const chunk of content) {
    let from = 0;
    for (let end = chunk.indexOf(10, from); end !== -1; end = chunk.indexOf(10, from)) {
      take(Buffer.from(chunk.subarray(from, end)));
      yield finish();
      from = end + 1;
    }
    if (from < chunk.length) take(Buffer.from(chunk.subarray(from)));
  }
  if (length > 0) yield finish();
}
