/** What the bundler has made small, made smaller still: a hundredth or two, which readers of a page wait for and archives keep. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { minify } from 'terser';

/** Returns the code of a module smaller, and its map where there was one. */
export async function shrunk(code: string, map?: { readonly file: string; readonly content: string }) {
  const sourceMap = map && { content: map.content, includeSources: true, filename: map.file };
  const made = await minify(code, {
    module: true,
    ecma: 2020,
    compress: { passes: 3 },
    ...(sourceMap ? { sourceMap } : {}),
  });
  return { code: made.code ?? code, map: String(made.map ?? '') };
}

/** Makes the modules of a folder smaller, which have no maps. */
export async function shrinkFolder(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.js'))) {
    const file = path.join(folder, name);
    writeFileSync(file, (await shrunk(readFileSync(file, 'utf8'))).code);
  }
}
