import type { Random } from '#sample/random.ts';

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

const neighbourKey = (letter: string, random: Random): string => {
  const lower = letter.toLowerCase();
  const row = KEYBOARD.find((keys) => keys.includes(lower));
  if (!row) return letter;
  const near = [row[row.indexOf(lower) - 1], row[row.indexOf(lower) + 1]].filter((key) => key !== undefined);
  const key = random.pick(near);
  return letter === lower ? key : key.toUpperCase();
};

/** A slip of the finger: a neighbouring key, a letter left out, doubled, or exchanged with the next. */
export const typingError = (text: string, random: Random): string => {
  const letters = [...text];
  const places = letters.flatMap((letter, index) => (/[a-z]/i.test(letter) ? [index] : []));
  if (places.length < 3) return text;
  const at = random.pick(places.slice(1));
  const letter = letters[at] as string;
  const next = letters[at + 1];
  switch (random.integer(0, 3)) {
    case 0:
      letters[at] = neighbourKey(letter, random);
      break;
    case 1:
      letters[at] = '';
      break;
    case 2:
      letters[at] = letter + letter.toLowerCase();
      break;
    default:
      if (next !== undefined && next !== ' ') {
        letters[at] = next;
        letters[at + 1] = letter;
      } else letters[at] = '';
  }
  return letters.join('');
};
