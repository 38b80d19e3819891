/** A file of sources, and the secrets that it names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { EssError } from '@ess-widgets/core';
import { type NamedSource, readSourcesFile, SOURCES_FORMAT } from '@ess-widgets/core/data';
import { addressIn } from '@ess-widgets/core/data/address';
import { isCollection } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import type { DeclaredSource, Sources } from '../contract/sources.ts';
import { foundAddress, isWeb, pathOf } from '../dataset/address.ts';
import { blocked, createReader } from '../dataset/read.ts';
import type { Io } from '../io.ts';
import type { CommandText } from '../language.ts';
import { problemText } from './problem-text.ts';

/** A source as it is read: its addresses are absolute, each with its recipe. */
export interface SourceToRead extends NamedSource {
  /** What the file says of it. */
  readonly declared: DeclaredSource;
}

/** The sources of a file. */
export interface SourcesSettings {
  readonly config: Sources;
  /** Folder that paths of files are said from. */
  readonly folder: string;
  readonly sources: readonly SourceToRead[];
  /** Address of the reference data. */
  readonly reference: string | undefined;
  /** Days between two runs of a snapshot; null where the file does not say. */
  readonly every: number | null;
  /** Returns the key of a source; undefined where it has none, or where the environment does not. */
  readonly keyOf: (source: SourceToRead) => string | undefined;
  /** Takes all keys out of a text. */
  readonly strike: (text: string) => string;
}

const KEY = /^env:([A-Za-z_]\w*)$/;

