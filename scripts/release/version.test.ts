import { describe, expect, it } from 'vitest';
import { readChange, withRelease } from './version.mjs';

const change = (bump: string, summary: string): string => `---\n'@ess-widgets/elements': ${bump}\n---\n\n${summary}\n`;

describe('a change', () => {
  it('has a kind and a text', () => {
    expect(readChange('a.md', change('minor', 'Breaking: `limit` is `max`: rename it.'))).toEqual({
      kind: 'Breaking',
      text: '`limit` is `max`: rename it.',
    });
  });

  it('is refused without a kind, and where a patch breaks', () => {
    expect(() => readChange('a.md', change('patch', 'A map is faster.'))).toThrow(
      'a.md: the summary begins with one of',
    );
    expect(() => readChange('a.md', change('patch', 'Breaking: a tag went.'))).toThrow('a patch breaks nothing');
  });
});

describe('the changelog', () => {
  it('has a section for the release first, in which what breaks stands first', () => {
    const before = '# Changelog\n\nIntroduction.\n\n## [0.2.0] - 2026-11-29\n\n- Old.\n';
    const changes = [
      { kind: 'Fixed', text: 'A list is right,\nand a map too.' },
      { kind: 'Breaking', text: 'A tag went: use another.' },
    ];
    expect(withRelease(before, { version: '0.3.0', date: '2027-01-15' }, changes)).toBe(`# Changelog

Introduction.

## [0.3.0] - 2027-01-15

### Breaking

- A tag went: use another.

### Fixed

- A list is right,
  and a map too.

## [0.2.0] - 2026-11-29

- Old.
`);
  });
});
