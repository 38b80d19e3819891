import { expect } from '@open-wc/testing';
import { serve } from '../../testing/testing.ts';
import type { Opening } from './opening.ts';
import { grid, packedFile, reach } from './testing.ts';
import { type Platform, startEngine, workerAddress } from './worker-fallback.ts';

const QUERY = { facets: {}, words: '', near: null, within: null };
const { packed } = packedFile(grid(30)).json as { readonly packed: string };
const src = new URL('/data.json', location.href).href;
const opening: Opening = { src, reach, packed, period: undefined, labels: {} };

/** The true platform, but for the strategies that a test breaks; what was tried is noted. */
function platform(
  broken: (url: string, options: WorkerOptions) => Worker | null,
  tried: string[] = [],
): Platform & { readonly tried: string[] } {
  return {
    tried,
    timeoutMs: 3000,
    worker: (url, options) => {
      tried.push(`${options.type ?? 'classic'} ${url.startsWith('blob:') ? 'blob' : 'file'}`);
      return broken(url, options) ?? new Worker(url, options);
    },
  };
}
const silent = (): Worker => new Worker(URL.createObjectURL(new Blob([''])));
const faulty = (): Worker => new Worker(URL.createObjectURL(new Blob(['throw new Error("blocked")'])));
const refused = (): never => {
  throw new DOMException('cross-origin', 'SecurityError');
};

async function climb(with_: Platform): Promise<string> {
  const { engine, where, end } = await startEngine(opening, with_);
  expect((await engine.counts(QUERY)).all).to.deep.equal({ n: 30, placed: 27, off: 0 });
  expect(await engine.page(0, 2)).to.have.length(2);
  end();
  return where;
}

describe('the engine of a large directory', () => {
  it('begins with a worker of the same site', async () => {
    expect(await climb(platform(() => null))).to.equal('own worker');
  });

  it('goes on with a worker made of text where the file is of another site, or a policy forbids it', async () => {
    // A stand-in for the built worker, whose text has no imports: it says that it is ready and answers one call.
    const text = `onmessage = ({ data }) => postMessage({ reply: data.call, value: [] }); postMessage('ess-ready');`;
    const url = URL.createObjectURL(new Blob([text]));
    for (const broken of [refused, faulty]) {
      const with_ = platform((asked, { type }) =>
        type === 'module' ? broken() : asked === url ? null : new Worker(url),
      );
      const { where, end } = await startEngine(opening, with_);
      end();
      expect([where, ...with_.tried]).to.deep.equal(['blob worker', 'module file', 'classic blob']);
    }
  });

  it('ends on the page itself where no worker may run, or none answers', async () => {
    for (const broken of [refused, faulty, silent]) {
      const with_ = { ...platform(broken), timeoutMs: 100 };
      expect(await climb(with_)).to.equal('page');
      expect(with_.tried).to.deep.equal(['module file', 'classic blob']);
    }
  });

  it('says why the data cannot be read, and does not try the next strategy for that', async () => {
    const with_ = platform(() => null);
    const lost = startEngine({ ...opening, packed: '/lost.bin' }, with_);
    const error = await lost.then(
      () => null,
      (why: unknown) => why,
    );
    expect(error).to.include({ code: 'http' });
    expect(with_.tried).to.have.length(1);
  });

  it('knows the file of the worker', () => {
    const { Worker: own } = globalThis;
    for (const [isPacked, name] of [
      [true, /packed-worker\.[jt]s$/],
      [false, /records-worker\.[jt]s$/],
    ] as const) {
      const { href, options } = workerAddress(isPacked);
      expect(new URL(href).pathname).to.match(name);
      expect(options).to.deep.equal({ type: 'module' });
    }
    expect(globalThis.Worker).to.equal(own);
  });

  it('names it in the form that bundlers know: webpack looks no further where a name of the file hides the global `Worker`', async () => {
    const text = await (await fetch(new URL('./worker-fallback.ts', import.meta.url))).text();
    for (const name of ['packed', 'records'])
      expect(text).to.match(
        new RegExp(`new Worker\\(new URL\\(["']\\./${name}-worker\\.ts["'], import\\.meta\\.url\\), \\{`),
      );
    expect(text).not.to.match(/\b(?:const|let|var|class|function)\s+\{?[^;=(}]*\bWorker\b(?!:)/);
  });
});

describe('an engine over records', () => {
  it('reads them itself, tells what was wrong with them, and leaves the second of two with one id out', async () => {
    const { organisations = [], ...others } = grid(40);
    const twice = [...organisations, { ...organisations[0], name: 'Encore' }, { id: 'nowhere', name: 5 }];
    const zero = twice.map((one, n) =>
      n === 1 ? { ...one, position: { lon: 0, lat: 0, precision: 'address' } } : one,
    );
    const entry = (records: unknown) => ({
      href: serve(JSON.stringify(records)),
      count: 42,
      hash: '',
      coverage: [],
    });
    const collections = { ...others, organisations: zero };
    const manifest = {
      ...(packedFile(grid(1)).json as object),
      collections: Object.fromEntries(Object.entries(collections).map(([name, records]) => [name, entry(records)])),
    };
    const src = serve(JSON.stringify(manifest));
    const { engine, told, end } = await startEngine({ ...opening, src, packed: null });
    const { all, colleges } = await engine.counts(QUERY);
    expect(all).to.deep.equal({ n: 40, placed: 35, off: 0 });
    expect(colleges).to.have.length(3);
    expect(told.map(({ rule }) => rule)).to.include.members(['duplicate-id', 'schema']);
    expect((await engine.page(0, 99)).map(({ name }) => name.fr)).not.to.include('Encore');
    end();
  });
});
