import { expect } from '@open-wc/testing';
import { datasetFile, serve } from '../../testing/testing.ts';
import { openRecords } from './open-records.ts';
import { grid, reach } from './testing.ts';
import { receiveResponse, type Transferred, transferResponses } from './transfer.ts';

const URL_ = 'https://partner.example/organisations.json';
const portOf = (answer: Promise<Response>): MessagePort | undefined =>
  transferResponses(new Map([[URL_, answer]]))[URL_];

/** An answer in pieces, which ends or breaks off. */
const inPieces = (pieces: readonly string[], end: (into: ReadableStreamDefaultController) => void): Response => {
  const left = pieces.map((piece) => new TextEncoder().encode(piece));
  return new Response(
    new ReadableStream({
      pull: (into) => {
        const piece = left.shift();
        if (piece) into.enqueue(piece);
        else end(into);
      },
    }),
  );
};
const failure = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => null,
    (error: unknown) => error,
  );

describe('an answer that is handed on', () => {
  it('comes whole, in its order, an empty one too', async () => {
    for (const pieces of [['[1', ',2', ',3]'], []]) {
      const answer = await receiveResponse(portOf(Promise.resolve(inPieces(pieces, (into) => into.close()))));
      expect(await answer?.text()).to.equal(pieces.join(''));
    }
  });

  it('is none where there is none, or where it failed: whoever wants it asks for it', async () => {
    const lost = new Response('', { status: 404 });
    for (const answer of [Promise.resolve(lost), Promise.reject(new TypeError('offline'))])
      expect(await receiveResponse(portOf(answer))).to.equal(null);
    expect(await receiveResponse(undefined)).to.equal(null);
  });

  it('breaks off where it did', async () => {
    const cut = inPieces(['[1'], (into) => into.error(new TypeError('cut')));
    const answer = await receiveResponse(portOf(Promise.resolve(cut)));
    expect(await failure(answer!.text())).to.be.instanceOf(TypeError);
  });

  it('is read in place of the file: nobody asks for that again', async () => {
    const { organisations = [], ...others } = grid(3);
    const { json } = datasetFile(others);
    const manifest = json as { readonly collections: object };
    const listed = { organisations: { href: URL_, count: 3, hash: '', coverage: [] } };
    const lists = { ...manifest.collections, ...listed };
    const answered: Transferred['answered'] = transferResponses(
      new Map([[URL_, Promise.resolve(new Response(JSON.stringify(organisations)))]]),
    );
    const src = serve(JSON.stringify({ ...manifest, collections: lists }));
    const opening = { src, reach, packed: null, records: [URL_], period: undefined, labels: {}, answered };
    const { engine, told } = await openRecords(opening);
    expect(told).to.deep.equal([]);
    expect((await engine.counts({ facets: {}, words: '', near: null, within: null })).all.n).to.equal(3);
  });
});
