import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceKinds } from '../../register-enterprise/rules/evidence-kinds.ts';
import { sectors } from '../../register-enterprise/rules/sectors.ts';
import { anyCondition, anyFacts, anyQuestion, someFacts } from '../factory.ts';
import { conditionTemplates } from './condition-templates.ts';
import { wordFor } from './condition-words.ts';
import { describeCondition } from './describe-condition.ts';
import { explainLine } from './explain-line.ts';
import { readConditions } from './read-conditions.ts';

const day = '2026-06-15';
const template = (name: string, key: string) =>
  conditionTemplates[name]!.lines.find((line) => line.key === key)!;

describe('why a condition is met or not', () => {
  it('names the document, how well it is proven and its day, and never its number', () => {
    const facts = someFacts({
      nib: 'known',
      evidences: [{ kind: 'nib', grade: 'documented', issuedOn: '2026-03-03', expiresOn: null }],
    });
    const { answer, reasons, change } = explainLine(template('export_training', 'nib'), facts, day, 'id');
    expect([answer, reasons[0]!.evidence, change]).toEqual([
      'yes',
      'NIB 13 digit, ada berkas, 3 Mar 2026',
      null,
    ]);
  });

  it('says what to do about a no, and what to find out about an unknown', () => {
    const line = template('export_training', 'nib');
    expect(explainLine(line, someFacts({ nib: 'none_yet' }), day, 'id').change).toContain('loket kami');
    expect(explainLine(line, someFacts(), day, 'id').change).toBe(
      'Tunjukkan NIB, atau beri tahu kami bila belum punya.',
    );
    expect(explainLine(line, someFacts(), day, 'en').change).toContain('Show the NIB');
  });

  it('asks only about what still lacks', () => {
    const facts = someFacts({ premises: [{ kind: 'main' }], nib: 'known' });
    const both = {
      key: 'x',
      label: { id: 'x', en: 'x' },
      when: { all: [{ ask: 'nib' as const }, { ask: 'scale' as const, in: ['mikro'] }] },
    };
    const { change, reasons } = explainLine(both, facts, day, 'id');
    expect(change).toBe('Tanyakan dan catat omzet atau modal untuk menentukan skala usaha.');
    expect(reasons.map(({ answer }) => answer)).toEqual(['yes', 'unknown']);
  });

  it('tells of a certificate that ran out', () => {
    const facts = someFacts({
      evidences: [{ kind: 'halal', grade: 'seen', issuedOn: null, expiresOn: '2026-05-01' }],
    });
    const line = { key: 'x', label: { id: 'x', en: 'x' }, when: { ask: 'evidence' as const, kind: 'halal' } };
    const { answer, reasons, change } = explainLine(line, facts, day, 'id');
    expect([answer, reasons[0]!.evidence]).toEqual([
      'no',
      'sertifikat halal, sudah dilihat, habis 1 Mei 2026',
    ]);
    expect(change).toBe('Urus atau perpanjang sertifikat halal.');
  });

  it('has words for every question and answer in both languages', () => {
    fc.assert(
      fc.property(anyQuestion, anyFacts, (when, facts) => {
        for (const locale of ['id', 'en'] as const) {
          const line = { key: 'x', label: { id: 'x', en: 'x' }, when };
          const { answer, reasons, change } = explainLine(line, facts, day, locale);
          expect(reasons[0]!.asked.length).toBeGreaterThan(2);
          expect(reasons[0]!.evidence.length).toBeGreaterThan(0);
          expect(`${reasons[0]!.asked}${reasons[0]!.evidence}`).not.toMatch(/undefined|NaN|null/);
          if (answer === 'unknown') expect(change).not.toBeNull();
          if (answer === 'yes') expect(change).toBeNull();
        }
      }),
      { numRuns: 1_500, seed: 5 },
    );
  });
});

describe('a condition in words', () => {
  it.each([
    [{ ask: 'nib' as const }, 'punya NIB'],
    [
      { ask: 'figure' as const, kind: 'sales' as const, atMost: 15_000_000_000 },
      'omzet setahun paling banyak Rp 15.000.000.000',
    ],
    [
      {
        atLeast: 2,
        of: [
          { ask: 'nib' as const },
          { ask: 'verified' as const, withinMonths: 24 },
          { ask: 'owner_disability' as const },
        ],
      },
      'minimal 2 dari: punya NIB; sudah dicek petugas dalam 2 tahun terakhir; pemiliknya penyandang disabilitas',
    ],
    [{ ask: 'support' as const, topic: 'packaging', atMost: 0 }, 'belum pernah ikut pembinaan kemasan'],
    [{ ask: 'area' as const, in: ['33.75.01'] }, 'berada di Pekalongan Barat'],
  ])('%j', (condition, words) => {
    expect(describeCondition(condition, 'id', { area: new Map([['33.75.01', 'Pekalongan Barat']]) })).toBe(
      words,
    );
  });

  it('reads in both languages for any condition', () => {
    fc.assert(
      fc.property(anyCondition(3), (condition) => {
        for (const locale of ['id', 'en'] as const)
          expect(describeCondition(condition, locale)).not.toMatch(/undefined|NaN|null|^$/);
      }),
      { numRuns: 500, seed: 9 },
    );
  });

  it('knows a word for every kind of document and every sector of the register', () => {
    for (const locale of ['id', 'en'] as const) {
      for (const kind of evidenceKinds.filter((kind) => kind === kind.toLowerCase()))
        expect(['sni', 'haccp', 'iso'].includes(kind) || wordFor('evidence', kind, locale) !== kind).toBe(
          true,
        );
      for (const sector of sectors) expect(wordFor('sector', sector, locale)).toBeTruthy();
    }
  });
});

describe('templates of conditions', () => {
  it.each(Object.entries(conditionTemplates))('%s is what its JSON form reads as', (_, set) => {
    expect(readConditions(JSON.parse(JSON.stringify(set)))).toEqual({ set, faults: [] });
  });

  it('the export training asks the four conditions of the mission', () => {
    expect(conditionTemplates.export_training!.lines.map(({ key }) => key)).toEqual([
      'nib',
      'own-production',
      'export-standard',
      'local-id',
    ]);
  });
});
