/** Computes the lines of `golden/findings.jsonl`: everything that the checks find in three data sets, faults of all kinds included. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChecks } from '@ess-widgets/core/checks';
import type { CollectionName, Dataset, Finding } from '@ess-widgets/core/model';
import { ess } from '../../packages/cli/src/testing/io.ts';
import { type Collections, clean, options, regionOf } from '../../packages/core/src/checks/testing/region.ts';
import { lineOf } from './lines.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A data set with one fault, by the name of the fault. */
type Fault<T> = readonly [name: string, faulty: T];

/** Returns values that a mistake of the hand or of the reader may leave in place of one. */
function mistakesFor(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value + 1, value * 10, -value];
  if (typeof value !== 'string') return [];
  const date = /^(\d{4})-(\d\d)(.*)$/.exec(value);
  if (date) return [`${Number(date[1]) + 1}-${date[2]}${date[3]}`, `${Number(date[1]) - 20}-${date[2]}${date[3]}`];
  if (/^\d+$/.test(value)) return [`${Number(value) + 1}`];
  return [`${value.slice(0, -2)}${value.slice(-1)}`, value.toUpperCase()];
}

/** Returns an object with each of its values, at any depth, replaced in turn by each mistake. */
function faultsOf(value: unknown, at = ''): readonly Fault<unknown>[] {
  if (typeof value !== 'object' || value === null)
    return mistakesFor(value).map((each) => [`${at}: ${String(each)}`, each]);
  return Object.entries(value).flatMap(([key, inner]) =>
    faultsOf(inner, `${at}.${key}`).map(
      ([name, faulty]): Fault<unknown> => [
        name,
        Array.isArray(value) ? value.with(Number(key), faulty) : { ...value, [key]: faulty },
      ],
    ),
  );
}

/** Returns changes of the invented region, one fault a time: a value changed, a record missing, a record entered twice. */
function faultyCollections(): readonly Fault<Collections>[] {
  const names = Object.keys(clean) as CollectionName[];
  return names.flatMap((collection) => {
    const list = clean[collection] ?? [];
    const replaced = (at: number, ...records: readonly object[]): Collections => ({
      [collection]: list.toSpliced(at, 1, ...records),
    });
    return list.flatMap((record, at): readonly Fault<Collections>[] => {
      const { id } = record as { readonly id: string };
      return [
        ...faultsOf(record).map(
          ([name, faulty]): Fault<Collections> => [`${collection}/${id}${name}`, replaced(at, faulty as object)],
        ),
        [`${collection}/${id} missing`, replaced(at)],
        [`${collection}/${id} twice`, replaced(at, record, { ...record, id: `${id}-2` })],
      ];
    });
  });
}

const region = regionOf();

/** Returns the region with other collections in place of its own; none where the schemas refuse a record. */
function regionWith(collections: Collections): Dataset | undefined {
  try {
    // Only what changes is read again: reading all of it a thousand times would take most of the time.
    const { manifest, ...read } = regionOf(collections);
    return {
      ...region,
      manifest: { ...region.manifest, collections: { ...region.manifest.collections, ...manifest.collections } },
      collections: { ...region.collections, ...read.collections },
    };
  } catch {
    return undefined;
  }
}

function findingsIn(collections: Collections): readonly Finding[] {
  const faulty = regionWith(collections);
  return faulty ? runChecks(faulty, options) : [];
}

/** Returns the list of members of an example with one fault a time, made where the list is as it is written here. */
function faultyTables(table: string): readonly Fault<string>[] {
  const [header = '', first = '', second = '', ...rest] = table.split('\n');
  const cells = first.split(';');
  const withCell = (at: number, text: string): string =>
    [header, cells.with(at, text).join(';'), second, ...rest].join('\n');
  return [
    ['as it is', table],
    ['a row twice', [header, first, first, second, ...rest].join('\n')],
    ['no name', withCell(0, '')],
    ['a name in other letters', [header, first, first.toUpperCase(), second, ...rest].join('\n')],
    ['an unknown college', withCell(1, 'Coopératifs')],
    ['a town misspelt', withCell(2, 'Morlaixx')],
    ['another postal code', withCell(3, '35000')],
    ['a postal code of another form', withCell(3, '2960')],
    [
      'coordinates in each other’s place',
      [
        header,
        cells
          .with(4, cells[5] ?? '')
          .with(5, cells[4] ?? '')
          .join(';'),
        second,
      ].join('\n'),
    ],
    ['a latitude in words', withCell(4, 'quarante-huit')],
    ['an address that is none', withCell(7, 'javascript:alert(1)')],
    ['a cell too many', [header, `${first};de trop`, second, ...rest].join('\n')],
    ['a quotation that never ends', withCell(0, '"Épicerie')],
    ['an unknown column', [`${header.trimEnd()};Couleur`, `${first.trimEnd()};vert`, second].join('\n')],
    ['two columns of one name', [header.replace('Site web', 'Nom'), first, second].join('\n')],
    ['no column of names', [header.replace('Nom', 'Chose'), first, second].join('\n')],
    ['no row', header],
  ];
}

/** Returns what the command `check` finds. Texts are in French first, as those of the data set are. */
async function checked(file: string, cwd: string): Promise<readonly Finding[]> {
  const { out, err } = await ess(`check ${file} --json`, { cwd });
  if (out === '')
    return [
      { rule: 'refused', severity: 'error', certainty: 'certain', where: { file }, found: '', message: { fr: err } },
    ];
  const { findings }: { readonly findings: readonly Finding[] } = JSON.parse(out);
  return findings;
}

async function tableLines(): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ess-golden-'));
  try {
    const lines: string[] = [];
    for (const [fault, table] of faultyTables(
      readFileSync(path.join(ROOT, 'examples/pole-site/adherents.csv'), 'utf8'),
    )) {
      writeFileSync(path.join(folder, 'adherents.csv'), table);
      const findings = await checked('adherents.csv', folder);
      lines.push(...findings.map((finding) => lineOf({ data: 'table', fault }, finding)));
    }
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns one line a finding: of the data set of Bretagne, of the invented region, of a table, the latter two with faults. */
export async function findingLines(): Promise<readonly string[]> {
  const bretagne = await checked('packages/bretagne/data', ROOT);
  const regions: readonly Fault<Collections>[] = [['none', {}], ...faultyCollections()];
  return [
    ...bretagne.map((finding) => lineOf({ data: 'bretagne' }, finding)),
    ...regions.flatMap(([fault, collections]) =>
      findingsIn(collections).map((finding) => lineOf({ data: 'region', fault }, finding)),
    ),
    ...(await tableLines()),
  ];
}
