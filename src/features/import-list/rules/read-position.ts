import type { RowReading } from './row-reading.ts';

type Position = { readonly latitude: number | null; readonly longitude: number | null };
const none: Position = { latitude: null, longitude: null };

/** Reads a position in decimal degrees, from two columns or one ("-6,889, 109,675"). Only Indonesia is believed. */
export function readPosition(reading: RowReading): Position {
  if (!reading.has('latitude') && !reading.has('longitude') && !reading.has('position')) return none;
  const [first, second] = texts(reading);
  if (first === '' && second === '') return none;
  const [a, b] = [degrees(first), degrees(second)];
  if (a === 0 && b === 0) return none;
  const field = reading.text('position') === '' ? 'latitude' : 'position';
  if (isLatitude(a) && isLongitude(b)) return { latitude: a, longitude: b };
  if (isLatitude(b) && isLongitude(a)) {
    reading.report(field, 'position_swapped');
    return { latitude: b, longitude: a };
  }
  reading.report(field, 'position_outside');
  return none;
}

function texts(reading: RowReading): [string, string] {
  const both = reading.text('position');
  if (both === '') return [reading.text('latitude'), reading.text('longitude')];
  const parts = both.match(/-?\d{1,3}[.,]\d+/g) ?? [];
  return [parts[0] ?? both, parts[1] ?? ''];
}

function degrees(text: string): number {
  const plain = text.replace(/[°\s]/g, '').replace(',', '.');
  return /^-?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

const isLatitude = (value: number) => value >= -11.5 && value <= 6.5;
const isLongitude = (value: number) => value >= 94 && value <= 142;
