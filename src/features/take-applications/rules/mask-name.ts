/**
 * A name by which its owner knows it again and others learn little: the first two letters of each word, "Batik Sekar Jagad"
 * → "Ba••• Se••• Ja•••". Short words keep one letter.
 */
export function maskName(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((word) => {
      const letters = [...word];
      return `${letters.slice(0, letters.length > 3 ? 2 : 1).join('')}•••`;
    })
    .join(' ');
}
