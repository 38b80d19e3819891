/** The payloads of feeds, each with the records that it gives or the sentence: `npm test -- feed`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EssError } from '../../errors.ts';
import { addressIn, creditOf, readAddress, splitOptions } from '../address.ts';
import { moreSources } from '../all.ts';
import { loadPicked, pickSource } from '../client/pick-source.ts';
import { essDataset } from './ess-dataset/ess-dataset.ts';
import { FEED_PAYLOADS, type FeedPayload } from './testing/feed-payloads.ts';

const FOLDER = path.join(import.meta.dirname, 'testing/feed');
const HEADERS = { date: 'Mon, 30 Nov 2026 08:00:00 GMT' };

/** Reads a payload as a page does, or as the command line does: its source is found by its address and its content. */
async function read({ file, text, src: given, isCommand, also = {} }: FeedPayload) {
  const [src = ''] = given.split('#', 1);
  const bodyOf = (answer: string): string =>
    /^[[{]/.test(answer) ? answer : readFileSync(path.join(FOLDER, answer), 'utf8');
  const answers: Readonly<Record<string, string>> = { ...also, [src]: text ?? file ?? '' };
  const asked: string[] = [];
  const answer = async (url: string): Promise<Response> => {
    const found = answers[url];
    if (found === undefined) return new Response('{"message":"no"}', { status: 404, headers: HEADERS });
    return new Response(url === src && text !== undefined ? text : bodyOf(found), { headers: HEADERS });
  };
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url);
    return answer(url);
  };
  const options = {
    ...(isCommand ? {} : { base: 'https://page.example/' }),
    sources: [essDataset],
    moreSources: async () => moreSources,
    addresses: async () => ({ addressIn, creditOf, readAddress, splitOptions }),
  };
  const head = async (url: string): Promise<string> => (await (await answer(url)).text()).slice(0, 2_000);
  const picked = await pickSource(options, given, undefined, head);
  const { dataset, issues } = await loadPicked(picked, (from) =>
    from.source.load(
      { src: from.src, need: ['organisations', 'events'], options: picked.options ?? {} },
      { fetch, signal: new AbortController().signal },
    ),
  );
  const { organisations = [], events = [] } = dataset.collections;
  const byDay = [...events].sort((a, b) => (a.startsAt ?? a.date ?? '').localeCompare(b.startsAt ?? b.date ?? ''));
  const records = [
    ...organisations.map(({ name, town, position }) => [name, town ?? '-', position?.lat ?? '-'].join(' | ')),
    ...(events.every(({ date }) => date) ? byDay : events).map(({ title, date, startsAt, endsAt, status, place }) =>
      [title.fr, startsAt ? [startsAt, endsAt].filter(Boolean).join('/') : (date ?? '-'), status, place]
        .filter(Boolean)
        .join(' | '),
    ),
  ];
  return { asked, records, all: JSON.stringify([dataset, issues]), issues: issues.map(({ message }) => message.fr) };
}

describe.each(FEED_PAYLOADS)('%s', (_family, payloads) => {
  it.each(payloads)('$name', async (payload) => {
    const { records, refusal, said = [], never, asked = [payload.src.split('#', 1)[0]] } = payload;
    if (refusal) {
      const error: unknown = await read(payload).catch((reason: unknown) => reason);
      if (!(error instanceof EssError)) throw new Error(`expected a refusal, received ${JSON.stringify(error)}`);
      expect([error.code, error.details.remedy?.fr ?? error.message]).toEqual([
        refusal[0],
        expect.stringContaining(refusal[1]),
      ]);
      return;
    }
    const result = await read(payload);
    expect(result.records).toEqual(records);
    expect(result.asked).toEqual(asked);
    for (const part of said) expect(result.issues.join('\n')).toContain(part);
    if (never) expect(result.all).not.toContain(never);
  });
});
