import { type KeyboardEvent, useEffect, useRef } from 'react';
import { keysOfWords } from '../rules/sheet-view.ts';

/**
 * One key a name: a letter answers the row that has the focus and goes on to the next; arrows move between rows;
 * Backspace takes an answer back. Tells how many rows are answered after each change.
 */
export function useSheetKeys(onCount: (told: number) => void) {
  const list = useRef<HTMLOListElement>(null);
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('fieldset') ?? [])];
  const radios = (row: HTMLElement) => [...row.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const focusOn = (row: HTMLElement | undefined) => {
    if (!row) return;
    const all = radios(row);
    (all.find((one) => one.checked) ?? all[0])?.focus();
  };
  const recount = () =>
    onCount(rows().filter((row) => radios(row).some((one) => one.checked && one.value !== '')).length);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the sheet is opened.
  useEffect(() => {
    const element = list.current;
    element?.addEventListener('change', recount);
    focusOn(rows().find((row) => !radios(row).some((one) => one.checked)) ?? rows()[0]);
    return () => element?.removeEventListener('change', recount);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>('fieldset');
    if (!row) return;
    const at = rows().indexOf(row);
    const word = keysOfWords[event.key.toLowerCase()];
    if (word) {
      const radio = radios(row).find(({ value }) => value === word);
      if (radio) radio.checked = true;
      focusOn(rows()[at + 1] ?? row);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      focusOn(rows()[at + (event.key === 'ArrowDown' ? 1 : -1)]);
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      for (const radio of radios(row)) radio.checked = false;
    } else return;
    event.preventDefault();
    recount();
  };
  return { list, onKeyDown };
}
