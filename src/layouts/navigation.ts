import type { Role } from '#kernel/actor.ts';
import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { IconType } from '../ui/icon.tsx';
import {
  IconBuildingStore,
  IconClipboardList,
  IconDeviceMobile,
  IconEqual,
  IconHistory,
  IconHome,
  IconMail,
  IconMessage,
  IconSchool,
  IconTableImport,
  IconUsers,
} from '../ui/icons.ts';

const texts = defineMessages({
  id: {
    home: 'Beranda',
    register: 'Data UMKM',
    lists: 'Daftar masuk',
    duplicates: 'Mungkin ganda',
    census: 'Pendataan',
    field: 'Aplikasi lapangan',
    programmes: 'Pelatihan & fasilitasi',
    reach: 'Sapa usaha',
    people: 'Orang & tugas',
    outbox: 'Kotak keluar',
    trail: 'Jejak',
  },
  en: {
    home: 'Start',
    register: 'Register',
    lists: 'Lists',
    duplicates: 'Duplicates',
    census: 'Census',
    field: 'Field app',
    programmes: 'Programmes',
    reach: 'Reach out',
    people: 'People & duties',
    outbox: 'Outbox',
    trail: 'Trail',
  },
});

type Place = { path: string; text: keyof (typeof texts)['id']; icon: IconType; roles: readonly Role[] };

const staff: readonly Role[] = ['officer', 'head', 'data_officer', 'companion', 'enumerator', 'partner'];

/**
 * Where the navigation leads, in order of use, and whom it shows the way. It only hides what a person cannot open;
 * each page still asks for its own permission.
 */
const places: readonly Place[] = [
  { path: '/', text: 'home', icon: IconHome, roles: staff },
  {
    path: '/usaha',
    text: 'register',
    icon: IconBuildingStore,
    roles: ['officer', 'head', 'data_officer', 'companion', 'enumerator'],
  },
  { path: '/daftar', text: 'lists', icon: IconTableImport, roles: ['officer', 'head', 'data_officer'] },
  { path: '/kembar', text: 'duplicates', icon: IconEqual, roles: ['officer', 'head', 'data_officer'] },
  {
    path: '/pendataan',
    text: 'census',
    icon: IconClipboardList,
    roles: ['officer', 'head', 'data_officer', 'companion'],
  },
  // A program of its own, beside these pages.
  { path: '/lapangan/', text: 'field', icon: IconDeviceMobile, roles: ['enumerator', 'companion'] },
  {
    path: '/pembinaan',
    text: 'programmes',
    icon: IconSchool,
    roles: ['officer', 'head', 'data_officer', 'companion', 'partner'],
  },
  { path: '/sapa', text: 'reach', icon: IconMessage, roles: ['officer', 'head', 'data_officer'] },
  { path: '/orang', text: 'people', icon: IconUsers, roles: ['data_officer', 'head'] },
  { path: '/kotak-keluar', text: 'outbox', icon: IconMail, roles: ['officer', 'data_officer'] },
  { path: '/jejak', text: 'trail', icon: IconHistory, roles: ['data_officer', 'head'] },
];

/** The paths someone with these roles may open. */
export function pathsFor(roles: readonly Role[]): string[] {
  return places
    .filter((place) => place.roles.some((role) => roles.includes(role)))
    .map((place) => place.path);
}

export type NavigationItem = { path: string; label: string; icon: IconType };

/** The allowed paths with word and icon, in order. */
export function navigationFor(paths: readonly string[], locale: Locale): NavigationItem[] {
  const t = messagesFor(texts, locale);
  return places
    .filter((place) => paths.includes(place.path))
    .map(({ path, text, icon }) => ({ path, label: t[text], icon }));
}
