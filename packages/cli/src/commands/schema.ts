import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '@ess-widgets/core/prepare';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { align } from '../render/align.ts';
import { COMMON_HELP, COMMON_OPTIONS, jsonText, STATUS_HELP, tooMany } from './options.ts';

const OPTIONS = { ...COMMON_OPTIONS, json: { type: 'boolean' } } as const;

/** `ess-widgets schema`: the data format as JSON Schemas. */
export const schema: Command = {
  name: 'schema',
  summary: {
    fr: 'le format des données, en JSON Schema',
    en: 'the format of the data, as JSON Schemas',
  },
  help: {
    fr: `Usage\u202f: ess-widgets schema [type] [options]

Affiche le JSON Schema d’un type, ou la liste des types.

  [type]               un type d’enregistrement (organisation), une collection entière, comme dans
                       son fichier (organisations), ou manifest, dataset, measure, finding…

Options
  --json               la liste en JSON (un schéma l’est toujours)
${COMMON_HELP.fr}

${STATUS_HELP.fr}`,
    en: `Usage: ess-widgets schema [type] [options]

Prints the JSON Schema of a type, or the list of types.

  [type]               a type of record (organisation), a whole collection as in its file
                       (organisations), or manifest, dataset, measure, finding…

Options
  --json               the list as JSON (a schema always is)
${COMMON_HELP.en}

${STATUS_HELP.en}`,
  },
  run: async (args, { io }) => {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [type, extra] = positionals;
    if (extra !== undefined) throw tooMany('schema', extra);
    if (type !== undefined) io.out(jsonText(schemaOf(type)));
    else
      io.out(
        values.json
          ? jsonText(listOf())
          : align(listOf().map((each) => [each.type, each.collection ?? '', each.description])),
      );
    return EXIT.ok;
  },
};

/** A JSON Schema, of which only what is looked at is typed. */
interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly title: string;
  readonly description?: string;
  readonly $defs?: Readonly<Record<string, unknown>>;
}

/** A line of the list. */
interface Listed {
  readonly type: string;
  readonly description: string;
  /** The collection whose records are of this type. */
  readonly collection?: string;
}

const folder = (): string =>
  path.dirname(createRequire(import.meta.url).resolve('@ess-widgets/core/schema/dataset.json'));

const read = (type: string): JsonSchema => JSON.parse(readFileSync(path.join(folder(), `${type}.json`), 'utf8'));

const types = (): readonly string[] =>
  readdirSync(folder())
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

/** Returns the type of the records of each collection, by the collection: what a single file holds says it. */
function recordTypes(): ReadonlyMap<string, string> {
  const whole: {
    readonly properties: {
      readonly collections: {
        readonly properties: Readonly<
          Record<string, { readonly anyOf: readonly { readonly items?: { $ref: string } }[] }>
        >;
      };
    };
  } = JSON.parse(readFileSync(path.join(folder(), 'dataset.json'), 'utf8'));
  return new Map(
    Object.entries(whole.properties.collections.properties).map(([collection, { anyOf }]) => {
      return [collection, anyOf[0]?.items?.$ref.replace('#/$defs/', '') ?? ''] as const;
    }),
  );
}

const titled = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

/** Returns the name of a type as the name of its file has it. */
const fileName = (name: string): string => titled(name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`));

function listOf(): readonly Listed[] {
  const collections = new Map([...recordTypes()].map(([collection, name]) => [fileName(name), collection]));
  return types().map((type) => {
    const collection = collections.get(type);
    const { description = '' } = read(type);
    const [first = ''] = description.split(/(?<=\.) /, 1);
    return { type, description: first, ...(collection === undefined ? {} : { collection }) };
  });
}

/** @throws Refusal naming the types that there are */
function schemaOf(asked: string): JsonSchema {
  if (types().includes(asked)) return read(asked);
  const name = recordTypes().get(asked);
  if (name !== undefined) return collectionSchema(asked, name);
  const known = [...types(), ...recordTypes().keys()];
  throw new Refusal({
    fr: `type inconnu\u202f: «\u202f${asked}\u202f». Types\u202f: ${known.join(', ')}.`,
    en: `unknown type "${asked}". Types: ${known.join(', ')}.`,
  });
}

/** Returns the file of a collection: a list of its records. */
function collectionSchema(collection: string, name: string): JsonSchema {
  const { $schema, $id: _id, $defs, ...record } = read(fileName(name));
  return {
    $schema,
    $id: `${collection}.json`,
    title: collection.slice(0, 1).toUpperCase() + collection.slice(1),
    type: 'array',
    items: { $ref: `#/$defs/${name}` },
    $defs: { ...$defs, [name]: record },
  };
}
