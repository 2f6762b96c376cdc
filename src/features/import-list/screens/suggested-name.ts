/** A name for a list from the name of its file: `usulan_bpum-JENGGOT (2).xlsx` → `Usulan bpum JENGGOT`. */
export function suggestedName(fileName: string): string {
  const words = fileName
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/\s*\(\d+\)$/, '')
    .replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim();
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 120);
}
