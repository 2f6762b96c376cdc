import sharp from 'sharp';
import type { Actor } from '#kernel/actor.ts';
import { done, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import { defineCommand, execute } from '#platform/command.server.ts';
import { fileKindOf } from '#platform/files/file-kind.ts';
import type { Services } from '#platform/services.server.ts';
import { letterheadInput } from '../input.ts';
import { findLetterhead, insertLetterhead } from '../letterhead-store.server.ts';
import { permissions } from '../permissions.ts';
import { linesOf } from '../rules/letterhead.ts';

const LARGEST_BYTES = 1024 * 1024;
/** Pixels; 22 mm on paper at 600 dpi. */
const LONGEST_SIDE = 600;

/** Sets what heads papers from a day on. Earlier papers keep theirs. */
const setLetterheadCommand = defineCommand({
  name: 'office.set_letterhead',
  permission: permissions['papers.manage'],
  input: letterheadInput,
  async run({ trx, officeCode, now, newId, actor, audit }, { lines, logo, keepLogo, ...rest }) {
    const before = await findLetterhead(trx, officeCode, rest.effectiveOn);
    await insertLetterhead(trx, officeCode, {
      ...rest,
      letterheadId: newId(),
      lines: linesOf(lines),
      logo: logo ?? (keepLogo ? (before?.logo ?? null) : null),
      createdAt: now,
      createdBy: actor.name,
    });
    await audit({
      action: 'office.letterhead_set',
      subject: { kind: 'office', id: officeCode },
      details: { effectiveOn: rest.effectiveOn, withLogo: logo !== null },
    });
    return done();
  },
});

/** A PNG of at most 600 pixels; null where it cannot be read as a picture. */
async function asLogo(bytes: Buffer): Promise<Buffer | null> {
  const kind = fileKindOf(bytes)?.mediaType;
  if (kind !== 'image/png' && kind !== 'image/jpeg') return null;
  try {
    return await sharp(bytes, { limitInputPixels: 40_000_000 })
      .rotate()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer();
  } catch {
    return null;
  }
}

/**
 * Sets the letterhead from a day on, with its logo: a PNG or JPEG of at most 1 MB, kept as PNG. Refused: `file_too_large`,
 * `invalid_input` (at `logo`: another kind of file), `forbidden`.
 */
export async function setLetterhead(
  services: Services,
  actor: Actor,
  { logo, ...form }: Record<string, unknown> & { logo: File | null },
): Promise<Outcome<void>> {
  if (logo && logo.size > LARGEST_BYTES) return refused('file_too_large', { details: { megabytes: 1 } });
  const bytes = logo && logo.size > 0 ? await asLogo(Buffer.from(await logo.arrayBuffer())) : null;
  if (logo && logo.size > 0 && !bytes) return invalid([{ path: 'logo', code: 'wrong_format' }]);
  return execute(services, actor, setLetterheadCommand, { ...form, logo: bytes });
}
