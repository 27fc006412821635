import { crc32 } from "node:zlib";

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const MADE_ON_UNIX = 0x0314;
const EXECUTABLE = (0o100755 << 16) >>> 0;

/** The smallest zip archive there is: one executable file, stored as it is (PKWARE APPNOTE 4.3). */
export function zipOfOneFile(name: string, content: Buffer): Buffer {
  const shared = Buffer.alloc(26); // what both headers say of the file, from "version needed" on
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(0x21, 8); // the first day such a date can name
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(content.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([word(LOCAL_HEADER), shared, Buffer.from(name), content]);

  const ending = Buffer.alloc(14); // comment length to offset of the local header
  ending.writeUInt32LE(EXECUTABLE, 6);
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(MADE_ON_UNIX);
  const central = Buffer.concat([word(CENTRAL_HEADER), madeBy, shared, ending, Buffer.from(name)]);

  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, word(END_OF_CENTRAL), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
