/** Hashes that a manifest gives of its files, against the files themselves. */
import { createHash } from 'node:crypto';
import type { Dataset, Finding } from '@ess-widgets/core/model';
import type { CommandFetch } from '../dataset/read.ts';

/** Algorithms that publishers use for their hashes: the format leaves the choice to them. A hash may be shortened. */
const ALGORITHMS = ['sha256', 'sha1', 'md5', 'sha512'] as const;

interface Hashed {
  /** `collections.events`, or `catalogue`. */
  readonly entry: string;
  readonly url: string;
  readonly hash: string;
  readonly bytes: Buffer;
}

const isHash = (text: string): boolean => /^[0-9a-f]{8,128}$/i.test(text);

const digest = (bytes: Buffer, algorithm: string): string => createHash(algorithm).update(bytes).digest('hex');

/**
 * Finds files that have another hash than their manifest states: a cache would go on showing the former ones. It
 * reports only where the other files show how the publisher makes a hash.
 */
export async function staleHashes(
  { manifest, base }: Dataset,
  src: string,
  fetch: CommandFetch,
): Promise<readonly Finding[]> {
  const files: Hashed[] = [];
  const named = Object.entries(manifest.collections).map(([name, entry]) => [`collections.${name}`, entry] as const);
  for (const [entry, file] of [...named, ['catalogue', manifest.catalogue] as const]) {
    if (!file || !isHash(file.hash)) continue;
    const url = new URL(file.href, base).href;
    const response = url === src ? null : await fetch(url);
    if (response?.ok) files.push({ entry, url, hash: file.hash, bytes: Buffer.from(await response.arrayBuffer()) });
  }
  const isOf = ({ hash, bytes }: Hashed, algorithm: string): boolean =>
    digest(bytes, algorithm).startsWith(hash.toLowerCase());
  const used = ALGORITHMS.find((algorithm) => files.some((file) => isOf(file, algorithm)));
  if (used === undefined) return [];
  return files
    .filter((file) => !isOf(file, used))
    .map((file) => findingOf(file, digest(file.bytes, used).slice(0, file.hash.length), src));
}

function findingOf({ entry, hash }: Hashed, expected: string, src: string): Finding {
  const name = entry.replace('collections.', '');
  return {
    rule: 'hash',
    severity: 'warning',
    certainty: 'certain',
    where: { file: src, field: `${entry}.hash` },
    found: hash,
    expected,
    message: {
      fr: `${name}\u202f: le manifeste annonce l’empreinte ${hash}, celle du fichier est ${expected}. L’un des deux est ancien\u202f: refaites le manifeste, sinon les caches garderont les données d’avant.`,
      en: `${name}: the manifest announces the hash ${hash}, that of the file is ${expected}. One of the two is old: make the manifest again, or caches will keep the former data.`,
    },
  };
}
