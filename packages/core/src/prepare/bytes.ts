/** Bytes of files: their texts, and their hashes where a platform has none of its own, as a page over plain http. */
import { sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Returns the bytes of a text in UTF-8. */
export const textBytes = (text: string): Uint8Array => encoder.encode(text);

/** Returns the text of a file as it is, byte for byte. */
export const fileText = (bytes: Uint8Array | string): string =>
  typeof bytes === 'string' ? bytes : decoder.decode(bytes);

/** Bytes of a hash, as that of the hashes of a manifest: 16 hexadecimal digits. */
const LENGTH = 8;

/** Returns the hash of a content: the first 16 hexadecimal digits of its SHA-256. That of a text is the one of its bytes in UTF-8. */
export const contentHash = (bytes: Uint8Array | string): string =>
  sha256(typeof bytes === 'string' ? textBytes(bytes) : bytes)
    .subarray(0, LENGTH)
    .reduce((digits, byte) => digits + byte.toString(16).padStart(2, '0'), '');
