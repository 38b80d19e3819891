/** Recognises the address of a page, and the format of one that the sources at hand are not sure of. */
import { EssError } from '../../errors.ts';
import type { Text } from '../../model/index.ts';
import { isAllowed, resolveHref } from '../../reading/index.ts';
import type { AddressReading } from '../services/services.ts';
import type { Source } from '../sources/source.ts';
import { type LoadFrom, type Picked, resolveSrc } from './pick-source.ts';
import type { ClientOptions } from './types.ts';

/** Whether the author says how a list is read: then an answer that nothing recognises is one. */
const isTold = ({ kind, columns }: Readonly<Record<string, string>>): boolean => Boolean(kind ?? columns);

/** How sure a source is of a file by the end of its name. */
const FILE = 0.9;

/** Whether an address is that of a file of the page's own site, which says what it is, and no option of ours is in it. */
function isOwnFile(asked: string, base: string | undefined, sources: readonly Source[]): boolean {
  const url = resolveHref(asked, base);
  if (base === undefined || typeof url !== 'string' || /[<#]/.test(asked)) return false;
  return isAllowed(url, { addresses: [base], hosts: [] }) && sources.some((source) => source.detect(url) >= FILE);
}

/**
 * Returns the source of an address that none at hand is sure of, and the address of its data.
 * @throws EssError as `pickSource` does
 */
export async function recognise(
  options: Pick<ClientOptions, 'base' | 'sources' | 'moreSources' | 'addresses' | 'host'>,
  asked: string,
  format: string | undefined,
  readHead: (src: string) => Promise<string>,
): Promise<Picked> {
  const { base, sources, moreSources, addresses, host } = options;
  const more = (await moreSources?.()) ?? [];
  const all = [...sources, ...more];
  const reader = isOwnFile(asked, base, all) ? undefined : await addresses?.();
  const { src: given, options: told } = reader?.splitOptions(reader.addressIn(asked)) ?? { src: asked, options: {} };
  const written = resolveSrc(given, base);
  const page = reader?.readAddress(written, host);
  // An author who names a format gives the address of data; it may be that of its page all the same.
  const read = page && (!format || !page.format || page.format === format) ? page : null;
  const { remedy, hosts, src = written } = read ?? {};
  if (remedy && !read?.src)
    throw new EssError('config', `${written} cannot be read. ${remedy.en}`, { url: written, remedy });
  const named = format ?? read?.format ?? (told['records'] ? 'rows' : undefined);
  const recognised = await recogniseSource(all, src, named, () => readHead(src), isTold(told));
  const answering = read?.also || read?.probe ? ofService(recognised, read, src) : recognised;
  const credit = reader?.creditOf(told['credit'] ?? '');
  const source = credit?.name ? credited(answering, credit) : answering;
  const ofPages = src === written ? undefined : all.find(({ id }) => id === 'jsonld');
  return { source, src, options: told, hosts, remedy, page: ofPages && { source: ofPages, src: written } };
}

/** Returns a source that reads the calendars of an address as one, and an answer of another service not at all. */
function ofService(source: Source, { also = [], probe }: AddressReading, src: string): Source {
  const load: Source['load'] = (request, context) =>
    source.load(request, {
      ...context,
      fetch: async (url, init) => {
        if (!url.startsWith(src)) return context.fetch(url, init);
        const answers = await Promise.all([url, ...also].map((each) => context.fetch(each, init)));
        const texts = await Promise.all(answers.map((answer) => answer.clone().text()));
        const [first] = answers as [Response];
        if (probe && first.ok && !new RegExp(probe).test(texts.join('')))
          throw new EssError('format', `${url} is of another service.`, { url });
        const [refused] = answers.filter(({ ok }) => !ok);
        return refused ?? (also.length > 0 ? new Response(texts.join('\n'), { headers: first.headers }) : first);
      },
    });
  return { ...source, load };
}

/** Returns a source whose data are called what their author calls them, beside the name of who answers. */
function credited(source: Source, { name, licence }: { readonly name: string; readonly licence?: string }): Source {
  const load: Source['load'] = async (request, context) => {
    const { dataset, ...rest } = await source.load(request, context);
    const { manifest } = dataset;
    const { publisher } = manifest;
    const called = publisher.name === name ? publisher : { ...publisher, name: `${name}, ${publisher.name}` };
    return {
      ...rest,
      dataset: {
        ...dataset,
        manifest: { ...manifest, publisher: called, ...(licence ? { licence: { name: licence } } : {}) },
      },
    };
  };
  return { ...source, load };
}

/** Codes of a service that is not there, or that answers with something else. */
const NO_SERVICE: readonly string[] = ['http', 'html', 'syntax', 'schema', 'format'];

/** Loads the data of a page that was recognised. @throws as `loadPicked` does */
export async function loadRecognised<T>(picked: Picked, load: LoadFrom<T>): Promise<T> {
  const { page, remedy } = picked;
  try {
    return await load(picked);
  } catch (error) {
    if (!(error instanceof EssError)) throw error;
    const other = page && NO_SERVICE.includes(error.code) ? await load(page).catch(() => undefined) : undefined;
    if (other) return other;
    throw remedy ? withRemedy(error, remedy) : error;
  }
}

/** Returns an error with what makes the address readable. */
function withRemedy(error: EssError, remedy: Text): EssError {
  const { code, message, details } = error;
  // A table to be chosen is said better by the source, a host that lets no other site read it by its product.
  if (isPassing(error) || (details.remedy && code !== 'cors')) return error;
  return new EssError(code, `${message} ${remedy.en}`, { ...details, remedy });
}

/** Whether the same address may be read a little later: no setting of its service is to be changed. */
const isPassing = ({ code, details: { status = 0 } }: EssError): boolean =>
  code === 'network' || code === 'timeout' || (code === 'http' && (status === 429 || status >= 500));

/**
 * Returns the source that was named; else the one that recognises the address best; else (none is sure, or two are as
 * sure) the one that recognises the start of the content, else that of a list, where the author says that it is one, else the
 * one that half recognises the address.
 * @throws EssError `config` naming the formats that there are; `html` for a page
 */
async function recogniseSource(
  sources: readonly Source[],
  src: string,
  format: string | undefined,
  readHead: () => Promise<string>,
  isList: boolean,
): Promise<Source> {
  const available = sources.map(({ id }) => id).join(', ');
  if (format) {
    const named = sources.find(({ id }) => id === format);
    if (named) return named;
    const given = `format="${format}" (${available})`;
    throw new EssError('config', `Unknown format "${format}". Formats available: ${available}.`, { url: src, given });
  }
  const byAddress = best(sources, (source) => source.detect(src));
  if (byAddress && byAddress.score >= 0.5) return byAddress.source;
  const head = await readHead();
  const byContent = best(sources, (source) => source.detect(src, head));
  if (byContent) return byContent.source;
  if (head.trimStart().startsWith('<')) {
    throw new EssError('html', `${src} is an HTML page; data was expected.`, { url: src });
  }
  const list = isList && sources.find(({ id }) => id === (/^\s*[{[]/.test(head) ? 'rows' : 'csv'));
  if (list) return list;
  // Let the reader of JSON take a JSON file that no source recognises: it names the format, or the place of a syntax
  // error.
  const half = byAddress ?? (/^\s*[{[]/.test(head) ? best(sources, (source) => source.detect('.json')) : undefined);
  if (half) return half.source;
  const cure = `Name its format; formats available: ${available}.`;
  throw new EssError('config', `No source recognises ${src}. ${cure}`, { url: src, given: `format="" (${available})` });
}

/** Returns the one source with the highest score above 0; undefined on a tie. */
function best(sources: readonly Source[], scoreOf: (source: Source) => number) {
  const scores = sources.map((source) => ({ source, score: scoreOf(source) })).filter(({ score }) => score > 0);
  const [first, second] = scores.sort((a, b) => b.score - a.score);
  return first && first.score !== second?.score ? first : undefined;
}
