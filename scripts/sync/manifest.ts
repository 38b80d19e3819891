import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Attribute, attributesOf, elementStates } from '../../packages/elements/src/base/attributes.ts';
import { attributeFiles, descriptionOf, typeText } from './attributes.ts';
import type { Generated } from './files.ts';

const FOLDER = 'packages/elements';

interface Member {
  readonly name: string;
  readonly attribute?: string;
}
interface Declaration {
  readonly tagName: string;
  readonly summary?: string;
  readonly attributes?: readonly Member[];
  readonly members?: readonly Member[];
}
interface Module {
  readonly path: string;
  readonly declarations: readonly Declaration[];
}
interface Manifest {
  readonly modules: readonly Module[];
}

/**
 * `custom-elements.json`: the JSDoc of the elements and the table of their attributes, for editors, Storybook and the docs;
 * and all other files that are generated from that table.
 */
export function customElements(root: string): Generated {
  const folder = path.join(root, FOLDER);
  // Inside of the package, since the analyser takes its output folder from there.
  const out = mkdtempSync(path.join(folder, 'dist-manifest-'));
  try {
    const cem = path.join(
      path.dirname(createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer/package.json')),
      'cem.js',
    );
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [cem, 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', path.basename(out), '--quiet'],
      { cwd: folder, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`The custom elements manifest cannot be made: ${stderr || stdout}`);
    const manifest = JSON.parse(readFileSync(path.join(out, 'custom-elements.json'), 'utf8')) as Manifest;
    const modules = manifest.modules
      .map((module) => ({ ...module, declarations: module.declarations.map(withAttributes) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    // Custom states came with this version of the schema.
    const text = JSON.stringify({ ...manifest, schemaVersion: '2.1.0', modules }, null, 2);
    return new Map([
      [`${FOLDER}/custom-elements.json`, `${text}\n`],
      ...attributeFiles(modules.flatMap(({ declarations }) => declarations)),
    ]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Returns an element with the descriptions of its attributes, of their properties and of its states from the table. */
function withAttributes(declaration: Declaration): Declaration {
  const { tagName, attributes = [], members = [] } = declaration;
  const rows = attributesOf(tagName);
  const described = attributes.map((attribute) => {
    const row = rows[attribute.name];
    if (!row) throw new Error(`base/attributes.ts has no row for "${attribute.name}" of <${tagName}>.`);
    return { ...attribute, ...facts(row), ...(row.default ? { default: row.default } : {}) };
  });
  const missing = Object.keys(rows).filter((name) => !attributes.some((attribute) => attribute.name === name));
  if (missing.length > 0) throw new Error(`<${tagName}> has no property for ${missing.join(', ')}.`);
  const cssStates = Object.entries(elementStates).map(([name, description]) => ({ name, description }));
  return {
    ...declaration,
    attributes: described,
    members: members.map((member) => {
      const row = member.attribute && rows[member.attribute];
      return row ? { ...member, ...facts(row), type: { text: propertyText(row) } } : member;
    }),
    ...(tagName === 'ess-provider' ? {} : { cssStates }),
  };
}

/** Returns the type and the description of an attribute. */
const facts = (row: Attribute): object => ({ type: { text: typeText(row) }, description: descriptionOf(row) });

/** Returns the type of the property of an attribute: it holds a text, also where that is a number. */
const propertyText = (row: Attribute): string => `${row.type === 'number' ? 'string' : typeText(row)} | undefined`;
