import type { CorruptFile } from './corrupt-file.ts';
import { corruptTextFiles } from './corrupt-text-files.ts';
import { corruptWorkbooks } from './corrupt-workbooks.ts';
import { oddArchives } from './odd-archives.ts';
import { oddWorkbooks } from './odd-workbooks.ts';

/** Every troublesome file; no two `what` are alike. */
export function corruptFiles(): CorruptFile[] {
  return [...corruptTextFiles(), ...corruptWorkbooks(), ...oddWorkbooks(), ...oddArchives()];
}
