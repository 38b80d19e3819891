/**
 * Every way in which an address, a consent, a host, a limit or a choice reaches our code, with its author. The test beside this table
 * finds the ways in the sources, and fails on one that is not here.
 */
import type { Author, Matter } from '@ess-widgets/core/reading';

/** What the loader's tag says, by the name of its `data-…`: a second tag completes the first, and so does that of the classic loader. */
export const LOADER_TAG: Readonly<Record<string, Matter>> = {
  src: 'source',
  reference: 'reference',
  sources: 'sources',
  zone: 'view',
  theme: 'view',
  lang: 'view',
  territory: 'view',
  hosts: 'hosts',
  maxBytes: 'limits',
  tiles: 'tiles',
  tilesConsent: 'consent',
  audience: 'audience',
  // A page that a visitor may open.
  atelier: 'code',
  // Takes authority away: it says that others write in the page.
  cms: 'view',
};

/** Names that the script for pages without modules reads on its own tag. */
export const CLASSIC_TAG: Readonly<Record<string, Matter>> = { loader: 'code' };

/** Attributes of elements that decide more than a view. In a page with `data-cms` those that are not a block's have no effect. */
export const ATTRIBUTES: Readonly<Record<string, Matter>> = {
  src: 'source',
  reference: 'reference',
  sources: 'sources',
  basemap: 'source',
  boundaries: 'source',
  calendar: 'source',
  hosts: 'hosts',
  'max-bytes': 'limits',
  tiles: 'tiles',
  'tiles-consent': 'consent',
  audience: 'audience',
};

/** Fields of a manifest, and of what it names, that hold an address. Files are asked for; the others are links that a visitor may follow. */
export const DATA_ADDRESSES: Readonly<Record<string, 'file' | 'link'>> = {
  basemap: 'file',
  calendar: 'file',
  'catalogue.href': 'file',
  'CollectionEntry.href': 'file',
  communes: 'file',
  excerpts: 'file',
  'licence.href': 'link',
  measures: 'file',
  packed: 'file',
  'publisher.href': 'link',
  report: 'file',
  'SourceDocument.href': 'link',
  stills: 'file',
  story: 'file',
};

/** Other documents with fields called `href`, `src` or `url`: records and reports have links, settings of `snapshot` have sources. */
export const DOCUMENTS: Readonly<Record<string, Author>> = {
  // The other documents in one.
  dataset: 'data',
  event: 'data',
  organisation: 'data',
  publication: 'data',
  report: 'data',
  sources: 'site',
  // Written by the command.
  'snapshot-status': 'site',
};

/** Parameters of a page’s address that `url-state` reads: whoever sends a link writes them. */
export const PAGE_ADDRESS: readonly string[] = ['compare', 'filter', 'period', 'q', 'selection', 'territory', 'view'];

/** Where our code asks for something, by file, with the authors of what it asks for there. */
export const READERS: Readonly<Record<string, readonly Author[]>> = {
  // The page's client: a source that an element names, what is inside it, the next page of an answer, a link of a record.
  'packages/core/src/data/client/loader.ts': ['block', 'data'],
  'packages/core/src/data/client/files.ts': ['site', 'block', 'data'],
  'packages/core/src/reading/reading.ts': ['site', 'block', 'data'],
  'packages/core/src/data/client/request.ts': ['site', 'block', 'data'],
  // Asks without reading whether a server that refused is there.
  'packages/core/src/data/client/unreachable.ts': ['block', 'data'],
  // The check reads the address that its visitor gives, with no more authority than a block.
  'packages/core/src/doctor/live.ts': ['block', 'data'],
  'packages/elements/src/base/basemap.ts': ['block', 'data'],
  'packages/elements/src/base/communes-of.ts': ['data'],
  // The communes of France lie beside the code, or where the application says.
  'packages/elements/src/base/france.ts': ['site'],
  'packages/elements/src/base/manifest.ts': ['site'],
  'packages/elements/src/base/page.ts': ['site', 'block', 'data'],
  // A file of sources, which only a page or a provider names.
  'packages/elements/src/base/picking.ts': ['site'],
  'packages/elements/src/base/placer.ts': ['data'],
  'packages/elements/src/directory/large/opening.ts': ['block', 'data'],
  'packages/elements/src/ess-member-map/territories.ts': ['block'],
  'packages/elements/src/report/report-document.ts': ['data'],
  'packages/elements/src/loader/early.ts': ['site', 'block', 'data'],
  // What a link names, and what is said there.
  'packages/elements/src/loader/links.ts': ['block', 'data'],
  // A street map; a picture that was drawn here.
  'packages/elements/src/map/tiles.ts': ['site'],
  'packages/elements/src/base/card/picture.ts': ['site'],
  // Code: of this release beside the loader, of the release on the server, of a worker.
  'packages/elements/src/loader/classic.ts': ['site'],
  'packages/elements/src/loader/ess.ts': ['site'],
  'packages/elements/src/base/start-worker.ts': ['site'],
  'packages/elements/src/directory/large/worker-fallback.ts': ['site'],
  'packages/elements/src/ess-data-check/session.ts': ['site'],
  // The Atelier: what its person brings, and the folder beside it; a card that was drawn here.
  'packages/atelier/src/card-picture.ts': ['site'],
  'packages/atelier/src/engine.ts': ['site', 'data'],
  // The command line: arguments and settings; a page that `render` fills names data as a block.
  'packages/cli/src/open.ts': ['site', 'block', 'data'],
  'packages/cli/src/page/declared.ts': ['block'],
  'packages/cli/src/sources/file.ts': ['site'],
  'packages/cli/src/sources/service.ts': ['site', 'data'],
  'packages/cli/src/dataset/read.ts': ['site', 'block', 'data'],
  'packages/cli/src/dataset/communes.ts': ['site'],
  'packages/cli/src/check/texts.ts': ['site'],
  // Hands on what the process of a source asks for.
  'packages/cli/src/snapshot/isolated.ts': ['site', 'data'],
  'packages/cli/src/snapshot/polite-fetch.ts': ['site', 'data'],
  'packages/cli/src/tool.ts': ['site', 'block', 'data'],
};

/** Options of commands. All are the site's: whoever runs a command writes them. */
export const OPTIONS: readonly string[] = (
  'accept-drop accept-proposals address as basemap by chapter chart collection collections columns communes compare css csv data debug edition ess exit-code from ' +
  'heading heading-level help hosts indicator json keep lang layers list no-records only out page period reference report root section series severity ' +
  'sheet sign site sort source sources state strict territory text where widgets'
).split(' ');

/** Elements and pages that may become a way in, and the files that read them. None is built that is not named here. */
export const SIGNS: Readonly<Record<string, readonly string[]>> = {
  // `<a data-ess-embed>` is a block: whoever writes a link writes its address, which data alone are read from. What is said there is data’s.
  'data-ess-embed': ['packages/elements/src/loader/ess.ts', 'packages/elements/src/loader/links.ts'],
  // `<iframe data-ess-frame>` says how high it is to its page, which takes a number of its own window alone.
  'data-ess-frame': ['packages/elements/src/base/embed.ts', 'packages/elements/src/loader/ess.ts'],
  // The frame page, whose query is a block’s without its addresses (`packages/elements/src/loader/framed.ts`): what writes its address.
  'embed.html': ['packages/core/src/prepare/figure-pages.ts', 'packages/atelier/src/place.ts'],
};
