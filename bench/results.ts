import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { projectRoot } from '#platform/project-root.ts';
import type { BenchResult, Figure, Goal } from './bench.ts';

export type Machine = {
  cpu: string;
  memoryGb: number;
  node: string;
  postgres: string;
  commit: string;
  date: string;
  /** Programs that wanted a processor during the last quarter of an hour, this bench among them. */
  load: number;
};

export function describeMachine(postgres: string): Machine {
  const processors = cpus();
  const git = () =>
    execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: projectRoot(),
      encoding: 'utf8',
      stdio: 'pipe',
    });
  let commit = 'unknown';
  try {
    commit = git().trim();
  } catch {
    // Unpacked from an archive: there is none.
  }
  return {
    cpu: `${processors.length} × ${processors[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    postgres,
    commit,
    date: new Date().toISOString().slice(0, 10),
    load: loadavg()[2] ?? Number.NaN,
  };
}

const round = (value: number) =>
  Number.isNaN(value) ? '–' : value.toLocaleString('en', { maximumSignificantDigits: value >= 100 ? 4 : 3 });
const amount = (value: number, { unit }: Figure) =>
  unit === 'share' ? `${round(value * 100)}%` : `${round(value)}${unit === 'count' ? '' : ` ${unit}`}`;
const bound = (goal: Goal, figure: Figure) => {
  const [sign, value] = goal.atMost === undefined ? ['≥', goal.atLeast!] : ['≤', goal.atMost];
  return goal.of === 'ratio' ? `${sign} ${value} ×` : `${sign} ${amount(value, figure)}`;
};

/** One line of the table: what, ours, the baseline, the ratio, the goal and whether it is reached. */
function cells(one: Figure): string[] {
  return [
    one.what,
    amount(one.value, one),
    one.baseline ? `${amount(one.baseline.value, one)} (${one.baseline.what})` : '',
    one.ratio === undefined ? '' : `${round(one.ratio)} ×`,
    one.goal ? bound(one.goal, one) : '',
    one.reached === undefined ? '' : one.reached ? 'yes' : '**no**',
  ];
}

const heads = ['What', 'Ours', 'Baseline', 'Ratio', 'Goal', 'Reached'];

/** Columns as wide as their widest cell: as the formatter would have them. */
function table(rows: readonly string[][]): string[] {
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const [head, ...body] = rows.map(
    (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`,
  );
  return [head!, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body];
}

export function asMarkdown(results: readonly BenchResult[], machine: Machine, command: string): string {
  const lines = [
    '# Measured',
    '',
    `Written by \`${command}\` on ${machine.date}, commit ${machine.commit}: ${machine.cpu}, ${machine.memoryGb} GB, Node ${machine.node}, ${machine.postgres}. Load average ${round(machine.load)}, this bench included.`,
    'Medians of several runs; baselines ran in turn with ours on the same machine, so the ratios mean more than the times.',
  ];
  for (const { name, figures, notes } of results) {
    lines.push('', `## ${name}`, '', ...notes.flatMap((note) => [note, '']));
    lines.push(...table([heads, ...figures.map(cells)]));
  }
  return `${lines.join('\n')}\n`;
}

export function asText(results: readonly BenchResult[]): string {
  return results
    .flatMap(({ name, figures }) => [
      name,
      ...figures.map((one) => `  ${cells(one).filter(Boolean).join('  ·  ')}`),
    ])
    .join('\n');
}
