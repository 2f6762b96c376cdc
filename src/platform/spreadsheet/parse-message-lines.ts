import type { PastedColumn, PastedTable } from './pasted-table.ts';

/** `[14/03/26 08.15] Bu Kader: ` or `14/03/26, 8:15 AM - Bu Kader: ` before a copied message. */
const SENDER =
  /^\s*\u200e?(?:\[\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s[^\]]{3,15}\]|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s\d{1,2}[.:]\d{2}(?:\s?[AP]M)?\s[-–])\s[^:]{1,40}:\s*/;
const ORDER_NUMBER = /^\s*(\d{1,4})\s*[.)\]]\s*(?!\d)|^\s*(\d{1,4})\s+-\s+/;
const BULLET = /^\s*[-–•·*✓✅▪➢]+\s+/u;
/** Runs of digits with the blanks, dots and hyphens that people put between them. */
const DIGITS = /(?<![\d/])\+?\d(?:[\s.\u2010-\u2015-]?\d){8,}(?![\d/])/g;
const SEPARATOR = /\s+[-–—/]\s+|\s*[|;]\s*|,\s+|\s*[-–—]{2,}\s*/;

const MAX_LINE = 2_000;

type DigitKind = 'sixteen-digits' | 'thirteen-digits' | 'phone';
const DIGIT_KINDS: DigitKind[] = ['sixteen-digits', 'thirteen-digits', 'phone'];

interface MessageLine {
  lineNumber: number;
  order: string;
  texts: string[];
  digits: Partial<Record<DigitKind, string>>;
}

/**
 * Reads free lines, one thing a line: takes off sender, numbering and bullets, lifts out long digits (16, 13, phone)
 * wherever they stand in the line, and splits the rest at dashes, commas and the like. Lines keep their order; a line
 * with less than others leaves cells empty.
 */
export function parseMessageLines(lines: string[]): PastedTable {
  const read = lines.map((line, index) => readLine(line, index + 1)).filter((line) => line !== undefined);
  const texts = Math.max(0, ...read.map((line) => line.texts.length));
  const kinds = DIGIT_KINDS.filter((kind) => read.some((line) => line.digits[kind] !== undefined));
  const numbered = read.some((line) => line.order !== '');
  const columns: PastedColumn[] = [
    ...(numbered ? [{ kind: 'order-number' } as const] : []),
    ...Array.from({ length: texts }, () => ({ kind: 'text' }) as const),
    ...kinds.map((kind) => ({ kind })),
  ];
  const rows = read.map((line) => [
    ...(numbered ? [line.order] : []),
    ...Array.from({ length: texts }, (_, index) => line.texts[index] ?? ''),
    ...kinds.map((kind) => line.digits[kind] ?? ''),
  ]);
  return { shape: 'lines', columns, rows, lineNumbers: read.map((line) => line.lineNumber) };
}

function readLine(raw: string, lineNumber: number): MessageLine | undefined {
  // A line this long is prose; the patterns below are for lists.
  if (raw.length > MAX_LINE) return { lineNumber, order: '', texts: [raw.trim()], digits: {} };
  let text = raw
    .replace(/\s+/g, ' ')
    .replace(SENDER, '')
    .replace(/[*_~](?=\S)([^*_~]+)(?<=\S)[*_~]/g, '$1');
  const order = ORDER_NUMBER.exec(text);
  text = order ? text.slice(order[0].length) : text.replace(BULLET, '');
  const digits: MessageLine['digits'] = {};
  text = text.replace(DIGITS, (run) => {
    const bare = run.replace(/[^\d+]/g, '');
    const kind = kindOfDigits(bare);
    if (!kind || digits[kind] !== undefined) return run;
    digits[kind] = bare;
    return ' - ';
  });
  const texts = text
    .split(SEPARATOR)
    .map((part) => part.replace(/^[\s:,.(-]+|[\s:,(-]+$/g, '').replace(/\s+/g, ' '))
    .filter((part) => part !== '' && !/^(nik|hp|wa|no\.?|telp?|nib|no\.? ?hp)\.?$/i.test(part));
  if (texts.length === 0 && Object.keys(digits).length === 0) return undefined;
  return { lineNumber, order: order?.[1] ?? order?.[2] ?? '', texts, digits };
}

function kindOfDigits(digits: string): DigitKind | undefined {
  if (/^\d{16}$/.test(digits)) return 'sixteen-digits';
  if (/^(?:\+?62|0)\d{8,12}$/.test(digits)) return 'phone';
  return /^\d{13}$/.test(digits) ? 'thirteen-digits' : undefined;
}
