import loadHighs, { type Highs } from 'highs';

let loading: Promise<Highs> | undefined;

/** HiGHS, loaded once per thread: 3.5 MB of WebAssembly. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs({ print: () => undefined, printErr: () => undefined });
  return loading;
}

export const nameSolver = (highs: Highs) => ({ name: 'HiGHS', version: highs.version.string });
