import { useRouteLoaderData } from 'react-router';
import type { Locale } from '#kernel/language.ts';

/** The language of this page, as the root loader read it; Bahasa Indonesia where the root failed to load. */
export function useLocale(): Locale {
  const root = useRouteLoaderData('root') as { locale?: Locale } | undefined;
  return root?.locale ?? 'id';
}
