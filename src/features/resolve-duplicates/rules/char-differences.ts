/** A stretch of a text that the other side has too, or has not. */
export type Stretch = { text: string; differs: boolean };

/** Common letters shorter than this between two differences are chance. */
const TOO_SHORT = 2;
/** Below this share of common letters the texts are simply others. */
const ALIKE = 0.5;
/** Longer texts are compared as wholes: the table below grows with the product of both. */
const LONGEST = 300;

const whole = (text: string): Stretch[] => (text === '' ? [] : [{ text, differs: true }]);
/** One per letter of the text, so that places stay the same however it is written. */
const folded = (text: string) => Array.from(text, (letter) => letter.toLowerCase());

/** For each letter whether it belongs to the longest common subsequence of both. */
function common(a: readonly string[], b: readonly string[]): [boolean[], boolean[]] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const inA = a.map(() => false);
  const inB = b.map(() => false);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      inA[i++] = true;
      inB[j++] = true;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return [inA, inB];
}

function stretches(text: string, isCommon: readonly boolean[]): Stretch[] {
  const found: Stretch[] = [];
  Array.from(text).forEach((letter, at) => {
    const differs = !isCommon[at];
    const last = found.at(-1);
    if (last?.differs === differs) last.text += letter;
    else found.push({ text: letter, differs });
  });
  // A letter or two in common amid differences would only make confetti.
  return found.reduce<Stretch[]>((merged, stretch, at) => {
    const between = at > 0 && at < found.length - 1 && !stretch.differs && stretch.text.length < TOO_SHORT;
    const differs = stretch.differs || between;
    const last = merged.at(-1);
    if (last?.differs === differs) last.text += stretch.text;
    else merged.push({ text: stretch.text, differs });
    return merged;
  }, []);
}

/** Two texts letter by letter, capitals aside: what each has that the other has not. */
export function charDifferences(left: string, right: string): { left: Stretch[]; right: Stretch[] } {
  const a = folded(left);
  const b = folded(right);
  if (a.length > LONGEST || b.length > LONGEST || a.length === 0 || b.length === 0) {
    const isSame = left.toLowerCase() === right.toLowerCase();
    return isSame
      ? { left: [{ text: left, differs: false }], right: [{ text: right, differs: false }] }
      : { left: whole(left), right: whole(right) };
  }
  const [inA, inB] = common(a, b);
  const share = inA.filter(Boolean).length / Math.max(a.length, b.length);
  if (share < ALIKE) return { left: whole(left), right: whole(right) };
  return { left: stretches(left, inA), right: stretches(right, inB) };
}
