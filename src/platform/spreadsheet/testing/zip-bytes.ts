import { crc32, deflateRawSync } from 'node:zlib';

/** A part to be zipped. `declaredBytes` lies about the unpacked size; `stored` leaves it unpacked. */
export interface ZipPart {
  name: string;
  data: string | Buffer;
  declaredBytes?: number;
  stored?: boolean;
}

/** A zip of the given parts, byte by byte, so that tests can also make one that no honest writer would. */
export function zipBytes(parts: ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declaredBytes, stored } of parts) {
    const bytes = Buffer.from(data);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    // Fields shared by both headers: version, flags (UTF-8 names), method, time, date, checksum, sizes, name length.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x800, 2);
    shared.writeUInt16LE(stored ? 0 : 8, 4);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(declaredBytes ?? bytes.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    files.push(Buffer.from('PK\u0003\u0004', 'latin1'), shared, nameBytes, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), shared, tail, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directoryBytes, end]);
}
