/** What one takes home: the files of a folder that works where it is put, or the complete data to keep. */
import { escapeXml, jsonLdText, lightStill, type ReportDocument, type Still, skinCss } from '../charts/index.ts';
import { readReport, readSourcesFile, SOURCES_FORMAT } from '../data/index.ts';
import { readStory } from '../data/story.ts';
import { directoryOf, packEntries } from '../directory/index.ts';
import { type Basemap, createPlaceWords, readBasemap } from '../geo/index.ts';
import { type Dataset, forAudience, LANGUAGES, records, resolveText } from '../model/index.ts';
import { LEFT_AT_HOME } from './archive.ts';
import { fileText, textBytes } from './bytes.ts';
import { figurePages } from './figure-pages.ts';
import { packedFiles } from './packed.ts';
import { MANIFEST_FILE, type PreparedData } from './prepare.ts';
import { Refusal } from './refusal.ts';
import { type AskedStill, stillsOf } from './stills.ts';

/** A widget that was chosen. */
interface ChosenWidget {
  /** Its name without `ess-`. */
  readonly widget: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A source that stays where it is: its address is read by each page. */
interface LiveSource {
  readonly name: string;
  readonly src: string;
  readonly format?: string;
}

/** What is taken home. */
export interface TakeHomeJob {
  readonly prepared: PreparedData;
  /** `site`: a folder for a server, without what is internal. `keep`: the complete data and their workbook, for no server. */
  readonly purpose: 'site' | 'keep';
  readonly widgets: readonly ChosenWidget[];
  readonly lang: 'fr' | 'en';
  /** Day of the clock, `YYYY-MM-DD`. */
  readonly today: string;
  readonly sources?: readonly LiveSource[];
  /** Address of the folder on its site, with a slash at its end; without it pages do not say their own. */
  readonly address?: string | undefined;
  /** Cards as PNG, by their names; a page draws them. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** Files of the folder `ess` of a release, by their paths in it; for a site. */
  readonly release: ReadonlyMap<string, Uint8Array>;
  /** The workbook that the data came from; kept, and never for a server. */
  readonly workbook?: { readonly name: string; readonly bytes: Uint8Array };
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Members from which a map and a list read columns. */
const PACKED_FROM = 1000;

/** Name of the data that were prepared, among the sources. */
const OWN_SOURCE = 'donnees';

/**
 * Returns the files to take home by their paths, each in its order. Pure: the same job gives the same bytes, in a page and in a
 * command.
 * @throws Refusal for a release that has no loader, and for a source that no page may read by its address
 */
export async function takeHome(job: TakeHomeJob): Promise<Files> {
  const { prepared, purpose, workbook, release } = job;
  const sources = textBytes(sourcesText(job));
  if (purpose === 'keep') {
    const data = await prepared.files();
    return new Map([
      ['LISEZMOI.html', textBytes(readme(job, []))],
      ...under('data', data),
      ['sources.json', sources],
      ...(workbook ? ([[baseOf(workbook.name), workbook.bytes]] as const) : []),
    ]);
  }
  if (!release.has('ess.js')) throw new Refusal(NO_RELEASE);
  const open = prepared.open();
  const made = await open.files();
  const context = await stillContext(open.dataset, made);
  const { data, missing } = await siteData(job, open, context);
  const { lang, today, widgets, address = null, pictures = new Map<string, Uint8Array>() } = job;
  const page = pageOf(job, open.dataset, context, {
    widgets,
    title: resolveText(open.dataset.manifest.title, lang).text,
  });
  const pages = figurePages({
    dataset: open.dataset,
    widgets,
    lang,
    today,
    address,
    pageOf: (widget, words) => pageOf(job, open.dataset, context, { widgets: [widget], ...words }),
  });
  return new Map([
    ['LISEZMOI.html', textBytes(readme(job, missing))],
    ['index.html', textBytes(page)],
    ...pages,
    ...[...pictures].map(([key, bytes]) => [`images/${key}.png`, bytes] as const),
    ...under('data', data),
    ['sources.json', sources],
    // Frames and pages of other sites read the data too: the rules of the widgets' folder are those of the whole.
    ...[...release].filter(([file]) => file === '.htaccess'),
    ...under('ess', new Map([...release].filter(([file]) => !LEFT_AT_HOME.test(file)))),
  ]);
}

const under = (folder: string, files: Files): readonly (readonly [string, Uint8Array])[] =>
  [...files].map(([name, bytes]) => [`${folder}/${name}`, bytes]);

/** Returns the last part of a name: a workbook lies in the folder itself. */
const baseOf = (name: string): string => name.split(/[/\\]/).findLast(Boolean) ?? 'classeur.xlsx';

/** What stills are made of besides the data. */
interface StillContext {
  readonly basemap: Basemap | undefined;
  readonly document: ReportDocument | undefined;
}

async function stillContext({ manifest }: Dataset, files: Files): Promise<StillContext> {
  const textOf = (href: string | undefined): string | undefined => {
    const bytes = href === undefined ? undefined : files.get(href);
    return bytes && fileText(bytes);
  };
  const [ground, report, story] = [manifest.basemap, manifest.report, manifest.story].map(textOf);
  return {
    basemap: ground === undefined ? undefined : await readBasemap(JSON.parse(ground)),
    document:
      report === undefined
        ? undefined
        : {
            report: await readReport(report, manifest.report ?? ''),
            story: story === undefined ? null : await readStory(story, manifest.story ?? ''),
          },
  };
}

/** Returns what makes the stills of some data. @param today day of the clock, `YYYY-MM-DD` */
export async function stillMaker(
  data: Pick<PreparedData, 'dataset' | 'files'>,
  today: string,
): Promise<(asked: AskedStill) => Still | null> {
  return makeStill(data.dataset, today, await stillContext(data.dataset, await data.files()));
}

const makeStill =
  (dataset: Dataset, today: string, { basemap, document }: StillContext) =>
  ({ page: _, ...asked }: AskedStill): Still | null =>
    lightStill(dataset, { ...asked, today, ...(basemap ? { basemap } : {}), ...(document ? { document } : {}) });

/** Returns the data of a site: its public files, stills of the chosen widgets, and columns of very many members. */
async function siteData(
  { widgets, today }: TakeHomeJob,
  open: ReturnType<PreparedData['open']>,
  context: StillContext,
): Promise<{ readonly data: Files; readonly missing: readonly string[] }> {
  const { dataset, table } = open;
  const asked = widgets.flatMap(({ widget, attributes }) =>
    LANGUAGES.map((lang): AskedStill => ({ tag: `ess-${widget}`, attributes, lang })),
  );
  const { files: stills, missing } = await stillsOf(asked, makeStill(dataset, today, context));
  const members = directoryOf(forAudience(dataset), { layers: ['members'] });
  const columns =
    members.length < PACKED_FROM
      ? []
      : packedFiles(packEntries(members), createPlaceWords(records(dataset, 'territories'), table));
  const [first] = columns;
  const files = await open.files({ stills: 'stills/index.json', ...(first ? { packed: first.href } : {}) });
  const manifest = files.get(MANIFEST_FILE) ?? new Uint8Array();
  const others = [...files].filter(([name]) => name !== MANIFEST_FILE);
  return {
    data: new Map([
      ...others,
      ...[...stills].map(([name, text]) => [`stills/${name}`, textBytes(text)] as const),
      ...columns.map(({ href, bytes }) => [href, bytes] as const),
      [MANIFEST_FILE, manifest],
    ]),
    missing: [...new Set(missing.map(({ tag }) => tag))],
  };
}

/** Returns the names of the sources: the data of the folder, and addresses that stay live. */
function sourcesText({ sources = [] }: TakeHomeJob): string {
  const named = sources.map(({ name, src, format }) => [name, { src, ...(format ? { format } : {}) }] as const);
  const document = {
    format: SOURCES_FORMAT,
    sources: { ...Object.fromEntries(named), [OWN_SOURCE]: { src: `data/${MANIFEST_FILE}` } },
  };
  const [wrong] = readSourcesFile(document, 'https://example.org/').problems;
  const secret = sources.find(({ src }) => !src.split(/\s+/).every(isOpenAddress));
  const said = wrong?.said ?? secret?.name ?? (new Set(named.map(([name]) => name)).size < named.length ? '' : null);
  if (said !== null || sources.some(({ name }) => name === OWN_SOURCE))
    throw new Refusal(badSource(said ?? OWN_SOURCE));
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Whether an address may stand in a page: on the web, and without a name or a key of somebody. */
function isOpenAddress(src: string): boolean {
  if (!URL.canParse(src)) return false;
  const { protocol, username, password } = new URL(src);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/** Returns the attributes of a widget under the title of the page. That of a figure is no heading. */
const headed = ({ widget, attributes }: ChosenWidget): ChosenWidget['attributes'] =>
  widget === 'indicator' ? attributes : { 'heading-level': '2', ...attributes };

/** What is on a page. */
interface PageParts {
  readonly widgets: readonly ChosenWidget[];
  readonly title: string;
  /** More lines of its head, and of its foot. */
  readonly head?: string;
  readonly foot?: string;
  /** Way from the page to the folder. */
  readonly root?: string;
}

/** Returns a page of widgets, with their stills inside: it reads well while they load, and without script. */
function pageOf(
  { lang, today }: TakeHomeJob,
  dataset: Dataset,
  context: StillContext,
  { widgets, title: words, head = '', foot = '', root = '' }: PageParts,
): string {
  const make = makeStill(dataset, today, context);
  const title = escapeXml(words);
  const made = widgets.map((chosen) => ({
    chosen,
    still: make({ tag: `ess-${chosen.widget}`, attributes: headed(chosen), lang }),
  }));
  const css = skinCss({ names: made.flatMap(({ still }) => still?.meta.skins ?? []) });
  const jsonLd = jsonLdText(made.flatMap(({ still }) => still?.jsonLd ?? []));
  const blocks = made.map(({ chosen: { widget, attributes }, still }) => {
    const own = Object.entries(headed({ widget, attributes })).map(
      ([name, value]) => ` data-ess-${name}="${escapeXml(value)}"`,
    );
    const mark = still ? ` data-ess-still="${escapeXml(still.meta.mark)}"` : '';
    return `      <div data-ess="${escapeXml(widget)}"${own.join('')}${mark}>${still?.html ?? ''}</div>\n`;
  });
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
${head}    <link rel="icon" href="data:," />
    <style>body{max-inline-size:75rem;margin:0 auto;padding:1rem;font:1rem/1.5 system-ui,sans-serif}h1{margin:0;font-size:clamp(1.375rem,1rem + 2vw,2rem);line-height:1.25;text-wrap:balance;overflow-wrap:anywhere}[data-ess]{margin-block:1.5rem}${css}</style>
    <script type="module" src="${root}ess/ess.js" data-src="${root}data/${MANIFEST_FILE}"></script>
${jsonLd ? `    <script type="application/ld+json" data-ess-still>${jsonLd}</script>\n` : ''}  </head>
  <body>
    <main>
      <h1>${title}</h1>
${blocks.join('')}${foot ? `      ${foot}\n` : ''}    </main>
  </body>
</html>
`;
}

const NO_RELEASE = {
  fr: 'le dossier de la version n’a pas de ess.js\u202f: rien ne s’afficherait. Donnez le dossier «\u202fess\u202f» d’une version',
  en: 'the folder of the release has no ess.js: nothing would be shown. Give the folder “ess” of a release',
};

const badSource = (name: string) => ({
  fr: `la source «\u202f${name}\u202f» ne peut pas être nommée dans une page\u202f: un nom en minuscules, une fois, et une adresse http(s) sans mot de passe`,
  en: `the source "${name}" cannot be named in a page: a name in small letters, once, and an http(s) address without a password`,
});

/** Words of the page that explains the folder. */
const README = {
  fr: {
    site: {
      title: 'À lire d’abord',
      steps: [
        'Décompressez l’archive sur votre ordinateur. Elle contient tout\u202f: données, widgets, pages.',
        'Par FTP, déposez ce dossier entier sur votre site, par exemple sous le nom «\u202fess-widgets\u202f», avec le fichier .htaccess du dossier «\u202fess\u202f» (les fichiers qui commencent par un point sont parfois masqués).',
        'Ouvrez l’adresse de ce dossier, par exemple https://votre-site.fr/ess-widgets/\u202f: la page montre les widgets choisis. Pour en placer un dans une page à vous, reprenez de index.html la ligne «\u202fscript\u202f» et son bloc «\u202fdiv\u202f», avec l’adresse de ce dossier devant «\u202fess/\u202f» et «\u202fdata/\u202f».',
      ],
      next: 'L’an prochain\u202f: refaites le dossier avec les nouvelles données, et remplacez celui-ci. Les adresses restent les mêmes.',
      note: 'Chaque widget a aussi sa page, dans le dossier «\u202ff\u202f»\u202f: son adresse se partage. Son image est dans le dossier «\u202fimages\u202f»\u202f; si son PNG n’y est pas, l’Atelier le dessine. Ce qui est à usage interne n’est pas dans ce dossier\u202f: gardez ailleurs les données complètes.',
    },
    keep: {
      title: 'À garder, pas pour le serveur',
      steps: [
        'Ce dossier a les données complètes, avec ce qui est à usage interne\u202f: gardez-le là où vous gardez vos documents.',
        'Ne le mettez jamais sur un serveur web\u202f: le dossier «\u202fPour le site\u202f» est fait pour cela.',
        'Le dossier «\u202fdata\u202f» se rouvre tel quel\u202f: rien n’y est perdu.',
      ],
      next: 'L’an prochain\u202f: partez de ce dossier pour faire le classeur de la nouvelle année.',
      note: '',
    },
    empty: 'Sans rien à montrer\u202f:',
    day: 'Fait le',
  },
  en: {
    site: {
      title: 'Read this first',
      steps: [
        'Unzip the archive on your computer. It holds everything: data, widgets, pages.',
        'By FTP, put this whole folder on your site, for example as “ess-widgets”, with the file .htaccess of the folder “ess” (files that begin with a dot are sometimes hidden).',
        'Open the address of this folder, for example https://your-site.fr/ess-widgets/: the page shows the chosen widgets. To place one in a page of yours, take from index.html the line “script” and its block “div”, with the address of this folder before “ess/” and “data/”.',
      ],
      next: 'Next year: make the folder again with the new data, and replace this one. The addresses stay the same.',
      note: 'Each widget has a page of its own too, in the folder “f”: its address can be shared. Its picture is in the folder “images”; where its PNG is not there, the Atelier draws it. What is internal is not in this folder: keep the complete data elsewhere.',
    },
    keep: {
      title: 'To keep, not for the server',
      steps: [
        'This folder has the complete data, with what is internal: keep it where you keep your documents.',
        'Never put it on a web server: the folder “For the site” is made for that.',
        'The folder “data” can be opened again as it is: nothing is lost.',
      ],
      next: 'Next year: begin with this folder to make the workbook of the new year.',
      note: '',
    },
    empty: 'With nothing to show:',
    day: 'Made on',
  },
} as const;

/** @param missing elements that have nothing to show */
function readme({ lang, purpose, prepared, today }: TakeHomeJob, missing: readonly string[]): string {
  const { empty, day, [purpose]: words } = README[lang];
  const title = escapeXml(resolveText(prepared.dataset.manifest.title, lang).text);
  const paragraph = (text: string): string => (text ? `      <p>${text}</p>\n` : '');
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${words.title} – ${title}</title>
    <link rel="icon" href="data:," />
    <style>body{max-inline-size:44rem;margin:0 auto;padding:1rem;font:1rem/1.5 system-ui,sans-serif}li{margin-block:.5rem}</style>
  </head>
  <body>
    <main>
      <h1>${words.title}</h1>
      <p>${title}. ${day} <time datetime="${today}">${today.split('-').reverse().join('/')}</time>.</p>
      <ol>
${words.steps.map((step) => `        <li>${step}</li>\n`).join('')}      </ol>
${paragraph(words.next)}${paragraph(words.note)}${missing.length > 0 ? paragraph(`${empty} ${missing.map(escapeXml).join(', ')}.`) : ''}    </main>
  </body>
</html>
`;
}
