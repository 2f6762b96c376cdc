import type { FileHandle } from 'node:fs/promises';

/** First bytes of an OLE compound file: old .xls and .doc, and workbooks with a password. */
export const OLE_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const END_OF_CHAIN = 0xfffffffa;
const DIRECTORY_ENTRY = 128;
/** Directories of office files have a few dozen entries; a made-up chain must not be followed for ever. */
const MAX_DIRECTORY_SECTORS = 256;

/**
 * Names of the streams and folders in an OLE compound file ([MS-CFB] 2.6), e.g. `Workbook`, `EncryptedPackage`.
 * Reads a few sectors only; a damaged file gives the names found so far.
 */
export async function listOleNames(file: FileHandle): Promise<Set<string>> {
  const names = new Set<string>();
  const header = await readAt(file, 0, 512);
  if (header.length < 512) return names;
  const sectorShift = header.readUInt16LE(30);
  if (sectorShift !== 9 && sectorShift !== 12) return names;
  const sectorSize = 2 ** sectorShift;
  const sectorAt = (sector: number) => (sector + 1) * sectorSize;

  let sector = header.readUInt32LE(48);
  for (let read = 0; read < MAX_DIRECTORY_SECTORS && sector < END_OF_CHAIN; read++) {
    const entries = await readAt(file, sectorAt(sector), sectorSize);
    for (let offset = 0; offset + DIRECTORY_ENTRY <= entries.length; offset += DIRECTORY_ENTRY) {
      const nameBytes = entries.readUInt16LE(offset + 64);
      if (nameBytes >= 2 && nameBytes <= 64)
        names.add(entries.toString('utf16le', offset, offset + nameBytes - 2));
    }
    // The next sector of the chain stands in the allocation table, whose first 109 sectors the header lists.
    const perSector = sectorSize / 4;
    const tableIndex = Math.floor(sector / perSector);
    if (tableIndex >= 109) break;
    const table = await readAt(
      file,
      sectorAt(header.readUInt32LE(76 + tableIndex * 4)) + (sector % perSector) * 4,
      4,
    );
    if (table.length < 4) break;
    sector = table.readUInt32LE(0);
  }
  return names;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
