import { describe, expect, it } from 'vitest';
import { splitOptions } from './address.ts';
import { isSourcesFile, readSourceLines, readSourcesFile } from './named.ts';

describe('lines of sources', () => {
  it('are names with their addresses', () => {
    const text =
      '\n adherents = https://a.example/x.csv\n  agenda=https://b.example/c.ics   https://c.example/?x=1#zone=Europe/Paris\n';
    expect(readSourceLines(text)).toEqual({
      sources: [
        { name: 'adherents', src: 'https://a.example/x.csv' },
        { name: 'agenda', src: 'https://b.example/c.ics   https://c.example/?x=1#zone=Europe/Paris' },
      ],
      problems: [],
    });
  });

  it('tell what is no line, no name, and a name of two', () => {
    const { sources, problems } = readSourceLines(
      'https://a.example/?x=1\nreference = a.csv\nAdhérents = b.csv\nlieux = c.csv\nlieux = d.csv\nvide =',
    );
    expect(sources).toEqual([{ name: 'lieux', src: 'c.csv' }]);
    expect(problems.map(({ en }) => en)).toEqual([
      '"https://a.example/?x=1" is no source: expected name = address',
      '"reference" cannot name a source: small letters, digits and hyphens, not "reference"',
      '"Adhérents" cannot name a source: small letters, digits and hyphens, not "reference"',
      'two sources are named "lieux": the first one stays',
      '"vide =" is no source: expected name = address',
    ]);
  });

  it.each([
    ['https://a.example/sources.json', true],
    ['  data/sources.json?v=1\n', true],
    ['adherents = https://a.example/x', false],
    ['adherents=https://a.example/x', false],
    ['https://a.example/a https://a.example/b', false],
  ])('are no address of a file: %s', (text, isFile) => expect(isSourcesFile(text)).toBe(isFile));
});

describe('a file of sources', () => {
  const file = (sources: object, more = {}) =>
    readSourcesFile({ format: 'ess-sources/1', sources, ...more }, 'https://site.example/data/sources.json');

  it('has addresses relative to it, each with its recipe', () => {
    const { sources, reference, zone, problems } = file(
      {
        adherents: { title: 'Nos adhérents', src: 'liste.csv', kind: 'members', zone: 'Indian/Reunion' },
        agenda: { src: ['https://a.example/b#past=held', '//c.example/d.ics'], format: 'ical' },
      },
      { reference: '../data/manifest.json', zone: 'Europe/Paris' },
    );
    expect([reference, zone, problems]).toEqual(['https://site.example/data/manifest.json', 'Europe/Paris', []]);
    const [adherents, agenda] = sources.map(({ src }) => src.split(' ').map(splitOptions));
    expect(adherents).toEqual([
      {
        src: 'https://site.example/data/liste.csv',
        options: { credit: 'Nos adhérents', zone: 'Indian/Reunion', kind: 'members' },
      },
    ]);
    expect(agenda).toEqual([
      { src: 'https://a.example/b', options: { past: 'held', zone: 'Europe/Paris' } },
      { src: 'https://c.example/d.ics', options: { zone: 'Europe/Paris' } },
    ]);
    expect(sources[1]?.format).toBe('ical');
  });

  it('tells a source without an address and one of no kind', () => {
    const { sources, problems } = file({ a: { src: [] }, b: 'x', c: { src: 'c.csv', kind: 'people' } });
    expect(sources).toEqual([]);
    expect(problems.map(({ en }) => en)).toEqual([
      'source "a" has no address: expected "src"',
      'source "b" has no address: expected "src"',
      'source "c" is of no kind "people": expected members, events, figures',
    ]);
  });

  it.each([[[]], [null], [{ format: 'ess-sources/2', sources: {} }], [{ format: 'ess-sources/1', sources: [] }]])(
    'is nothing else: %j',
    (document) => expect(() => readSourcesFile(document, 'https://a.example/')).toThrow(TypeError),
  );
});
