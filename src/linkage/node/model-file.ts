import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { LinkageModel } from '../model.ts';
import type { PatternData } from '../patterns.ts';
import type { ComparisonPlan } from '../plan.ts';
import { type LinkageSettings, parseSettings, settingsShape } from '../settings.ts';
import { PlainRefusal } from './plain-refusal.ts';

/** What was learned once, to be used again: with the settings it was learned for. */
export type ModelFile = { settings: LinkageSettings; model: LinkageModel; strangers: PatternData };

const shape = z.object({
  settings: settingsShape,
  model: z.object({
    prior: z.number().gt(0).lt(1),
    comparisons: z.array(
      z.object({
        name: z.string(),
        levels: z.array(z.object({ label: z.string(), m: z.number().gt(0), u: z.number().gt(0) })),
      }),
    ),
    dependences: z.array(
      z.object({ one: z.int().min(0), other: z.int().min(0), bits: z.array(z.array(z.number())) }),
    ),
    related: z.array(
      z.object({
        differ: z.array(z.int().min(0)),
        perMatch: z.number().min(0),
        perMatchAlone: z.number().min(0),
      }),
    ),
  }),
  strangers: z.object({ keys: z.array(z.number()), counts: z.array(z.number()) }),
});

/** @throws PlainRefusal */
export function readModelFile(path: string): ModelFile {
  const parsed = shape.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw notRight(path, problems);
}

/** @throws PlainRefusal */
export function readSettingsFile(path: string): LinkageSettings {
  const parsed = parseSettings(readJson(path));
  if ('settings' in parsed) return parsed.settings;
  throw notRight(path, parsed.problems);
}

/** @throws PlainRefusal where a model was learned for other comparisons than these */
export function checkModelFits(path: string, model: LinkageModel, plan: ComparisonPlan): void {
  const sought = plan.comparisons.map(
    ({ name, levels }) => `${name} (${[...levels.map(({ label }) => label), 'else']})`,
  );
  const found = model.comparisons.map(({ name, levels }) => `${name} (${levels.map(({ label }) => label)})`);
  const at = Array.from({ length: Math.max(sought.length, found.length) }).findIndex(
    (_, index) => sought[index] !== found[index],
  );
  if (at < 0) return;
  throw new PlainRefusal(
    `${path}: parameter ini untuk perbandingan lain. / was learned for other comparisons: ${found[at] ?? 'nothing'} instead of ${sought[at] ?? 'nothing'}.`,
  );
}

/** @throws PlainRefusal */
export function writeJson(path: string, value: unknown): void {
  try {
    writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    throw new PlainRefusal(`${path} tidak bisa ditulis. / ${path} cannot be written: ${reasonOf(error)}`);
  }
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new PlainRefusal(
      `Berkas ${path} tidak bisa dibaca. / The file ${path} cannot be read: ${reasonOf(error)}`,
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new PlainRefusal(`${path} bukan JSON. / ${path} is no JSON: ${reasonOf(error)}`);
  }
}

function notRight(path: string, problems: readonly string[]): PlainRefusal {
  return new PlainRefusal(
    [
      `Ada yang salah di ${path}. / Something is wrong in ${path}:`,
      ...problems.map((one) => `  ${one}`),
    ].join('\n'),
  );
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