/** Parameters of an address that hold a key. */
const KEY_IN_ADDRESS = /[?&#](?:key|(?:access|auth|private)_?token|token|api_?key|secret|passw(?:or)?d)=[^&#]/i;

/** The shortest text that is taken for a key: a shorter one could not be told from words of the data. */
const SHORTEST = 8;

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isNamed: Check = (value) => isObject(value) && isText(value['name']) && isOptional(value['href'], isText);
const isOptional = (value: unknown, check: Check): boolean => value === undefined || check(value);
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What each field holds, with an example for the message. */
type Fields = Readonly<Record<string, readonly [check: Check, example: string]>>;

const isOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

const FIELDS: Fields = {
  sources: [(value) => isObject(value) && Object.keys(value).length > 0, '{"adherents": {"src": "https://…"}}'],
  format: [isOf(SOURCES_FORMAT), `"${SOURCES_FORMAT}"`],
  reference: [isText, '"data/manifest.json"'],
  zone: [isText, '"Europe/Paris"'],
  title: [isText, '"Agenda de l’ESS"'],
  publisher: [isNamed, '{"name": "Pôle ESS"}'],
  licence: [isNamed, '{"name": "Licence Ouverte 2.0"}'],
  contact: [isText, '"contact@exemple.fr"'],
  language: [isText, '"fr"'],
  network: [isText, '"pole"'],
  every: [(value) => /^[1-9]\d{0,2}[hd]$/.test(String(value)), '"1d"'],
};

const SOURCE_FIELDS: Fields = {
  src: [(value) => [value].flat().length > 0 && [value].flat().every(isText), '"https://…"'],
  title: [isText, '"Nos adhérents"'],
  kind: [isOf('members', 'events', 'figures'), '"members"'],
  format: [isText, '"csv"'],
  recipe: [isObject, '{"columns": {"Coopérative": "name"}}'],
  key: [isText, '"env:HELLOASSO"'],
  past: [isOf('held'), '"held"'],
  zone: [isText, '"Europe/Paris"'],
  table: [isText, '"Adhérents"'],
  need: [(value) => Array.isArray(value) && value.every((name) => isCollection(String(name))), '["events"]'],
};

const RECIPE_FIELDS: Fields = {
  kind: [isOf('members', 'events'), '"members"'],
  table: [isText, '"Adhérents"'],
  header: [(value) => Number.isInteger(value) && Number(value) > 0, '3'],
  records: [isText, '"data.items"'],
  id: [isText, '"Numéro"'],
  columns: [
    (value) => isObject(value) && Object.values(value).every((field) => field === null || isText(field)),
    '{"Coopérative": "name", "Horodateur": null}',
  ],
  zone: [isText, '"Europe/Paris"'],
  past: [isOf('held'), '"held"'],
  public: [(value) => Array.isArray(value) && value.every(isText), '["name", "town"]'],
  credit: [
    (value) => isObject(value) && isText(value['name']) && isOptional(value['licence'], isText),
    '{"name": "Nos adhérents"}',
  ],
};

/**
 * Reads a file of sources, by its path or its address. One in the form of earlier releases, a list, is read as `source-1`, `source-2`…
 * @throws Refusal that names the field and says what it holds
 */
export async function readDeclaredSources(
  given: string,
  io: Pick<Io, 'cwd' | 'env' | 'fetch'>,
): Promise<SourcesSettings> {
  const { base, text } = isWeb(given) ? await fromWeb(given, io) : fromFile(given, io);
  const config = checked(parsed(text, given), given);
  const folder = path.dirname(pathOf(base) ?? path.join(io.cwd, '.'));
  const isRemote = isWeb(base);
  const { sources, reference, problems } = readSourcesFile(isRemote ? config : located(config, folder), base);
  const [problem] = problems.map(problemText);
  if (problem) throw new Refusal({ fr: `${given}\u202f: ${problem.fr}`, en: `${given}: ${problem.en}` });
  // A file of the web names nothing of this machine, neither its files nor its variables.
  const local =
    isRemote && [reference ?? [], ...sources.map(({ src }) => src.split(' '))].flat().find((src) => !isWeb(src));
  if (local) throw blocked(local, 'host');
  if (isRemote && Object.values(config.sources).some(({ key }) => key !== undefined)) throw new Refusal(NO_VARIABLE);
  const read = sources.flatMap((source): readonly SourceToRead[] => {
    const declared = config.sources[source.name];
    return declared ? [{ ...source, declared }] : [];
  });
  const secrets = read.flatMap(({ declared: { key } }) => secretOf(key, io.env) ?? []);
  const short = read.find(({ declared: { key } }) => (secretOf(key, io.env)?.length ?? SHORTEST) < SHORTEST);
  if (short) {
    const [, name = ''] = KEY.exec(short.declared.key ?? '') ?? [];
    throw new Refusal({
      fr: `la variable ${name} est trop courte pour une clé (${SHORTEST} signes au moins).`,
      en: `the variable ${name} is too short for a key (at least ${SHORTEST} characters).`,
    });
  }
  const { every } = config;
  const amount = Number.parseInt(every ?? '', 10);
  return {
    ...{ config, folder, sources: read, reference },
    every: every === undefined ? null : every.endsWith('h') ? amount / 24 : amount,
    keyOf: ({ declared: { key } }) => secretOf(key, io.env),
    strike: striking(secrets),
  };
}

const NO_VARIABLE: CommandText = {
  fr: 'un fichier de sources du web ne nomme pas de variable d’environnement (key)\u202f: copiez-le d’abord.',
  en: 'a file of sources of the web names no environment variable (key): copy it first.',
};

interface Read {
  readonly text: string;
  /** Address that those in it start from. */
  readonly base: string;
}

function fromFile(given: string, { cwd }: Pick<Io, 'cwd'>): Read {
  const file = path.resolve(cwd, given);
  try {
    return { text: readFileSync(file, 'utf8'), base: pathToFileURL(file).href };
  } catch {
    throw new Refusal({ fr: `fichier introuvable\u202f: ${given}`, en: `no such file: ${given}` });
  }
}

async function fromWeb(given: string, io: Pick<Io, 'fetch'>): Promise<Read> {
  const answer = await createReader(io).fetchFor(given)(given);
  if (answer.ok) return { text: await answer.text(), base: answer.url };
  throw new EssError('http', `${given}: the server answered ${answer.status}.`, { url: given, status: answer.status });
}

function parsed(text: string, given: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal({ fr: `${given} n’est pas du JSON.`, en: `${given} is not JSON.` });
  }
}

