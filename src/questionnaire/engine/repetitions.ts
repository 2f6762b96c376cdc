import { type Answers, type Given, givenText } from './answers.ts';

/** One repetition more at the end of the repeat at `path`. */
export function addRepetition(answers: Answers, path: string): Answers {
  return { ...answers, [path]: String(countOf(answers, path) + 1) };
}

/** Without the repetition at `position` (from 1); those after it move up, with their answers. */
export function removeRepetition(answers: Answers, path: string, position: number): Answers {
  const count = countOf(answers, path);
  if (!(position >= 1 && position <= count)) return answers;
  const kept: Record<string, Given> = {};
  for (const [key, given] of Object.entries(answers)) {
    const within = key.startsWith(`${path}[`) ? Number(key.slice(path.length + 1).match(/^\d+/)?.[0]) : 0;
    if (within === position) continue;
    kept[within > position ? `${path}[${within - 1}]${key.slice(`${path}[${within}]`.length)}` : key] = given;
  }
  return { ...kept, [path]: String(count - 1) };
}

function countOf(answers: Answers, path: string): number {
  return Number(givenText(answers[path])) || 0;
}
