const mostProducts = 20;
const longestProduct = 200;
const longestCell = 1_000;
/** Commas, slashes, "dan" … but not within brackets: kerupuk (udang, ikan) is one product. */
const breaks = /\s*(?:[,;/\n•|+&]|\b(?:dan|serta|dll|dsb|dst|and)\b)\s*(?![^()]*\))/iu;

/** "Kerupuk (udang, ikan), terasi dan abon" → three products, as written, without repeats. */
export function splitProducts(texts: readonly string[]): string[] {
  const products = new Map<string, string>();
  for (const text of texts) {
    for (const part of text.slice(0, longestCell).split(breaks)) {
      const product = part.replace(/^[\s.\-–*:]+|[\s.\-–:]+$/g, '').slice(0, longestProduct);
      const key = product.toLowerCase();
      if (product.length >= 2 && /\p{L}/u.test(product) && !products.has(key)) products.set(key, product);
    }
  }
  return [...products.values()].slice(0, mostProducts);
}
