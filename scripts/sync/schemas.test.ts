import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CollectionName, collectionSchemas, Period } from '@ess-widgets/core/model';
import Ajv from 'ajv';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataset, event, observation, temporaryFolder } from '../../packages/cli/src/testing/data.ts';
import { ess } from '../../packages/cli/src/testing/io.ts';
import { COMMUNES } from '../../packages/geo-tools/src/testing/contours.ts';
import { essGeo } from '../../packages/geo-tools/src/testing/ess-geo.ts';
import { readDeclarations, schemaOfDeclaration } from './schemas/declarations.ts';
import { jsonSchemas } from './schemas.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DATA = path.join(ROOT, 'packages/bretagne/data');
const generated = jsonSchemas(ROOT);

const schemaOf = (type: string): object => JSON.parse(generated.get(`packages/core/schema/${type}.json`) ?? 'null');

/** Returns the errors of a JSON Schema validator that is not ours; empty when the value fits. */
function problems(schema: object, value: unknown): readonly string[] {
  const ajv = new Ajv({ allErrors: true });
  // It knows older dialects: nothing here differs between them and the one that is declared.
  const valid = ajv.validate({ ...schema, $schema: undefined }, value);
  return valid ? [] : (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);
}

const listOf = (type: string): object => {
  const { $defs, ...schema } = schemaOf(type) as { readonly $defs?: object };
  return { type: 'array', items: { ...schema, $id: undefined, $schema: undefined }, $defs };
};

const good = event('a', { count: 2, attendance: { value: 40, op: '~', unit: 'people' } });

describe('the schemas', () => {
  it('declare their dialect, a relative name, a title and a description', () => {
    for (const [file, text] of generated) {
      const schema = JSON.parse(text);
      expect(schema, file).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: path.basename(file),
        title: expect.stringMatching(/^[A-Z]/),
        description: expect.stringMatching(/\w/),
      });
    }
  });

  it('describe every field', () => {
    for (const [file, text] of generated) {
      for (const [name, field] of Object.entries<{ readonly description?: string }>(JSON.parse(text).properties)) {
        expect(field.description, `${name} of ${file}`).toMatch(/\w/);
      }
    }
  });

  it('hold all that they refer to', () => {
    for (const [file, text] of generated) {
      const { $defs = {} } = JSON.parse(text);
      const named = [...text.matchAll(/"\$ref": "#\/\$defs\/(\w+)"/g)].map((match) => match[1] ?? '');
      expect(
        named.filter((name) => !(name in $defs)),
        file,
      ).toEqual([]);
    }
  });
});

describe('a record', () => {
  it.each([
    ['that is right', good, true],
    ['with fields of a later release', { ...good, mood: 'good' }, true],
    ['without what may be left out', { id: 'a', title: { fr: 'A' }, status: 'held' }, true],
    ['without its title', { ...good, title: undefined }, false],
    ['with a text that is not French', { ...good, title: { en: 'A' } }, false],
    ['with a number in words', { ...good, count: 'two' }, false],
    ['with a word that is none of the list', { ...good, status: 'maybe' }, false],
    ['with a period that is none', { ...good, date: 'juin 2024' }, false],
    ['with a quantity without its value', { ...good, attendance: { op: '=', unit: 'people' } }, false],
    ['with a range without its bounds', { ...good, attendance: { value: 3, op: 'range', unit: 'people' } }, false],
  ])('%s is judged as its reader judges it', (_title, record, expected) => {
    const plain = JSON.parse(JSON.stringify(record));
    expect(problems(schemaOf('event'), plain).length === 0).toBe(expected);
    expect(collectionSchemas.events.safeParse(plain).success).toBe(expected);
  });

  it('has periods as its reader reads them', () => {
    const periods = ['2024', '2024-H1', '2024-Q4', '2024-06', '2024-06-18', '2023-SY', '2023/2024', '2023-SY/2024-SY'];
    const none = ['', '24', '2024-13', '2024-H3', '2024-Q5', '2024-06-32', '2024/', '2024/2025/2026', '18/06/2024'];
    for (const text of [...periods, ...none]) {
      const fits = problems(schemaOf('event'), { ...good, date: text }).length === 0;
      expect([text, fits]).toEqual([text, Period.safeParse(text).success]);
    }
  });
});

