import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const IMPORT = /\bimport (?:type )?\{([^}]*)\} from '@ess-widgets\/core(?:\/([a-z/]+))?'/g;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));

/** Returns the promised names of an entry of core, as its report prints them; none where it promises nothing. */
function promisedBy(entry: string): ReadonlySet<string> {
  const file = `core.${entry.replace('/', '-') || 'root'}.md`;
  if (!readdirSync(path.join(ROOT, 'api')).includes(file)) return new Set();
  const text = readFileSync(path.join(ROOT, 'api', file), 'utf8');
  return new Set(
    [...text.matchAll(/^ {2}export (?:\w+ )?(?:class|const|function|interface|type) (\w+)/gm)].map(
      ([, name = '']) => name,
    ),
  );
}

describe('guides and examples', () => {
  const files = [
    ...filesIn('stories/guides').filter((file) => file.endsWith('.mdx')),
    ...filesIn('examples').filter(
      (file) => /\.(?:ts|tsx|js|mjs|vue|astro)$/.test(file) && !/node_modules|dist|\.test\./.test(file),
    ),
    ...filesIn('packages').filter((file) => /^packages\/[^/]+\/README\.md$/.test(file)),
  ];

  it('import promised names of core alone', () => {
    const named = files.flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(IMPORT)].flatMap(([, names = '', entry = '']) =>
        names.split(',').map((name) => ({ file, entry, name: name.trim().replace(/^type /, '') })),
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    const others = named.filter(({ entry, name }) => name !== '' && !promisedBy(entry).has(name));
    expect(others).toEqual([]);
  });
});
