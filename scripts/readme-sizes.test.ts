import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { END, quotedSizes, readmeSizes, START, withSizes } from './readme-sizes.ts';
import { formatted } from './sync/files.ts';

const sizes = [
  { page: 'loader alone', size: 1_253, budget: 3_500 },
  { page: 'indicator', size: 29_800, budget: 36_000 },
];
const empty = `# Title\n\n${START}\n${END}\n\nMore\n`;

describe('the sizes in the README', () => {
  it('stand between their markers, in kilobytes, and nothing else changes', () => {
    const text = withSizes(empty, sizes);
    expect(text.startsWith(`# Title\n\n${START}\n| page |`)).toBe(true);
    expect(text).toContain('| loader alone | 1 kB | 3.5 kB |\n');
    expect(text.endsWith(`| indicator | 30 kB | 36 kB |\n${END}\n\nMore\n`)).toBe(true);
    expect(quotedSizes(text)).toEqual(
      new Map([
        ['loader alone', 1],
        ['indicator', 30],
      ]),
    );
  });

  it('replace the ones before', () => {
    const once = withSizes(empty, sizes);
    expect(withSizes(once, sizes)).toBe(once);
    expect(quotedSizes(withSizes(once, sizes.slice(0, 1))).size).toBe(1);
  });

  it('need both markers, in order', () => {
    for (const text of ['# Title', START, END, `${END}${START}`]) expect(() => withSizes(text, sizes)).toThrow(START);
  });

  it('are left as they are until something was measured', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'ess-readme-'));
    try {
      writeFileSync(path.join(root, 'README.md'), empty);
      expect(readmeSizes(root).size).toBe(0);
      mkdirSync(path.join(root, 'dist'));
      writeFileSync(path.join(root, 'dist/sizes.json'), JSON.stringify(sizes));
      const written = readmeSizes(root).get('README.md') ?? '';
      expect(quotedSizes(written)).toEqual(quotedSizes(withSizes(empty, sizes)));
      expect(formatted('README.md', written)).toBe(written);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('have their place in the README of this repository', () => {
    const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
    expect(() => withSizes(readme, sizes)).not.toThrow();
  });
});
