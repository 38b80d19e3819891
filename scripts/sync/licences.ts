/** The licence beside each package that is packed: it asks to go with every copy, and npm takes it from that folder alone. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { foldersIn, type Generated } from './files.ts';

const LICENCE = 'LICENSE';

/** Returns a copy of the repository's licence for each package that is not private. */
export function licences(root: string): Generated {
  const packages = foldersIn(path.join(root, 'packages')).filter((name) => isPacked(path.join(root, 'packages', name)));
  return new Map(
    packages.map((name) => [`packages/${name}/${LICENCE}`, readFileSync(path.join(root, LICENCE), 'utf8')]),
  );
}

function isPacked(folder: string): boolean {
  const manifest = path.join(folder, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).private !== true;
}
