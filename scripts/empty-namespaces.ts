/** A file of the built elements, as far as it is read or written here. */
export interface Code {
  /** Files that it imports. */
  readonly imports: readonly string[];
  readonly code: string;
}

/** The bundler's file whose one export makes the object of exports of a module. */
const RUNTIME = /\/rolldown-runtime-[\w-]+\.js$/;
const IMPORT = /import\{t as ([\w$]+)\}from"\.\/rolldown-runtime-[\w-]+\.js";/;

/**
 * Leaves out objects of exports without exports: the bundler makes one where a module that is loaded later and exports
 * nothing (an element's `define.ts`) shares its file with others, and a file of its own to make it with. Nobody reads them.
 */
export function withoutEmptyNamespaces<C extends Code>(chunk: C): C {
  const [statement, make] = IMPORT.exec(chunk.code) ?? [];
  if (!statement || !make) return chunk;
  const call = `${make.replaceAll('$', '\\$')}\\(\\{`;
  const [, name] = new RegExp(`[ ,]([\\w$]+)=${call}\\}\\)[,;]`).exec(chunk.code) ?? [];
  // Its name may be somebody else's inside a function: only what is exported is such an object.
  const exported = name && new RegExp(`(?<=export\\{.*)(?:,${name} as [\\w$]+|\\b${name} as [\\w$]+,?)`);
  if (!exported || !exported.test(chunk.code)) return chunk;
  const made = `${name}=${make}({})`;
  const code = [`var ${made};`, `,${made}`, `${made},`]
    .reduce((text, each) => (text.includes(made) ? text.replace(each, '') : text), chunk.code)
    .replace(exported, '');
  if (new RegExp(`=${call}`).test(code)) return { ...chunk, code };
  return {
    ...chunk,
    code: code.replace(statement, ''),
    imports: chunk.imports.filter((file) => !RUNTIME.test(file)),
  };
}
