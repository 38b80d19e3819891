/**
 * `packages/core/schema/*.json`: the data format as JSON Schemas, for editors and for those who write data in another
 * language. Records come from the zod schemas of the model, what commands print from their interfaces; comments of the
 * sources are the descriptions.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { collectionSchemas } from '@ess-widgets/core/model';
import { filesIn, type Generated } from './files.ts';
import { FIELD_COMMENTS, OWN_COMMENTS } from './schemas/comments.ts';
import { type Declarations, readDeclarations, schemaOfDeclaration } from './schemas/declarations.ts';
import { type JsonSchema, type Pool, reachableFrom, refTo } from './schemas/json-schema.ts';

const FOLDER = 'packages/core/schema';
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const SOURCES = [
  'packages/core/src/model',
  'packages/core/src/model/report',
  'packages/core/src/model/story',
  'packages/cli/src/contract',
  'packages/geo-tools/src/contract',
];

/** Types that are declared in TypeScript only, and published. */
const PUBLISHED = [
  'Measure',
  'Finding',
  'CheckReport',
  'DiffReport',
  'BasemapReport',
  'BoundariesReport',
  'CommunesReport',
  'PackReport',
  'Sources',
  'SnapshotStatus',
];

/** What the files of the model export: its door has only what others import. */
const model: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...(await Promise.all(
    SOURCES.filter((folder) => folder.startsWith('packages/core/'))
      .map((folder) => path.join(import.meta.dirname, '../..', folder))
      .flatMap((folder) => filesIn(folder).map((file) => path.join(folder, file)))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => import(file)),
  )),
);

/** The part of zod that this step uses. */
interface Zod {
  readonly registry: () => { readonly add: (schema: unknown, meta: { readonly id: string }) => void };
  readonly toJSONSchema: (
    registry: unknown,
    options: { readonly io: 'input'; readonly uri: (id: string) => string },
  ) => { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** Returns the schemas, one file each. */
export function jsonSchemas(root: string): Generated {
  const declarations = readDeclarations(root, SOURCES);
  const pool = poolOf(declarations);
  const names = ['Manifest', 'Dataset', 'Catalogue', 'Report', 'Story', ...recordTypes().values(), ...PUBLISHED];
  return new Map(
    names.map((name) => [`${FOLDER}/${kebabCase(name)}.json`, `${JSON.stringify(fileSchema(name, pool), null, 2)}\n`]),
  );
}

/** Returns the type of each collection's records: `memberships` to `Membership`. */
function recordTypes(): ReadonlyMap<string, string> {
  const exported = Object.entries(model);
  return new Map(
    Object.entries(collectionSchemas).map(([collection, schema]) => {
      const name = exported.find(([, value]) => value === schema)?.[0];
      if (name === undefined) throw new Error(`The schema of ${collection} is not exported by the model.`);
      return [collection, name];
    }),
  );
}

/** Returns a file that needs no other: the schemas that it refers to are in it. */
function fileSchema(name: string, pool: Pool): JsonSchema {
  const schema = pool.get(name);
  if (!schema) throw new Error(`No schema of the name ${name} is known.`);
  const { description, ...rest } = schema;
  const defs = reachableFrom(schema, pool).map((each) => [each, pool.get(each)] as const);
  return {
    $schema: DIALECT,
    $id: `${kebabCase(name)}.json`,
    title: titleOf(name),
    ...(description === undefined ? {} : { description }),
    ...rest,
    ...(defs.length === 0 ? {} : { $defs: Object.fromEntries(defs) }),
  };
}

function poolOf(declarations: Declarations): Pool {
  const pool = new Map<string, JsonSchema>();
  for (const [name, schema] of zodSchemas()) pool.set(name, refined(name, described(name, schema, declarations)));
  pool.set('Dataset', datasetSchema(pool));
  const add = (name: string): void => {
    if (pool.has(name)) return;
    const declaration = declarations.types.get(name);
    if (!declaration) throw new Error(`${name} is declared neither by the model nor by a command.`);
    const schema = described(name, schemaOfDeclaration(declaration), declarations);
    pool.set(name, schema);
    JSON.stringify(schema, (key, value) => {
      if (key === '$ref' && typeof value === 'string') add(value.replace('#/$defs/', ''));
      return value;
    });
  };
  for (const name of PUBLISHED) add(name);
  return pool;
}

/**
 * Returns every zod schema that the model exports. The zod of core is asked: that of the root may be of another major.
 */
function zodSchemas(): readonly (readonly [string, JsonSchema])[] {
  const zod: Zod = createRequire(new URL('../../packages/core/package.json', import.meta.url))('zod/v4/core');
  const registry = zod.registry();
  for (const [id, value] of Object.entries(model)) {
    if (typeof value === 'object' && value && '_zod' in value) registry.add(value, { id });
  }
  const { schemas } = zod.toJSONSchema(registry, { io: 'input', uri: (id) => `#/$defs/${id}` });
  return Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]);
}

