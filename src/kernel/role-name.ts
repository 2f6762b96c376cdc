import type { Role } from './actor.ts';
import { defineMessages, type Locale, messagesFor } from './language.ts';

const names = defineMessages<Record<Role, string>>({
  id: {
    officer: 'Petugas',
    head: 'Kepala dinas',
    data_officer: 'Admin data',
    companion: 'Pendamping',
    enumerator: 'Pendata',
    partner: 'Mitra',
    owner: 'Pemilik usaha',
  },
  en: {
    officer: 'Officer',
    head: 'Head of office',
    data_officer: 'Data officer',
    companion: 'Companion',
    enumerator: 'Enumerator',
    partner: 'Partner',
    owner: 'Enterprise owner',
  },
});

/** What a role is called on screen. */
export function roleName(role: Role, locale: Locale): string {
  return messagesFor(names, locale)[role];
}
