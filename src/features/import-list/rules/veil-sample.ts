import { type Cell, cellText, cutText, isBlankMark } from './cell.ts';
import { fieldFacts, type ListField } from './list-fields.ts';

const longest = 40;

/** A value as the mapping page shows it: of long numbers only the last four digits, of personal fields nothing else. */
export function veilSample(cell: Cell, field: ListField | null): string {
  const text = cellText(cell);
  if (text === '' || isBlankMark(text)) return '';
  const digits = text.replace(/\D/g, '');
  const veiled = digits.length >= 9 ? `…${digits.slice(-4)}` : text;
  if (field !== null && fieldFacts[field].personal && digits.length < 9) return '•••';
  return veiled.length > longest ? `${cutText(veiled, longest - 1)}…` : veiled;
}
