import { createClient, createMemoryCache, essDataset } from '@ess-widgets/core/data';
import type { Dataset } from '@ess-widgets/core/model';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { html as content } from 'lit';
import { clock, datasetFile, settle, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import type { ElementView } from './element.ts';
import { setPageClient } from './page.ts';
import { EssPanel } from './panel.ts';

/** Shows the data set's id, or fails as a widget with a fault of its own would. */
class TestWidget extends EssPanel {
  faulty = false;
  /** Number of renders with data. */
  drawn = 0;

  protected override needs(): readonly [] {
    return [];
  }

  protected override fallbackTitle(): string {
    return 'Essai';
  }

  protected override show(dataset: Dataset): ElementView {
    this.drawn++;
    if (this.faulty) throw new TypeError('a fault of ours');
    return { title: 'Essai', body: content`<p>${dataset.manifest.id}</p>` };
  }
}
customElements.define('test-widget', TestWidget);

/** As a report: a widget with another in it. */
class TestReport extends TestWidget {
  protected override show(): ElementView {
    return { title: 'Essai', body: content`<test-widget src="data.json"></test-widget>` };
  }
}
customElements.define('test-report', TestReport);

const make = () => fixture<TestWidget>(html`<test-widget src="data.json"></test-widget>`);

describe('an element with a fault of its own', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  beforeEach(() => {
    useFiles({ 'data.json': datasetFile({}) });
  });
  afterEach(() => setPageClient(undefined));

  it('says so in its place, and the others go on', async () => {
    const [faulty, sound] = [await make(), await make()];
    faulty.faulty = true;
    faulty.requestUpdate();
    await settle(sound, 'ready');
    await settle(faulty, 'error');
    expect(visibleText(faulty)).to.contain('n’a pas pu afficher ses données');
    expect(visibleText(sound)).to.contain('essai');
    await expect(faulty).to.be.accessible();
  });

  it('is well again once it can show its data', async () => {
    const widget = await make();
    widget.faulty = true;
    widget.requestUpdate();
    await settle(widget, 'error');
    widget.faulty = false;
    widget.requestUpdate();
    await settle(widget, 'ready');
    expect(visibleText(widget)).to.contain('essai');
  });
});

describe('an element with data', () => {
  afterEach(() => setPageClient(undefined));

  it('that leaves the page at once with its provider complains of nothing', async () => {
    await import('../ess-provider/define.ts');
    useFiles({ 'data.json': datasetFile({}) });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const heard: Event[] = [];
    host.innerHTML = '<ess-provider src="data.json"><test-widget></test-widget></ess-provider>';
    const widget = host.querySelector<TestWidget>('test-widget')!;
    widget.addEventListener('ess-error', (event) => heard.push(event));
    host.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).to.deep.equal([]);
  });

  it('no longer says that its source fails once it answers', async () => {
    useFiles({ 'data.json': 'offline' });
    const widget = await make();
    await settle(widget, 'error');
    const said = () => widget.shadowRoot?.querySelector('[aria-live]')?.textContent.trim();
    widget.reload();
    await waitUntil(() => said()?.includes('la source ne répond pas'));
    useFiles({ 'data.json': datasetFile({}) });
    widget.src = 'data.json?again';
    await settle(widget, 'ready');
    await waitUntil(() => said() === '');
  });

  it('is drawn once with what it loads, and once when that is confirmed', async () => {
    const client = useFiles({ 'data.json': datasetFile({}) });
    const widget = await make();
    await settle(widget, 'ready');
    const query = client.query({ src: new URL('data.json', document.baseURI).href, format: [], need: [] });
    await query.ready;
    await widget.updateComplete;
    expect(widget.drawn).to.equal(1);
    clock.ahead += 10_000;
    await query.refresh();
    await widget.updateComplete;
    expect(widget.drawn).to.equal(2);
  });
});

