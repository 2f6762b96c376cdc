import { StringDecoder } from 'node:string_decoder';
import { RefusedFile } from './spreadsheet-refusal.ts';

/** Receives the pieces of a document in order. Names come without their namespace prefix. */
export interface XmlHandler {
  /** `attributes` is the raw text between name and `>`; read it with `xmlAttribute`. */
  open(name: string, attributes: string): void;
  /** Also called right after `open` for an element that closes itself. */
  close(name: string): void;
  /** Character data between two tags, entities resolved; may come in several pieces. */
  text(text: string): void;
}

/** A workbook's elements lie some ten deep; a drawing in an .ods somewhat deeper. */
const MAX_DEPTH = 256;
/** Longest tag or text run; a cell's text is at most 32,767 characters. */
const MAX_PIECE = 1024 * 1024;

/**
 * A small forward-only XML reader for the parts of workbooks. It knows elements, attributes, text, CDATA, comments and
 * the five built-in entities, and *refuses any document type*: so there is no entity expansion and nothing external,
 * by construction. Own code because sheets are hundreds of megabytes of a few short tags, where general parsers spend
 * most of an import.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #part: string;
  readonly #decoder = new StringDecoder('utf8');
  readonly #stack: string[] = [];
  #rest = '';
  #started = false;

  constructor(handler: XmlHandler, part: string) {
    this.#handler = handler;
    this.#part = part;
  }

  /** @throws RefusedFile `damaged-file` where the XML is malformed, `unsafe-content` where it brings a document type */
  push(chunk: Buffer): void {
    this.pushText(this.#decoder.write(chunk));
  }

  pushText(text: string): void {
    const buffer = this.#rest === '' ? text : this.#rest + text;
    const done = this.#scan(buffer);
    this.#rest = done === buffer.length ? '' : buffer.slice(done);
    if (this.#rest.length > MAX_PIECE) this.#fail('a tag or text without end');
  }

  /** Call at the end of the part. */
  end(): void {
    if (this.#rest.trim() !== '' || this.#stack.length > 0 || !this.#started)
      this.#fail('the document ends too early');
  }

  /** Scans as far as whole pieces go; returns how far. */
  #scan(buffer: string): number {
    let position = 0;
    for (;;) {
      const tag = buffer.indexOf('<', position);
      if (tag < 0) return position;
      if (tag > position) this.#text(buffer.slice(position, tag));
      const end =
        buffer.charCodeAt(tag + 1) === 33 ? this.#skipDeclaration(buffer, tag) : this.#readTag(buffer, tag);
      if (end < 0) return tag;
      position = end;
    }
  }

  #text(text: string): void {
    if (this.#stack.length > 0) this.#handler.text(decodeXml(text));
    else if (text.replace('\ufeff', '').trim() !== '') this.#fail('text outside the document');
  }

  /** Comments and CDATA; any other declaration is a document type. Returns the position after it, -1 if incomplete. */
  #skipDeclaration(buffer: string, tag: number): number {
    const start = buffer.slice(tag, tag + 9);
    if (start.startsWith('<!--')) {
      const end = buffer.indexOf('-->', tag + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (start === '<![CDATA[') {
      const end = buffer.indexOf(']]>', tag + 9);
      if (end < 0) return -1;
      this.#handler.text(buffer.slice(tag + 9, end));
      return end + 3;
    }
    if (start.length < 9 && ('<!--'.startsWith(start) || '<![CDATA['.startsWith(start))) return -1;
    throw new RefusedFile('unsafe-content', { reason: `${this.#part} brings a document type` });
  }

  #readTag(buffer: string, tag: number): number {
    const first = buffer.charCodeAt(tag + 1);
    if (first === 47) return this.#readClosingTag(buffer, tag);
    const end = endOfTag(buffer, tag + 1);
    if (end < 0) return -1;
    if (first === 63) return end + 1; // <?xml … ?>
    const closesItself = buffer.charCodeAt(end - 1) === 47;
    const stop = closesItself ? end - 1 : end;
    const nameEnd = endOfName(buffer, tag + 1, stop);
    const name = localName(buffer, tag + 1, nameEnd);
    if (name === '') this.#fail('a tag without name');
    this.#started = true;
    if (this.#stack.push(name) > MAX_DEPTH) this.#fail('nested too deeply');
    this.#handler.open(name, buffer.slice(nameEnd, stop));
    if (closesItself) this.#close(name);
    return end + 1;
  }

  #readClosingTag(buffer: string, tag: number): number {
    // Nearly always the innermost element's plain name follows: then nothing need be cut out of the buffer.
    const innermost = this.#stack.at(-1) ?? '';
    const after = tag + 2 + innermost.length;
    if (buffer.charCodeAt(after) === 62 && buffer.startsWith(innermost, tag + 2)) {
      this.#close(innermost);
      return after + 1;
    }
    const end = buffer.indexOf('>', tag);
    if (end < 0) return -1;
    this.#close(localName(buffer, tag + 2, end));
    return end + 1;
  }

  #close(name: string): void {
    if (this.#stack.pop() !== name) this.#fail(`</${name.slice(0, 40)}> closes another element`);
    this.#handler.close(name);
  }

  #fail(reason: string): never {
    throw new RefusedFile('damaged-file', { reason: `${this.#part}: ${reason}` });
  }
}

/** Position of the `>` that ends a tag: one inside a quoted attribute does not count. */
function endOfTag(buffer: string, from: number): number {
  let quote = 0;
  for (let i = from; i < buffer.length; i++) {
    const code = buffer.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function endOfName(buffer: string, from: number, stop: number): number {
  let end = from;
  while (end < stop && buffer.charCodeAt(end) > 32) end++;
  return end;
}

function localName(buffer: string, from: number, end: number): string {
  let stop = end;
  while (stop > from && buffer.charCodeAt(stop - 1) <= 32) stop--;
  for (let i = from; i < stop; i++) if (buffer.charCodeAt(i) === 58) return buffer.slice(i + 1, stop);
  return buffer.slice(from, stop);
}

const NAMED_ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Resolves the built-in and numeric entities.
 * @throws RefusedFile `damaged-file` on any other: without a document type none can be defined
 */
function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{0,12});?/g, (whole, name: string) => {
    const known = Object.hasOwn(NAMED_ENTITIES, name) ? NAMED_ENTITIES[name] : undefined;
    if (known !== undefined) return known;
    const code = /^#x[0-9a-f]+$/i.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : /^#\d+$/.test(name)
        ? Number(name.slice(1))
        : -1;
    if (code < 0 || code > 0x10ffff)
      throw new RefusedFile('damaged-file', { reason: `unknown entity ${whole}` });
    return String.fromCodePoint(code);
  });
}

/** Value of an attribute in the raw text that `XmlHandler.open` receives, or undefined. `name` with its prefix. */
export function xmlAttribute(attributes: string, name: string): string | undefined {
  const start = attributes.indexOf(` ${name}="`);
  if (start >= 0) {
    const from = start + name.length + 3;
    return decodeXml(attributes.slice(from, attributes.indexOf('"', from)));
  }
  if (!attributes.includes(name)) return undefined;
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? decodeXml(match[1] ?? match[2] ?? '') : undefined;
}

/** Runs a whole part through a handler. */
export function scanXml(text: string, part: string, handler: XmlHandler): void {
  const scanner = new XmlScanner(handler, part);
  scanner.pushText(text);
  scanner.end();
}
