/** The pages of the contenders: each built on its own, as its author would ship it. */
import path from 'node:path';
import { build } from 'esbuild';
import type { Contender } from './contender.ts';

/** Built files that the page of a contender links to. */
interface Built {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Builds a source of `src/pages` into a folder of its own under `out`. */
async function buildPage(source: string, out: string): Promise<Built> {
  const folder = path.join(out, source.replace(/\.ts$/, ''));
  const { metafile } = await build({
    entryPoints: [path.join(import.meta.dirname, '../pages', source)],
    outdir: folder,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.png': 'file', '.svg': 'file' },
    metafile: true,
    logLevel: 'error',
  });
  const outputs = Object.entries(metafile.outputs);
  const addressOf = (file: string): string =>
    `/pages/${path.relative(out, path.resolve(file)).split(path.sep).join('/')}`;
  const entries = outputs.filter(([, { entryPoint }]) => entryPoint).map(([file]) => addressOf(file));
  const styles = outputs.filter(([file]) => file.endsWith('.css')).map(([file]) => addressOf(file));
  return { scripts: entries.filter((file) => file.endsWith('.js')), styles };
}

/** Builds the pages of these contenders. @returns what each links to, by the source of its page */
export async function buildPages(contenders: readonly Contender[], out: string): Promise<ReadonlyMap<string, Built>> {
  const sources = [...new Set(contenders.flatMap(({ page }) => ('source' in page ? [page.source] : [])))];
  const built = new Map<string, Built>();
  for (const source of sources) built.set(source, await buildPage(source, path.join(out, 'pages')));
  return built;
}

/** Addresses of the data of a page. */
export interface PageData {
  /** Address of the folder. */
  readonly folder: string;
  /** Address of the ground of the map, from the folder; none where it has none. */
  readonly ground?: string | undefined;
}

const HEAD =
  '<meta charset="utf-8"><title>Mesure</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">';

/** Returns the page of a contender. @param built files of the contenders, by the source of their page */
export function pageOf({ page }: Contender, data: PageData, built: ReadonlyMap<string, Built>): string {
  const { folder, ground = '' } = data;
  const root = `<!doctype html><html lang="fr" data-folder="${folder}" data-ground="${ground}">`;
  if ('html' in page) {
    const loader = `<script type="module" src="/ess/ess.js" data-src="${folder}manifest.json"></script>`;
    const style = page.style ? `<style>${page.style}</style>` : '';
    return `${root}<head>${HEAD}${style}${page.isAlone ? '' : loader}</head><body><main><h1>Mesure</h1>${page.html}</main></body></html>`;
  }
  const { scripts = [], styles = [] } = built.get(page.source) ?? {};
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`);
  const tags = scripts.map((src) => `<script type="module" src="${src}"></script>`);
  return `${root}<head>${HEAD}${links.join('')}${tags.join('')}</head><body><main><h1>Mesure</h1><div id="box" style="height:320px"></div></main></body></html>`;
}
