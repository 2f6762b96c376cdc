/** The two languages of the interface; Bahasa Indonesia is the default. */
export type Locale = 'id' | 'en';
export const locales = ['id', 'en'] as const satisfies readonly Locale[];

/** A text, or a function that puts values into one. */
// biome-ignore lint/suspicious/noExplicitAny: each catalogue states its own parameters; `any` only admits them all.
export type Message = string | ((params: any) => string);

type Widened<M> = { readonly [Key in keyof M]: M[Key] extends string ? string : M[Key] };

/** One slice's texts in both languages, with the same keys and the same parameters. */
export type Catalogue<M> = { readonly [L in Locale]: Widened<M> };

/**
 * Declares texts. `en` must have exactly the keys and parameters of `id`:
 * a missing, surplus or differently shaped English text is a type error.
 */
export function defineMessages<M extends Record<string, Message>>(catalogue: {
  id: M;
  en: NoInfer<Widened<M>>;
}): Catalogue<M> {
  return catalogue as Catalogue<M>;
}

/** The texts of one language: `messagesFor(texts, 'id').save` or `.found({ count: 3 })`. */
export function messagesFor<M>(catalogue: Catalogue<M>, locale: Locale): Widened<M> {
  return catalogue[locale];
}
