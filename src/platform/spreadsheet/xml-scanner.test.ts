import { describe, expect, it } from 'vitest';
import { RefusedFile } from './spreadsheet-refusal.ts';
import { scanXml, XmlScanner, xmlAttribute } from './xml-scanner.ts';

function events(chunks: (string | Buffer)[]): string[] {
  const seen: string[] = [];
  const scanner = new XmlScanner(
    {
      open: (name, attributes) => seen.push(`<${name}${attributes}>`),
      close: (name) => seen.push(`</${name}>`),
      text: (text) => seen.push(text),
    },
    'part.xml',
  );
  for (const chunk of chunks) scanner.push(Buffer.from(chunk));
  scanner.end();
  return seen;
}

const DOCUMENT = `\ufeff<?xml version="1.0"?><!-- > --><x:a b="1 > 0" c='"'>é &amp; &#x41;&#66;<d/><![CDATA[<&>]]></x:a >`;

describe('the XML of a workbook', () => {
  it('is read into elements and text', () => {
    expect(events([DOCUMENT])).toEqual(['<a b="1 > 0" c=\'"\'>', 'é & AB', '<d>', '</d>', '<&>', '</a>']);
  });

  it('is read the same wherever the chunks are cut', () => {
    const bytes = Buffer.from(DOCUMENT);
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(events([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(events([DOCUMENT]));
    }
  });

  it.each(['<!DOCTYPE a><a/>', '<!doctype a [<!ENTITY x "y">]><a/>', '<a><!ENTITY x "y"></a>'])(
    'is refused when it brings definitions: %s',
    (xml) => {
      expect(() => events([xml])).toThrow(
        expect.objectContaining({ refusal: expect.objectContaining({ code: 'unsafe-content' }) }),
      );
    },
  );

  it.each([
    '',
    '<a>',
    '<a></b>',
    '</a>',
    '<a><b></a></b>',
    '<a b="',
    'text',
    '<a/>text',
    '<>',
    '<a>&unknown;</a>',
    '<a>&#x110000;</a>',
  ])('is refused when it is malformed: %s', (xml) => {
    expect(() => events([xml])).toThrow(RefusedFile);
  });

  it('does not run away on a tag without end', () => {
    expect(() => events(Array.from({ length: 100 }, () => `<${'a'.repeat(100_000)}`))).toThrow(RefusedFile);
  });

  it('gives attributes whatever their quotes, and not those that only end alike', () => {
    const attributes = ` xr="no" r="A1" s = '2' t="&lt;"`;
    expect(['r', 's', 't', 'x'].map((name) => xmlAttribute(attributes, name))).toEqual([
      'A1',
      '2',
      '<',
      undefined,
    ]);
  });

  it('may hold a million empty elements', () => {
    let count = 0;
    scanXml(`<a>${'<b/>'.repeat(100_000)}</a>`, 'p', { open: () => count++, close() {}, text() {} });
    expect(count).toBe(100_001);
  });
});
