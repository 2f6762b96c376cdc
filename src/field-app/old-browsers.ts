/** What phones of 2020 lack and the program uses. Syntax is lowered by the build; these few are words of the library. */

function add(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

/** Chrome 92 */
function at<Item>(this: ArrayLike<Item>, index: number): Item | undefined {
  return this[index < 0 ? this.length + Math.trunc(index) : Math.trunc(index)];
}

/** Chrome 85; here only ever with text or a pattern that is global already. */
function replaceAll(this: string, what: string | RegExp, by: string): string {
  return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by);
}

add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);
add(String.prototype, 'replaceAll', replaceAll);
/** Chrome 93 */
add(Object, 'hasOwn', (owner: object, name: PropertyKey) => Object.hasOwn(owner, name));
