import { describe, expect, it } from 'vitest';
import { alongOf, askWhole, type Chunk, earlyLines, hoist } from './along.ts';

const LARGE = 'x'.repeat(10_000);

/** A chunk of a made-up build; its entry module is named after it. */
const chunk = (name: string, imports: readonly string[] = [], code = LARGE, later: readonly string[] = []): Chunk => ({
  fileName: `chunks/${name}.js`,
  facadeModuleId: `/src/${name}.ts`,
  moduleIds: [`/src/${name}.ts`],
  imports: imports.map((one) => `chunks/${one}.js`),
  dynamicImports: later.map((one) => `chunks/${one}.js`),
  code,
});

const tagOf = (module: string | null) => /\/(ess-[a-z]+)\.ts$/.exec(module ?? '')?.[1];

describe('what comes along with an element', () => {
  const chunks = [
    chunk('ess-map', ['base', 'list']),
    chunk('ess-figure', ['base']),
    chunk('list', ['rows', 'icons']),
    chunk('rows'),
    chunk('icons', [], 'short'),
    chunk('base'),
    chunk('engine', ['paths']),
    chunk('paths'),
    chunk('texts', [], 'short'),
    chunk('later'),
  ];

  it('is its own chunk and all that it imports, through others too; what every element imports is named once', () => {
    expect(alongOf(chunks, tagOf, {})).toEqual({
      '*': ['base'],
      'ess-map': ['ess-map', 'list', 'rows'],
      'ess-figure': ['ess-figure'],
    });
  });

  it('is what it will load when it lives, however short, with what that imports', () => {
    const along = alongOf(chunks, tagOf, { 'ess-map': [/engine\.ts$/], 'ess-figure': [/texts\.ts$/] });
    expect(along['ess-map']).toEqual(['ess-map', 'list', 'rows', 'paths', 'engine']);
    expect(along['ess-figure']).toEqual(['ess-figure', 'texts']);
  });

  it('is apart, and whole, where it computes figures: what all need for that, and what one element needs besides', () => {
    const along = alongOf(chunks, tagOf, {
      '+': [/engine\.ts$/],
      '+ess-map': [/texts\.ts$/, /engine\.ts$/, /list\.ts$/],
    });
    expect(along['+']?.toSorted()).toEqual(['engine', 'paths']);
    expect(along['+ess-map']?.toSorted()).toEqual(['icons', 'list', 'rows', 'texts']);
    expect(along['ess-map']).toEqual(['ess-map', 'list', 'rows']);
  });

  it('can be asked for by the page itself, in a line of its own for each', () => {
    expect(earlyLines(['base', 'texts'])).toBe(
      '<link rel="modulepreload" href="ess/chunks/base.js">\n<link rel="modulepreload" href="ess/chunks/texts.js">\n',
    );
  });

  it('comes largest first after its own chunk, what is no import of anything last, in the order of its patterns', () => {
    const sized = [
      chunk('ess-map', ['base', 'rows', 'list']),
      chunk('ess-figure', ['base']),
      chunk('rows'),
      chunk('list', [], LARGE.repeat(2)),
      chunk('base'),
      chunk('engine', [], LARGE.repeat(3)),
      chunk('checks'),
    ];
    const along = alongOf(sized, tagOf, { 'ess-map': [/checks\.ts$/, /engine\.ts$/] });
    expect(along['ess-map']).toEqual(['ess-map', 'list', 'rows', 'checks', 'engine']);
  });

  it('names a pattern that no chunk answers to', () => {
    expect(() => alongOf(chunks, tagOf, { 'ess-map': [/gone\.ts$/] })).toThrow(
      '<ess-map> is made of a module like /gone',
    );
  });
});

describe('a chunk', () => {
  it('imports at once all that it needs through others, but for what is there already', () => {
    const chunks = [
      chunk('topic', ['algebra', 'base'], 'run();'),
      chunk('algebra', ['numbers', 'base']),
      chunk('numbers'),
      chunk('base'),
    ];
    hoist(chunks, ['base']);
    expect(chunks[0]?.code).toBe('run();\nimport"./numbers.js";');
    expect(chunks[1]?.code).toBe(LARGE);
  });

  it('that asks for code long before it runs asks for all that it needs together with it', () => {
    const chunks = [
      chunk('asker', ['base'], 'import(`./events.js`).then(e=>e.t),import("./alone.js")'),
      chunk('other', ['base'], 'import(`./events.js`)'),
      chunk('events', ['sums', 'base']),
      chunk('sums', ['numbers', 'base']),
      ...['alone', 'base', 'numbers'].map((name) => chunk(name)),
    ];
    askWhole(chunks, ['base'], [/asker\.ts$/]);
    expect(chunks[0]?.code.split('\n')[0]).toBe('$whole("events","sums","numbers").then(e=>e.t),import("./alone.js")');
    expect(chunks[1]?.code).toBe('import(`./events.js`)');
  });

  it('does not import what all that may load it have', () => {
    const chunks = [
      chunk('table', ['grid', 'words'], '', ['rows']),
      chunk('list', ['grid'], '', ['rows']),
      chunk('rows', ['body'], 'run();'),
      chunk('body', ['grid', 'words']),
      chunk('grid', ['lines']),
      ...['lines', 'words'].map((name) => chunk(name)),
    ];
    hoist(chunks, []);
    expect(chunks[2]?.code).toBe('run();\nimport"./words.js";');
  });

  it('is not imported by itself where two import each other', () => {
    const chunks = [chunk('one', ['two'], ''), chunk('two', ['one', 'three'], ''), chunk('three')];
    hoist(chunks, []);
    expect(chunks[0]?.code).toBe('\nimport"./three.js";');
  });
});