/** Returns the schema with the comments of its source. */
function described(name: string, schema: JsonSchema, { comments }: Declarations): JsonSchema {
  const { type = '', fields = {} } = comments.get(name) ?? {};
  const properties = Object.entries(schema.properties ?? {}).map(([field, inner]) => {
    const description = fields[field] ?? commentFor(name, field);
    const inside = withComments(inner);
    return [field, description === undefined ? inside : { description, ...inside }] as const;
  });
  return {
    ...(type === '' ? {} : { description: type }),
    ...schema,
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
  };
}

const commentFor = (type: string, field: string): string | undefined =>
  OWN_COMMENTS[`${type}.${field}`] ?? FIELD_COMMENTS[field];

/** Returns the same of what is inside a field. */
function withComments(schema: JsonSchema): JsonSchema {
  if (!schema.properties) return schema;
  return described('', schema, { comments: new Map(), types: new Map() });
}

const PERIOD = String.raw`\d{4}(-(H[12]|Q[1-4]|SY|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?`;

/** As above, or a word of a report document, whole or with a part of its period. */
const REPORT_PERIOD = String.raw`(${PERIOD}|@(period|previous)(-[A-Z\d-]+)?)`;

/** JSON Schema of the refinements of zod, which the conversion leaves out. */
const REFINEMENTS: Readonly<Record<string, JsonSchema>> = {
  Period: { pattern: `^${PERIOD}(/${PERIOD})?$`, examples: ['2024', '2024-06-18', '2023-SY', '2024-01/2024-03'] },
  ReportPeriod: {
    pattern: `^${REPORT_PERIOD}(/${REPORT_PERIOD})?$`,
    examples: ['@period', '@previous', '@period-Q3', '2024-06-18'],
  },
  ReportEdition: { type: ['number', 'string'], pattern: '^@(period|previous)$', examples: [2024, 17, '@period'] },
  Quantity: {
    if: { properties: { op: { const: 'range' } }, required: ['op'] },
    then: { required: ['min', 'max'] },
    else: { required: ['value'] },
  },
};

/** The format that a document declares: this major version, any minor one. */
const FORMATS: Readonly<Record<string, string>> = {
  Catalogue: 'ess-catalogue/1',
  Manifest: 'ess-dataset/1',
  Report: 'ess-report/1',
  Story: 'ess-story/1',
};

function refined(name: string, schema: JsonSchema): JsonSchema {
  const major = FORMATS[name];
  if (major === undefined) return { ...schema, ...REFINEMENTS[name] };
  const format = { ...schema.properties?.['format'], pattern: String.raw`^${major}(\.\d+)*$` };
  return { ...schema, properties: { ...schema.properties, format } };
}

/**
 * Returns the schema of a data set in a single file: its records stand where the manifest has the addresses of their
 * files.
 */
function datasetSchema(pool: Pool): JsonSchema {
  const manifest = pool.get('Manifest');
  const collections = [...recordTypes()].map(([collection, type]) => {
    return [collection, { anyOf: [{ type: 'array', items: refTo(type) }, refTo('CollectionEntry')] }] as const;
  });
  return {
    ...manifest,
    description: 'A data set in a single file: what its manifest says, with the records of its collections inside.',
    properties: {
      ...manifest?.properties,
      collections: {
        description: 'The records of each collection, or where its file is.',
        type: 'object',
        properties: Object.fromEntries(collections),
      },
      coverage: {
        description: FIELD_COMMENTS['coverage'] ?? '',
        type: 'object',
        additionalProperties: { type: 'array', items: refTo('Coverage') },
      },
    },
  };
}

/** `AttendanceTally` to `attendance-tally`. */
const kebabCase = (name: string): string => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** `AttendanceTally` to `Attendance tally`. */
function titleOf(name: string): string {
  const words = kebabCase(name).replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
