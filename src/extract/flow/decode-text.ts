// Takes the bytes of a text file; gives its text, whichever of the usual encodings it is in.
import { CharmError } from "../../errors.ts";

/** What windows-1252 has at 0x80 to 0x9F (WHATWG Encoding, index-windows-1252); elsewhere it equals Latin-1. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * UTF-8 and UTF-16 by their byte order mark, UTF-16 without one by its pattern of zero bytes, UTF-8 if it is valid,
 * and windows-1252 otherwise. Line ends become `\n`.
 * @throws CharmError `unreadable` when the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).replace(/\r\n?/g, "\n");
}

function decode(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return new TextDecoder("utf-8").decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return decodeBigEndian(bytes.subarray(2));
  const zeros = countZeros(bytes.subarray(0, 4096));
  if (zeros.odd + zeros.even > 0) {
    // In UTF-16 every Latin letter has one zero byte, always on the same side.
    const half = Math.min(bytes.length, 4096) / 2;
    if (zeros.even === 0 && zeros.odd > 0.3 * half)
      return new TextDecoder("utf-16le").decode(bytes);
    if (zeros.odd === 0 && zeros.even > 0.3 * half) return decodeBigEndian(bytes);
    throw new CharmError("unreadable", "It is not text, though its name says so.", {
      hint: "Give the file the extension of what it is, or save it as text.",
    });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** By hand: some releases of Node decode 0x80 to 0x9F as controls under this name. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("latin1")
    .replace(/[\u0080-\u009F]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? char);
}

function decodeBigEndian(bytes: Uint8Array): string {
  const even = bytes.length - (bytes.length % 2);
  return new TextDecoder("utf-16le").decode(Buffer.from(bytes.subarray(0, even)).swap16());
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? "even" : "odd"] += 1;
  });
  return zeros;
}
