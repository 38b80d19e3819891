/** Fields that readers pass over: a name written otherwise than it is called, most often. */
import {
  collectionSchemas,
  type Dataset,
  editDistance,
  type Finding,
  type FindingPlace,
  Manifest,
  Report,
  Story,
} from '@ess-widgets/core/model';
import type { CommandFetch } from '../dataset/read.ts';
import { type RawFile, readRaw } from './raw-file.ts';

/** Part of a zod schema that gives the names of its fields. */
interface Schema {
  readonly _zod: { readonly def: unknown };
}

interface Def {
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  /** Of objects of several kinds: the field that says which one, the kinds, and the words that a kind has there. */
  readonly discriminator?: string;
  readonly options?: readonly Schema[];
  readonly values?: readonly unknown[];
}

const defOf = (schema: Schema): Def =>
  typeof schema._zod.def === 'object' && schema._zod.def !== null ? schema._zod.def : {};

/** Returns the object, or the items of the list, that a schema is about once optional and default are set aside. */
function bare(schema: Schema, value: object): Def {
  const def = defOf(schema);
  const inner = def.innerType ?? def.element ?? kindOf(def, value);
  return inner ? bare(inner, value) : def;
}

/** Returns the schema of the kind that a value names, for objects of several kinds. */
function kindOf({ discriminator, options }: Def, value: object): Schema | undefined {
  if (discriminator === undefined) return undefined;
  const kind: unknown = Reflect.get(value, discriminator);
  return options?.find((option) => {
    const word = defOf(option).shape?.[discriminator];
    return word && defOf(word).values?.includes(kind);
  });
}

type Visit = (path: string, field: string, known: readonly string[], present: object) => void;

/** Goes through the fields that a schema does not have, in a value and in the objects inside it. */
function walk(schema: Schema, value: unknown, path: string, visit: Visit): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((item, at) => walk(schema, item, `${path}${at}.`, visit));
    return;
  }
  const { shape, catchall } = bare(schema, value);
  if (!shape) return;
  for (const [field, inner] of Object.entries(value)) {
    const known = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (known) walk(known, inner, `${path}${field}.`, visit);
    else if (!catchall) visit(`${path}${field}`, field, Object.keys(shape), value);
  }
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z\d]/g, '');

/** Returns the field that was meant: one that is not there, and is written almost so. */
function meantBy(field: string, known: readonly string[], present: object): string | undefined {
  const name = plain(field);
  const most = name.length < 5 ? 0 : name.length < 8 ? 1 : 2;
  return known.find((each) => !Object.hasOwn(present, each) && editDistance(plain(each), name, most) !== null);
}

/** Notes of the publisher's own, and the schema of an editor. */
const isOwn = (field: string): boolean => /^(?:[$_]|x[-_])/i.test(field);

interface Unknown {
  readonly place: FindingPlace;
  readonly field: string;
  readonly expected: string | undefined;
  times: number;
}

function findingOf({ place, field, expected, times }: Unknown): Finding {
  const often = times > 1 ? { fr: ` (${times} fois)`, en: ` (${times} times)` } : { fr: '', en: '' };
  return {
    rule: 'unknown-field',
    severity: expected === undefined ? 'info' : 'warning',
    certainty: expected === undefined ? 'certain' : 'likely',
    where: place,
    found: field,
    ...(expected === undefined ? {} : { expected }),
    message: {
      fr: `Le champ «\u202f${field}\u202f» n’est pas connu${often.fr}\u202f: il n’est pas lu.${expected ? ` Sans doute «\u202f${expected}\u202f».` : ''}`,
      en: `The field "${field}" is not known${often.en}: it is not read.${expected ? ` Probably "${expected}".` : ''}`,
    },
  };
}

/**
 * Returns a finding for each unknown field of each collection, of the manifest, of the report and of its story, at its first place.
 */
export async function unknownFields(dataset: Dataset, src: string, fetch: CommandFetch): Promise<readonly Finding[]> {
  const files = new Map<string, Promise<RawFile | null>>();
  const open = (url: string): Promise<RawFile | null> => {
    const file = files.get(url) ?? readRaw(url, fetch);
    files.set(url, file);
    return file;
  };
  const found = new Map<string, Unknown>();
  const look = (schema: Schema, value: unknown, place: FindingPlace): void =>
    walk(schema, value, '', (path, field, known, present) => {
      if (isOwn(field)) return;
      const key = `${place.collection ?? place.file ?? ''}/${path.replace(/\d+/g, '#')}`;
      const before = found.get(key);
      if (before) before.times += 1;
      else
        found.set(key, { place: { ...place, field: path }, field, expected: meantBy(field, known, present), times: 1 });
    });
  for (const [name, schema] of Object.entries(collectionSchemas)) {
    const href = dataset.manifest.collections[name]?.href;
    const file = href === undefined ? null : await open(href === '' ? src : new URL(href, dataset.base).href);
    for (const { value, path } of file?.all(name) ?? []) {
      const id = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
      const rank = Number(path.split('.').pop()) + 1;
      look(schema, value, { collection: name, id: typeof id === 'string' ? id : `#${rank}` });
    }
  }
  const head = await open(src);
  if (head) look(Manifest, withoutCoverage(head.document), { file: src });
  for (const [href, schema] of [
    [dataset.manifest.report, Report],
    [dataset.manifest.story, Story],
  ] as const) {
    const url = href && new URL(href, dataset.base).href;
    if (url) look(schema, (await open(url))?.document, { file: url });
  }
  return [...found.values()].map(findingOf);
}

/** A single file has the coverage of its collections beside them, and its records in the place of addresses. */
function withoutCoverage(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return null;
  return Object.fromEntries(
    Object.entries(document).filter(([field]) => field !== 'coverage' && field !== 'collections'),
  );
}
