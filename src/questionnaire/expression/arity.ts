const many = 50;

/** Every function of the language, with the fewest and the most values it takes. */
const arities: Readonly<Record<string, readonly [least: number, most: number]>> = {
  if: [3, 3],
  coalesce: [2, many],
  not: [1, 1],
  true: [0, 0],
  false: [0, 0],
  boolean: [1, 1],
  string: [1, 1],
  number: [1, 1],
  int: [1, 1],
  round: [1, 2],
  abs: [1, 1],
  pow: [2, 2],
  selected: [2, 2],
  'selected-at': [2, 2],
  'count-selected': [1, 1],
  'jr:choice-name': [2, 2],
  'string-length': [1, 1],
  'normalize-space': [1, 1],
  regex: [2, 2],
  contains: [2, 2],
  'starts-with': [2, 2],
  'ends-with': [2, 2],
  concat: [1, many],
  substr: [2, 3],
  today: [0, 0],
  now: [0, 0],
  date: [1, 1],
  'format-date': [2, 2],
  'format-date-time': [2, 2],
  sum: [1, 1],
  count: [1, 1],
  'count-non-empty': [1, 1],
  min: [1, many],
  max: [1, many],
  join: [2, many],
  position: [1, 1],
  'indexed-repeat': [3, 3],
};

/** The functions whose values may be those of every repetition. */
const overRepetitions = new Set(['sum', 'count', 'count-non-empty', 'min', 'max', 'join']);

export function arityOf(name: string): readonly [number, number] | undefined {
  return Object.hasOwn(arities, name) ? arities[name] : undefined;
}

export function takesRepetitions(name: string): boolean {
  return overRepetitions.has(name);
}
