import type { Client } from './http-client.ts';

export type PageWeight = {
  /** As it goes over the line, in KB of 1,000 bytes. */
  document: number;
  scripts: number;
  styles: number;
  fonts: number;
};

const unique = (found: Iterable<RegExpMatchArray>) => [...new Set([...found].map(([, address]) => address!))];

/** Modules that a script imports by itself; those behind `import()` come later, if ever. */
const importsOf = (script: string) =>
  unique(script.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{0,2}\/[^"']+\.js)["']/g));

/** Fonts that a page of Latin letters asks for: faces for other ranges are never fetched. */
function fontsOf(style: string): string[] {
  const faces = style.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  return faces
    .filter((face) => !/unicode-range/.test(face) || /unicode-range:[^;}]*U\+0{1,4}-/i.test(face))
    .filter((face) => !/font-style:\s*italic/.test(face))
    .flatMap((face) => unique(face.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)).slice(0, 1));
}

/** Everything a browser with an empty cache fetches before the page stands: document, scripts, styles, fonts. */
export async function weighPage(
  client: Client,
  path: string,
  unpack: (body: Buffer, encoding: string) => Buffer,
) {
  const fetched = new Set<string>();
  const get = async (address: string) => {
    fetched.add(address);
    const { status, headers, body } = await client.send(address);
    if (status !== 200) throw new Error(`${address} was answered with ${status}`);
    return { bytes: body.length, text: unpack(body, String(headers['content-encoding'] ?? '')).toString() };
  };
  const weight: PageWeight = { document: 0, scripts: 0, styles: 0, fonts: 0 };
  const resolve = (address: string, from: string) => new URL(address, new URL(from, 'http://page')).pathname;

  const page = await get(path);
  weight.document = page.bytes / 1000;
  const wanted = unique(page.text.matchAll(/["'](\/assets\/[^"']+\.js)["']/g)).filter((script) =>
    new RegExp(`(?:src|href|import|from)\\s*=?\\s*["']${script}`).test(page.text),
  );
  for (const script of wanted) {
    if (fetched.has(script)) continue;
    const { bytes, text } = await get(script);
    weight.scripts += bytes / 1000;
    for (const next of importsOf(text)) wanted.push(resolve(next, script));
  }
  for (const style of unique(page.text.matchAll(/<link[^>]*href="([^"]+\.css)"/g))) {
    const { bytes, text } = await get(style);
    weight.styles += bytes / 1000;
    for (const font of fontsOf(text)) {
      const address = resolve(font, style);
      if (!fetched.has(address)) weight.fonts += (await get(address)).bytes / 1000;
    }
  }
  return weight;
}
