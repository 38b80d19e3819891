/** Reading of a source in tests, from answers of our own. */
import type { Source, SourceRequest } from '../source.ts';

/** Body of an answer: JSON, a text, or a whole answer. */
type Answer = unknown;

/**
 * Reads `src` with a source; addresses that have no answer give 404.
 * @param answers bodies by address; texts as they are, all else as JSON
 */
export async function readAnswers(
  source: Source,
  src: string,
  answers: Readonly<Record<string, Answer>>,
  options: SourceRequest['options'] = {},
) {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url);
    const body = answers[url];
    if (body === undefined) return new Response('{"message":"no"}', { status: 404 });
    const headers = { date: 'Tue, 10 Mar 2026 08:00:00 GMT' };
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { headers });
  };
  const { dataset, issues } = await source.load(
    { src, need: ['organisations', 'events'], options },
    { fetch, signal: new AbortController().signal },
  );
  const { organisations = [], events = [], categories = [] } = dataset.collections;
  return { asked, dataset, issues, organisations, events, categories };
}
