/** Configuration of a snapshot, and the secrets that it names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isCollection } from '@ess-widgets/core/model';
import type { SnapshotConfig, SnapshotSourceConfig } from '../contract/snapshot-config.ts';
import type { Io } from '../io.ts';
import { Refusal } from '../refusal.ts';

/** The configuration of a run. */
export interface SnapshotSettings {
  readonly config: SnapshotConfig;
  /** Its file. */
  readonly file: string;
  /** Days between two runs; null where it does not say. */
  readonly every: number | null;
  /** Returns the key of a source; undefined where it has none, or where the environment does not. */
  readonly keyOf: (source: SnapshotSourceConfig) => string | undefined;
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
const FIELDS: Readonly<Record<string, readonly [check: Check, example: string]>> = {
  sources: [(value) => Array.isArray(value) && value.length > 0, '[{"src": "https://…"}]'],
  title: [isText, '"Agenda de l’ESS"'],
  publisher: [isNamed, '{"name": "Pôle ESS"}'],
  licence: [isNamed, '{"name": "Licence Ouverte 2.0"}'],
  contact: [isText, '"contact@exemple.fr"'],
  language: [isText, '"fr"'],
  network: [isText, '"pole"'],
  every: [(value) => /^[1-9]\d{0,2}[hd]$/.test(String(value)), '"1d"'],
};

const SOURCE_FIELDS: typeof FIELDS = {
  src: [isText, '"https://…"'],
  format: [isText, '"csv"'],
  key: [isText, '"env:HELLOASSO"'],
  past: [(value) => value === 'held', '"held"'],
  zone: [isText, '"Europe/Paris"'],
  table: [isText, '"Adhérents"'],
  need: [(value) => Array.isArray(value) && value.every((name) => isCollection(String(name))), '["events"]'],
};

/** Reads the configuration. @throws Refusal that names the field and says what it holds */
export function readSnapshotSettings(given: string, { cwd, env }: Pick<Io, 'cwd' | 'env'>): SnapshotSettings {
  const file = path.resolve(cwd, given);
  const config = checked(parse(file, given), given);
  const secrets = config.sources.flatMap(({ key }) => secretOf(key, env) ?? []);
  const short = config.sources.find(({ key }) => (secretOf(key, env)?.length ?? SHORTEST) < SHORTEST);
  if (short) {
    const [, name = ''] = KEY.exec(short.key ?? '') ?? [];
    throw new Refusal({
      fr: `la variable ${name} est trop courte pour une clé (${SHORTEST} signes au moins).`,
      en: `the variable ${name} is too short for a key (at least ${SHORTEST} characters).`,
    });
  }
  const { every } = config;
  const amount = Number.parseInt(every ?? '', 10);
  return {
    config,
    file,
    every: every === undefined ? null : every.endsWith('h') ? amount / 24 : amount,
    keyOf: ({ key }) => secretOf(key, env),
    strike: striking(secrets),
  };
}

function parse(file: string, given: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw new Refusal({ fr: `fichier introuvable\u202f: ${given}`, en: `no such file: ${given}` });
    }
    throw new Refusal({ fr: `${given} n’est pas du JSON.`, en: `${given} is not JSON.` });
  }
}

function checked(value: unknown, given: string): SnapshotConfig {
  const document = isObject(value) ? value : {};
  expectFields(document, FIELDS, ['sources'], given, '');
  const sources: readonly unknown[] = Array.isArray(document['sources']) ? document['sources'] : [];
  for (const [index, source] of sources.entries()) {
    const place = `sources[${index}].`;
    const fields = isObject(source) ? source : {};
    expectFields(fields, SOURCE_FIELDS, ['src'], given, place);
    const { key, src } = fields;
    if (isOptional(key, (text) => KEY.test(String(text))) && !KEY_IN_ADDRESS.test(String(src))) continue;
    throw new Refusal({
      fr: `${given}\u202f: ${place}${key === undefined ? 'src' : 'key'} contient une clé. Une clé ne s’écrit pas dans ce fichier\u202f: mettez-la dans une variable d’environnement, et écrivez "key": "env:NOM".`,
      en: `${given}: ${place}${key === undefined ? 'src' : 'key'} holds a key. No key is written in this file: put it in an environment variable, and write "key": "env:NAME".`,
    });
  }
  // All its fields were checked one by one.
  return document as unknown as SnapshotConfig;
}

/** @throws Refusal for a field that is missing, unknown or of another form; never with what it holds, which may be a key */
function expectFields(
  value: Json,
  fields: typeof FIELDS,
  required: readonly string[],
  file: string,
  place: string,
): void {
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
function striking(secrets: readonly string[]): SnapshotSettings['strike'] {
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