describe('the Breton data', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(DATA, file), 'utf8'));
  const manifest = read('manifest.json') as { readonly collections: Readonly<Record<CollectionName, object>> };

  it('has a manifest that fits', () => {
    expect(problems(schemaOf('manifest'), manifest)).toEqual([]);
  });

  it('has a report that fits, and one that names nothing does not', async () => {
    const report = read('report-2024.json') as { readonly chapters: readonly object[] };
    const schema: object = JSON.parse((await ess('schema report')).out);
    expect(problems(schema, report)).toEqual([]);
    const [chapter] = report.chapters;
    const sections = [{ id: 'I.1', title: { fr: 'A' }, blocks: [{ type: 'breakdown' }] }];
    expect(problems(schema, { ...report, chapters: [{ ...chapter, sections }] })).not.toEqual([]);
    expect(problems(schema, { ...report, format: 'ess-report/2' })).not.toEqual([]);
    const withBlock = (block: object) => {
      const part = { id: 'I.1', title: { fr: 'A' }, blocks: [block] };
      return problems(schema, { ...report, chapters: [{ ...chapter, sections: [part] }] });
    };
    const stack = { type: 'stack', indicator: 'a', by: 'b' };
    expect(withBlock({ ...stack, periods: ['@period', '@previous-SY', '@period-02/@period-07'] })).toEqual([]);
    expect(withBlock({ ...stack, periods: ['@periode'] })).not.toEqual([]);
    expect(withBlock({ type: 'agenda', edition: '@period' })).toEqual([]);
    expect(withBlock({ type: 'agenda', edition: 'next' })).not.toEqual([]);
  });

  it('has records that fit, in every collection', async () => {
    for (const collection of Object.keys(manifest.collections)) {
      const { out } = await ess(`schema ${collection}`);
      expect(problems(JSON.parse(out), read(`${collection}.json`)), collection).toEqual([]);
    }
  });

  it('has prepared measures that fit', () => {
    const { measures } = read('measures.json') as { readonly measures: readonly unknown[] };
    expect(problems(listOf('measure'), measures)).toEqual([]);
  });
});

describe('what commands print with --json', () => {
  const { path: cwd, write, remove } = temporaryFolder();
  beforeAll(() => {
    const stock = observation('members-stock', 117);
    write('good.json', dataset({ observations: [stock], events: [good] }));
    const changed = [observation('members-stock', 120), observation('month-events', 9, 'events')];
    write('other.json', dataset({ observations: changed, events: [{ ...good, count: 3 }, event('b')] }));
    write('communes.geojson', COMMUNES);
    write('bad.json', dataset({ observations: [{ ...stock, period: '2024-13' }, stock, stock], events: [{ id: 1 }] }));
  });
  afterAll(remove);

  it.each([
    ['check good.json', 'check-report', false],
    ['check bad.json', 'check-report', false],
    ['indicators good.json', 'measure', true],
    ['indicators good.json members-stock --by college', 'measure', true],
    ['observations good.json', 'observation', true],
    ['diff good.json good.json', 'diff-report', false],
    ['diff good.json other.json', 'diff-report', false],
    ['boundaries --region 53 --from communes.geojson --out made.json', 'boundaries-report', false],
    ['basemap --region 53 --from communes.geojson --towns none --out ground.json', 'basemap-report', false],
    ['communes --from communes.geojson --out table.json', 'communes-report', false],
  ])('fits its schema: `%s`', async (line, type, isList) => {
    const run = /^(?:basemap|boundaries|communes) /.test(line) ? essGeo : ess;
    const { out } = await run(`${line} --json`, { cwd });
    const schema = isList ? listOf(type) : schemaOf(type);
    expect(problems(schema, JSON.parse(out))).toEqual([]);
  });
});

describe('an interface', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'ess-schemas-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const schemaOfText = (text: string) => {
    writeFileSync(path.join(root, 'a.ts'), text);
    const declaration = readDeclarations(root, ['.']).types.get('Boat');
    return declaration && schemaOfDeclaration(declaration);
  };

  it('gives its fields, which of them must be there, and its comments', () => {
    const text = `
      /** A boat. See {@link Harbour}. */
      export interface Boat {
        /** Its name. */
        readonly name: string;
        readonly kind: 'sail' | 'row';
        readonly crew?: readonly number[];
        readonly home: Harbour | null;
      }`;
    expect(schemaOfText(text)).toEqual({
      description: 'A boat. See `Harbour`.',
      type: 'object',
      properties: {
        name: { description: 'Its name.', type: 'string' },
        kind: { enum: ['sail', 'row'] },
        crew: { type: 'array', items: { type: 'number' } },
        home: { anyOf: [{ $ref: '#/$defs/Harbour' }, { type: 'null' }] },
      },
      required: ['name', 'kind', 'home'],
    });
  });

  it('with a type that has no JSON Schema is refused, naming it', () => {
    expect(() => schemaOfText('export interface Boat { readonly sail: () => void }')).toThrow('() => void');
  });
});
