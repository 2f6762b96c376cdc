import { PlainRefusal } from './plain-refusal.ts';

export type Side = 'left' | 'right';

/** The ids of the records as their files give them; the same id may stand on both sides. */
export class RecordIds {
  readonly #ids: string[] = [];
  readonly #left = new Map<string, number>();
  readonly #right = new Map<string, number>();
  #numbers = this.#left;

  get count(): number {
    return this.#ids.length;
  }

  get leftCount(): number {
    return this.#left.size;
  }

  /** What follows is the right side. */
  beginRight(): void {
    this.#numbers = this.#right;
  }

  /** @throws PlainRefusal where there is none, or it was there before on the same side */
  add(value: string | undefined, where: string): void {
    const id = detached(value?.trim() ?? '');
    if (id === '') throw new PlainRefusal(`Tidak ada id: ${where}. / There is no id: ${where}.`);
    if (this.#numbers.has(id))
      throw new PlainRefusal(`Id "${id}" ada dua kali: ${where}. / The id "${id}" is there twice: ${where}.`);
    this.#numbers.set(id, this.#ids.length);
    this.#ids.push(id);
  }

  idOf(record: number): string {
    return this.#ids[record]!;
  }

  sideOf(record: number): Side {
    return record < this.leftCount ? 'left' : 'right';
  }

  recordOf(id: string, side: Side): number | undefined {
    return (side === 'left' ? this.#left : this.#right).get(id.trim());
  }
}

/** A copy: a long part of a string keeps all of the piece of the file it was cut from (V8 copies short ones itself). */
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
