import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** What pg hands to a query of one's own; COPY is part of its connection but not of its types. */
type CopyConnection = pg.Connection & {
  stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  sendCopyFail(reason: string): void;
  endCopyFrom(): void;
};

/** The part that COPY has in common in both directions: how it begins, and how it ends. */
abstract class Copy {
  rows = 0;
  protected connection!: CopyConnection;
  readonly #text: string;
  readonly #ended = Promise.withResolvers<void>();

  constructor(text: string) {
    this.#text = text;
    this.#ended.promise.catch(() => undefined); // awaited by whoever pumps; never an unhandled rejection
  }

  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  submit(connection: pg.Connection): void {
    this.connection = connection as CopyConnection;
    this.connection.query(this.#text);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(text.split(' ')[1]);
  }

  handleReadyForQuery(): void {
    this.#ended.resolve();
  }

  handleError(error: Error): void {
    this.#ended.reject(error);
  }
}

const PIECE = 64 * 1024;
const AHEAD = 1024 * 1024;

class CopyOut extends Copy {
  /** Called when there is something to read. */
  wake: () => void = () => undefined;
  pieces: Buffer[] = [];
  #size = 0;
  rowsSoFar = 0;

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.rowsSoFar += 1; // the server sends a message per row
    this.pieces.push(Buffer.from(chunk)); // pg uses its buffer again
    this.#size += chunk.length;
    if (this.#size > AHEAD) this.connection.stream.pause();
    if (this.ready) this.wake();
  }

  /** Enough has come for a piece, perhaps while nobody was listening. */
  get ready(): boolean {
    return this.#size > PIECE;
  }

  take(): Buffer {
    const whole = Buffer.concat(this.pieces);
    this.pieces = [];
    this.#size = 0;
    this.connection.stream.resume();
    return whole;
  }
}

/** Rows of `copy … to stdout`, in pieces; the server is held back when nobody reads. `onRows` is told how many so far. */
export async function* copyOut(
  client: pg.Client,
  text: string,
  onRows: (rows: number) => void | Promise<void> = () => undefined,
): AsyncGenerator<Buffer, number> {
  const copy = client.query(new CopyOut(text));
  let ended = false;
  const end = copy.ended.finally(() => {
    ended = true;
  });
  end.catch(() => undefined);
  for (let over = false; !over; ) {
    if (!copy.ready && !ended) {
      await Promise.race([end, new Promise<void>((resolve) => (copy.wake = resolve))]).catch(() => undefined);
    }
    over = ended; // before the last piece is taken: the end may come while that one is being worked on
    if (copy.pieces.length > 0) yield copy.take();
    await onRows(copy.rowsSoFar);
  }
  await end;
  if (copy.rowsSoFar !== copy.rows) throw new Error(`COPY: ${copy.rows} rows sent, ${copy.rowsSoFar} read`);
  return copy.rows;
}

class CopyIn extends Copy {
  readonly begun = Promise.withResolvers<void>();

  handleCopyInResponse(): void {
    this.begun.resolve();
  }

  async send(chunk: Buffer): Promise<void> {
    this.connection.sendCopyFromChunk(chunk);
    const { stream } = this.connection;
    if (!stream.writableNeedDrain) return;
    const drained = Promise.withResolvers<void>();
    stream.once('drain', drained.resolve);
    await Promise.race([drained.promise, this.ended]).finally(() => stream.off('drain', drained.resolve));
  }

  finish(): void {
    this.connection.endCopyFrom();
  }

  fail(reason: string): void {
    this.connection.sendCopyFail(reason);
  }
}

/** Feeds `copy … from stdin`; returns how many rows were taken. A fault of the source aborts the statement. */
export async function copyIn(
  client: pg.Client,
  text: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  const copy = client.query(new CopyIn(text));
  let failed = false;
  copy.ended.catch(() => {
    failed = true;
  });
  await Promise.race([copy.begun.promise, copy.ended]);
  try {
    for await (const chunk of source) {
      if (failed) break; // the server has refused; why is told below
      await copy.send(chunk);
    }
  } catch (error) {
    if (!failed) {
      copy.fail('the backup could not be read further');
      await copy.ended.catch(() => undefined);
      throw error;
    }
  }
  if (!failed) copy.finish();
  await copy.ended;
  return copy.rows;
}
