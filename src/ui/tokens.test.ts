import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Words and the grounds they stand on, as used in the stylesheets. */
const pairs = [
  ...['ground', 'surface', 'sunken'].flatMap((ground) =>
    ['ink', 'ink-soft', 'heading', 'link'].map((ink) => [ink, ground] as const),
  ),
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['wash-ink', 'wash'],
  ['wrong-ink', 'wrong-wash'],
  ['wrong-ink', 'surface'],
  ['done-ink', 'done-wash'],
  ['wait-ink', 'wait-wash'],
  ['ink-soft', 'quiet-wash'],
  ['ink-soft', 'wash'],
] as const;

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(':root[data-mantine-color-scheme="dark"]');

test.each([
  ['light', light],
  ['dark', dark],
])('words are readable on every ground in %s (WCAG 1.4.3: 4.5 to 1)', (_name, tokens) => {
  const tooFaint = pairs.map(([ink, ground]) => ({
    ink,
    ground,
    contrast: contrast(colour(tokens, ink), colour(tokens, ground)),
  }));
  expect(tooFaint.filter((pair) => pair.contrast < 4.5)).toEqual([]);
});

test.each([
  ['light', light],
  ['dark', dark],
])('edges of what can be used are seen in %s (WCAG 1.4.11: 3 to 1)', (_name, tokens) => {
  for (const ground of ['ground', 'surface'])
    expect(contrast(colour(tokens, 'edge'), colour(tokens, ground))).toBeGreaterThanOrEqual(3);
});

function colour(tokens: string, name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
  if (!found) throw new Error(`no colour --${name}`);
  return found;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}
