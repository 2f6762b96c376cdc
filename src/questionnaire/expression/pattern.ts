/** Whether a text as a whole fits a pattern. */
export type Pattern = (text: string) => boolean;

/** One step of a pattern: a character that fits, an edge of the text, a fork, or the end. */
type Step =
  | { readonly kind: 'one'; readonly fits: RegExp }
  | { readonly kind: 'edge'; readonly at: 'start' | 'end' }
  | { readonly kind: 'fork'; ways: number[] };

type Part =
  | { readonly kind: 'one'; readonly fits: RegExp }
  | { readonly kind: 'edge'; readonly at: 'start' | 'end' }
  | { readonly kind: 'all'; readonly of: readonly Part[] }
  | { readonly kind: 'any'; readonly of: readonly Part[] }
  | { readonly kind: 'times'; readonly of: Part; readonly least: number; readonly most: number };

/** Longer is no pattern a person wrote. */
const mostSteps = 2_000;
const deepest = 50;

/**
 * Reads a pattern as `regex()` of XLSForm has it: characters, `.`, `[…]`, `\d \w \s` and their like, groups, `|`,
 * `* + ? {n,m}`, `^ $`. Looking around and back references are refused. Forms come from anybody's spreadsheet: the
 * pattern is followed along all its ways at once (Thompson, CACM 11/6, 1968), so that no text keeps a server or a phone
 * busy for longer than its own length times that of the pattern. Throws SyntaxError.
 */
export function readPattern(pattern: string): Pattern {
  const steps: Step[] = [];
  write(parse(pattern), steps);
  return (text) => fits(steps, text);
}

function parse(pattern: string): Part {
  let at = 0;
  let depth = 0;
  const refuse = (): never => {
    throw new SyntaxError(`pattern: ${pattern.slice(at, at + 10)}`);
  };

  function either(): Part {
    if (++depth > deepest) refuse();
    const of = [sequence()];
    while (pattern[at] === '|') {
      at++;
      of.push(sequence());
    }
    depth--;
    return of.length === 1 ? of[0]! : { kind: 'any', of };
  }
  function sequence(): Part {
    const of: Part[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') of.push(repeated(single()));
    return { kind: 'all', of };
  }
  function repeated(of: Part): Part {
    const [sign, least, most] = pattern.slice(at).match(/^(?:[*+?]|\{(\d{1,4})(?:,(\d{0,4}))?\})\??/) ?? [];
    if (sign === undefined) return of;
    at += sign.length;
    if (of.kind === 'edge' || /[*+?{]/.test(pattern[at] ?? '')) refuse();
    if (least === undefined)
      return {
        kind: 'times',
        of,
        least: sign[0] === '+' ? 1 : 0,
        most: sign[0] === '?' ? 1 : Number.POSITIVE_INFINITY,
      };
    const upTo = most === undefined ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
    if (upTo < Number(least)) refuse();
    return { kind: 'times', of, least: Number(least), most: upTo };
  }
  function single(): Part {
    const rest = pattern.slice(at);
    if (rest[0] === '(') {
      if (/^\(\?(?!:)/.test(rest)) refuse();
      at += rest.startsWith('(?:') ? 3 : 1;
      const inner = either();
      if (pattern[at] !== ')') refuse();
      at++;
      return inner;
    }
    const [source] =
      rest.match(/^(?:\[(?:[^\]\\]|\\[^bpPk\d])*\]|\\[dDwWsStnrfv]|\\[^A-Za-z\d]|[^*+?{}()[\]\\|])/) ?? [];
    if (source === undefined) return refuse();
    at += source.length;
    if (source === '^' || source === '$') return { kind: 'edge', at: source === '^' ? 'start' : 'end' };
    return { kind: 'one', fits: new RegExp(`^${source}$`) };
  }

  const whole = either();
  if (at < pattern.length) refuse();
  return whole;
}

function write(part: Part, steps: Step[]): void {
  if (steps.length > mostSteps) throw new SyntaxError('pattern too long');
  switch (part.kind) {
    case 'all':
      for (const one of part.of) write(one, steps);
      return;
    case 'any': {
      const ends: { ways: number[] }[] = [];
      const fork: Step = { kind: 'fork', ways: [] };
      steps.push(fork);
      for (const one of part.of) {
        fork.ways.push(steps.length);
        write(one, steps);
        const end: Step = { kind: 'fork', ways: [] };
        ends.push(end);
        steps.push(end);
      }
      for (const end of ends) end.ways.push(steps.length);
      return;
    }
    case 'times': {
      for (let time = 0; time < part.least; time++) write(part.of, steps);
      if (part.most === Number.POSITIVE_INFINITY) {
        const start = steps.length;
        const fork: Step = { kind: 'fork', ways: [start + 1] };
        steps.push(fork);
        write(part.of, steps);
        steps.push({ kind: 'fork', ways: [start] });
        fork.ways.push(steps.length);
        return;
      }
      const forks: { ways: number[] }[] = [];
      for (let time = part.least; time < part.most; time++) {
        const fork: Step = { kind: 'fork', ways: [steps.length + 1] };
        forks.push(fork);
        steps.push(fork);
        write(part.of, steps);
      }
      for (const fork of forks) fork.ways.push(steps.length);
      return;
    }
    default:
      steps.push(part);
  }
}

function fits(steps: readonly Step[], text: string): boolean {
  /** Steps that wait for a character at this place, and `steps.length` where the pattern is at its end. */
  const reach = (from: Iterable<number>, place: number): Set<number> => {
    const seen = new Set<number>();
    const open = [...from];
    for (let to = open.pop(); to !== undefined; to = open.pop()) {
      if (seen.has(to)) continue;
      seen.add(to);
      const step = steps[to];
      if (step?.kind === 'fork') open.push(...step.ways);
      else if (step?.kind === 'edge' && place === (step.at === 'start' ? 0 : text.length)) open.push(to + 1);
    }
    return seen;
  };
  let now = reach([0], 0);
  for (let place = 0; place < text.length; place++) {
    const next: number[] = [];
    for (const to of now) {
      const step = steps[to];
      if (step?.kind === 'one' && step.fits.test(text[place]!)) next.push(to + 1);
    }
    if (next.length === 0) return false;
    now = reach(next, place + 1);
  }
  return now.has(steps.length);
}