/** Returns the sources with the addresses of those that are files, folders or packages of this machine. */
function located(config: Sources, folder: string): Sources {
  const at = (src: string): string => {
    const pasted = addressIn(src);
    return isWeb(pasted) ? pasted : (foundAddress(src, folder) ?? src);
  };
  const { reference, sources } = config;
  return {
    ...config,
    ...(reference === undefined ? {} : { reference: at(reference) }),
    sources: Object.fromEntries(
      Object.entries(sources).map(([name, one]) => [name, { ...one, src: [one.src].flat().map(at) }]),
    ),
  };
}

function checked(value: unknown, given: string): Sources {
  const written = isObject(value) ? value : {};
  const list = written['format'] === undefined ? written['sources'] : undefined;
  const named = Array.isArray(list)
    ? Object.fromEntries(list.map((source: unknown, index) => [`source-${index + 1}`, source]))
    : written['sources'];
  const document: Json = { ...written, ...(Array.isArray(list) ? { format: SOURCES_FORMAT } : {}), sources: named };
  expectFields(document, FIELDS, ['sources', 'format'], given, '');
  for (const [index, [name, source]] of Object.entries(isObject(named) ? named : {}).entries()) {
    const place = Array.isArray(list) ? `sources[${index}].` : `sources.${name}.`;
    const fields = isObject(source) ? source : {};
    expectFields(fields, SOURCE_FIELDS, ['src'], given, place);
    const { key, src, recipe } = fields;
    if (isObject(recipe)) expectFields(recipe, RECIPE_FIELDS, [], given, `${place}recipe.`);
    const isKeyNamed = isOptional(key, (text) => KEY.test(String(text)));
    if (isKeyNamed && ![src].flat().some((each) => KEY_IN_ADDRESS.test(String(each)))) continue;
    const field = `${place}${isKeyNamed ? 'src' : 'key'}`;
    throw new Refusal({
      fr: `${given}\u202f: ${field} contient une clé. Une clé ne s’écrit pas dans ce fichier\u202f: mettez-la dans une variable d’environnement, et écrivez "key": "env:NOM".`,
      en: `${given}: ${field} holds a key. No key is written in this file: put it in an environment variable, and write "key": "env:NAME".`,
    });
  }
  // All its fields were checked one by one.
  return document as unknown as Sources;
}

/** @throws Refusal for a field that is missing, unknown or of another form; never with what it holds, which may be a key */
function expectFields(value: Json, fields: Fields, required: readonly string[], file: string, place: string): void {
  const known = Object.keys(fields).join(', ');
  const stranger = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (stranger !== undefined) {
    throw new Refusal({
      fr: `${file}\u202f: champ inconnu «\u202f${place}${stranger}\u202f». Champs\u202f: ${known}.`,
      en: `${file}: unknown field "${place}${stranger}". Fields: ${known}.`,
    });
  }
  for (const [name, [check, example]] of Object.entries(fields)) {
    if (value[name] === undefined ? !required.includes(name) : check(value[name])) continue;
    throw new Refusal({
      fr: `${file}\u202f: ${place}${name} est attendu ainsi\u202f: ${example}.`,
      en: `${file}: ${place}${name} is expected like this: ${example}.`,
    });
  }
}

const secretOf = (key: string | undefined, env: Io['env']): string | undefined => {
  const [, name] = KEY.exec(key ?? '') ?? [];
  return name === undefined ? undefined : env[name] || undefined;
};

/** Makes the function that takes secrets out of a text, in all forms in which a request writes them. */
function striking(secrets: readonly string[]): SourcesSettings['strike'] {
  const parts = secrets.flatMap((secret) => [secret, ...secret.split(':')]).filter(({ length }) => length >= SHORTEST);
  const forms = parts.flatMap((part) => [
    part,
    encodeURIComponent(part),
    Buffer.from(part).toString('base64'),
    JSON.stringify(part).slice(1, -1),
  ]);
  const longest = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return (text) => longest.reduce((struck, form) => struck.replaceAll(form, '…'), text);
}
