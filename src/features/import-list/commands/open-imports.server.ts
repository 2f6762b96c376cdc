import type { OpenWork } from '../../run-office/index.server.ts';
import { countOpenImports, giveOpenImports } from '../import-store.server.ts';

/** Lists that still wait for the person who brought them in; they go along at a hand-over. */
export const importOpenWork: OpenWork = {
  kind: 'import',
  label: { id: 'Daftar yang belum selesai dimasukkan', en: 'Lists still being brought in' },
  count: countOpenImports,
  move: giveOpenImports,
};