describe('an element that leaves the page while its data are on their way', () => {
  const asked: AbortSignal[] = [];
  const waiting = new Map<object, { readonly callback: () => void; readonly ms: number }>();
  const rejected: unknown[] = [];
  const onRejection = ({ reason }: PromiseRejectionEvent): void => void rejected.push(reason);
  beforeEach(() => {
    const setTimeout = (callback: () => void, ms: number) => {
      const handle = {};
      waiting.set(handle, { callback, ms });
      return handle;
    };
    const client = createClient({
      sources: [essDataset],
      cache: createMemoryCache({}),
      clock: { now: () => 0, setTimeout, clearTimeout: (handle) => void waiting.delete(handle as object) },
      base: document.baseURI,
      fetch: (_url, { signal }) => {
        asked.push(signal);
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    });
    setPageClient(client);
    window.addEventListener('unhandledrejection', onRejection);
  });
  afterEach(async () => {
    setPageClient(undefined);
    await aTimeout(0);
    window.removeEventListener('unhandledrejection', onRejection);
    expect(rejected.splice(0)).to.deep.equal([]);
    asked.length = 0;
    waiting.clear();
  });

  /** Lets a second pass, and what follows from it happen. */
  const pass = async (): Promise<void> => {
    for (const [handle, { callback, ms }] of [...waiting]) if (ms <= 1_000 && waiting.delete(handle)) callback();
    await aTimeout(0);
  };
  const aborted = (): readonly boolean[] => asked.map((signal) => signal.aborted);

  it('has its request aborted, and asks again when it is back', async () => {
    const widget = await make();
    await waitUntil(() => asked.length === 1);
    const place = widget.parentElement!;
    widget.remove();
    expect(aborted()).to.deep.equal([false]);
    await pass();
    expect(aborted()).to.deep.equal([true]);
    place.append(widget);
    await waitUntil(() => asked.length === 2);
    expect(aborted()).to.deep.equal([true, false]);
    expect(widget.state).to.equal('loading');
  });

  it('keeps its request when it is only moved', async () => {
    const widget = await make();
    await waitUntil(() => asked.length === 1);
    const place = widget.parentElement!;
    widget.remove();
    place.append(widget);
    await pass();
    expect(aborted()).to.deep.equal([false]);
  });

  it('leaves the request to another that waits for it', async () => {
    const widget = await make();
    const other = await make();
    await waitUntil(() => asked.length === 1);
    widget.remove();
    await pass();
    expect(aborted()).to.deep.equal([false]);
    other.remove();
    await pass();
    expect(aborted()).to.deep.equal([true]);
  });
});

describe('an element that is drawn again', () => {
  afterEach(() => setPageClient(undefined));

  it('leaves its states alone while they are the same: what is inside would be styled anew', async () => {
    useFiles({ 'data.json': datasetFile({}) });
    const widget = await make();
    await settle(widget, 'ready');
    const added: string[] = [];
    const { add } = CustomStateSet.prototype;
    CustomStateSet.prototype.add = function (state) {
      added.push(state);
      return add.call(this, state);
    };
    widget.requestUpdate();
    await widget.updateComplete;
    widget.theme = 'dark';
    await widget.updateComplete;
    CustomStateSet.prototype.add = add;
    expect(added).to.deep.equal(['dark']);
    expect(widget.matches(':state(ready):state(dark)')).to.equal(true);
  });
});

describe('an element on a page of another language', () => {
  afterEach(() => setPageClient(undefined));

  async function onArabicPage(answer: Parameters<typeof useFiles>[0][string]): Promise<TestWidget> {
    useFiles({ 'data.json': answer });
    const page = await fixture(html`<div lang="ar" dir="rtl">
      <test-widget src="data.json"><a href="https://example.org">انظر (2024).</a></test-widget>
    </div>`);
    const widget = page.querySelector<TestWidget>('test-widget')!;
    await settle(widget, answer === 'offline' ? 'error' : 'ready');
    return widget;
  }
  const frame = (widget: Element): HTMLElement => widget.shadowRoot!.querySelector<HTMLElement>('.frame')!;

  it('is in its own language and direction', async () => {
    const widget = await onArabicPage(datasetFile({}));
    expect(frame(widget).lang).to.equal('fr');
    expect(getComputedStyle(frame(widget)).direction).to.equal('ltr');
    expect(getComputedStyle(widget).direction).to.equal('rtl');
    await expect(widget).to.be.accessible();
  });

  it('follows the page to another language, and so does what stands in it', async () => {
    useFiles({ 'data.json': datasetFile({}) });
    const page = await fixture(html`<div lang="fr"><test-report src="data.json"></test-report></div>`);
    const report = page.querySelector<TestReport>('test-report')!;
    await settle(report, 'ready');
    const inner = report.shadowRoot!.querySelector<TestWidget>('test-widget')!;
    await settle(inner, 'ready');
    page.setAttribute('lang', 'en');
    await waitUntil(() => frame(report).lang === 'en' && frame(inner).lang === 'en');
  });

  it('leaves to the page what the page gave it to show', async () => {
    const widget = await onArabicPage('offline');
    expect(getComputedStyle(widget.querySelector('a')!).direction).to.equal('rtl');
  });
});

describe('an element whose author made a mistake', () => {
  /** A widget without data, whose words for that come when the test says so. */
  function withLateWords(): { readonly widget: TestWidget; readonly end: (come: boolean) => void } {
    const widget = document.createElement('test-widget') as TestWidget;
    const want = widget.wantDetails.bind(widget);
    let end = (_come: boolean): void => undefined;
    const words = new Promise<boolean>((resolve) => {
      end = resolve;
    });
    widget.wantDetails = async () => {
      if (!(await words)) throw new Error('lost');
      await want();
    };
    document.body.append(widget);
    return { widget, end };
  }

  it('has the state of it once its words have come, not before', async () => {
    const { widget, end } = withLateWords();
    await aTimeout(50);
    expect(widget.state).to.equal('loading');
    end(true);
    await settle(widget, 'error');
    expect(visibleText(widget)).to.contain('Ce widget n’a pas de source de données.');
    widget.remove();
  });

  it('says that they did not come, where they do not', async () => {
    const { widget, end } = withLateWords();
    end(false);
    await settle(widget, 'error');
    expect(visibleText(widget)).to.contain('Chargement impossible');
    widget.remove();
  });
});
