/** A file of the built elements, as far as it is read or written here. */
export interface Code {
  /** Files that it imports. */
  readonly imports: readonly string[];
  readonly code: string;
}

/** The bundler's file whose one export makes the object of exports of a module. */
export const RUNTIME = /\/rolldown-runtime-[\w-]+\.js$/;
const IMPORT = /import\{t as ([\w$]+)\}from"\.\/rolldown-runtime-[\w-]+\.js";/;
/** What is exported under a name, as the bundler has it. */
const EXPORT = /(?<name>[\w$]+):\(\)=>(?<value>[\w$]+)/g;

/**
 * Writes objects of exports as plain ones: the bundler makes one where a module that is loaded later shares its file with
 * others, and has a file of its own to make it with, which is one more to wait for. One without exports (that of an element's
 * `define.ts`) is left out: nobody reads it.
 */
export function plainNamespaces<C extends Code>(chunk: C): C {
  const [statement, make] = IMPORT.exec(chunk.code) ?? [];
  if (!statement || !make) return chunk;
  const call = `${make.replaceAll('$', '\\$')}\\(\\{`;
  const made = new RegExp(`(?<=[ ,])([\\w$]+)=${call}((?:[\\w$]+:\\(\\)=>[\\w$]+,?)*)\\}\\)`, 'g');
  const exportsOf = (code: string): string => /export\{.*\}/.exec(code)?.[0] ?? '';
  let code = chunk.code.replace(made, (text, name: string, list: string) => {
    // Its name may be somebody else's inside a function: only what is exported is such an object.
    const isExported = new RegExp(`[{,]${name.replaceAll('$', '\\$')} as `).test(exportsOf(chunk.code));
    if (!isExported || list === '') return text;
    return `${name}={${list.replace(EXPORT, 'get $<name>(){return $<value>}')}}`;
  });
  code = withoutEmpty(code, make, call);
  if (new RegExp(`=${call}`).test(code)) return { ...chunk, code };
  return {
    ...chunk,
    code: code.replace(statement, ''),
    imports: chunk.imports.filter((file) => !RUNTIME.test(file)),
  };
}

function withoutEmpty(code: string, make: string, call: string): string {
  const [, name] = new RegExp(`[ ,]([\\w$]+)=${call}\\}\\)[,;]`).exec(code) ?? [];
  const exported = name && new RegExp(`(?<=export\\{.*)(?:,${name} as [\\w$]+|\\b${name} as [\\w$]+,?)`);
  if (!exported || !exported.test(code)) return code;
  const made = `${name}=${make}({})`;
  return [`var ${made};`, `,${made}`, `${made},`]
    .reduce((text, each) => (text.includes(made) ? text.replace(each, '') : text), code)
    .replace(exported, '');
}
