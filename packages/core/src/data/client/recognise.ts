/** Recognises the format of an address that the sources at hand are not sure of. */
import { EssError } from '../../errors.ts';
import type { Source } from '../sources/source.ts';

/**
 * Returns the source that was named; else the one that recognises the address best; else (none is sure, or two are as
 * sure) the one that recognises the start of the content, else the one that half recognises the address.
 * @throws EssError `config` naming the formats that there are; `html` for a page
 */
export async function recognise(
  sources: readonly Source[],
  src: string,
  format: string | undefined,
  readHead: () => Promise<string>,
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
