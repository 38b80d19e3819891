/** What the page knows, and what a press does. Views draw it anew after every change. */

import type { CheckHost, ExaminationSummary } from '../../elements/src/ess-data-check/host.ts';
import type { Session } from '../../elements/src/ess-data-check/session.ts';
import { copyCard, type PastedCard, picturesOf } from './card-picture.ts';
import type { Brought, BroughtSource, KeptSource, ShownOffer, YearSummary } from './engine.ts';
import { type AtelierEngine, startAtelierEngine } from './engine-client.ts';
import { ANSWER, type Host, type HostAnswer, meetHost, PLACE_OF } from './plugin.ts';
import { type AtelierState, readState, writeState } from './state.ts';
import { type Lang, type Words, words } from './words.ts';

/** Parts of the page, in their order; each is the id of its section. */
export const PAGE_PARTS = ['bring', 'choose', 'place', 'take'] as const;
type Step = (typeof PAGE_PARTS)[number];

/** Address of the root that holds the folder of the code, `ess` or in a plugin `cdn`, and `data`. */
export const SITE_ROOT = new URL('../../', location.href);

/** Address of the figures of the Cress. */
const REFERENCE = new URL('data/manifest.json', SITE_ROOT).href;

interface App {
  readonly m: Words;
  readonly lang: Lang;
  readonly state: AtelierState;
  readonly dropped: readonly string[];
  readonly summary: ExaminationSummary | null;
  /** Sources that stay while another one is brought. */
  readonly kept: readonly KeptSource[];
  /** Number of the examination: each source has one of its own. */
  readonly examination: number;
  /** Columns that do not become public. */
  readonly without: ReadonlySet<number>;
  readonly brought: Brought | null;
  /** What the filled workbook of a year holds. */
  readonly year: YearSummary | null;
  readonly busy: boolean;
  readonly error: string | null;
  readonly said: string;
  /** Step that was last looked at. */
  readonly step: Step;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly reserve: string | undefined;
  /** Height of the preview at its width, px. */
  readonly height: number;
  /** The site whose plugin shows this page in a frame; null outside one. */
  readonly host: Host | null;
}

type Change = Partial<App>;

/** The page as it is, and its actions. */
export class Atelier {
  app: App;
  readonly #draw: (app: Atelier) => void;
  readonly #worker: string;
  #engine: Promise<AtelierEngine> | null = null;
  /** Whether an address was given in the place of a file: one that cannot be read, or is secret, is in no link. */
  #isAddress = false;
  /** Number of the last reading: a former one that ends later shows nothing. */
  #reading = 0;

  constructor(draw: (app: Atelier) => void, worker: string) {
    this.#draw = draw;
    this.#worker = worker;
    const { state, dropped } = readState(location.hash);
    const lang = state.ui ?? (navigator.language.startsWith('en') ? 'en' : 'fr');
    this.app = {
      m: words[lang],
      lang,
      state,
      dropped,
      summary: null,
      kept: [],
      examination: 0,
      without: new Set(),
      brought: null,
      year: null,
      busy: false,
      error: null,
      said: '',
      step: state.step ?? 'bring',
      theme: 'light',
      // A telephone shows what a telephone would.
      width: innerWidth < 700 ? 360 : 640,
      reserve: undefined,
      height: 0,
      host: null,
    };
    meetHost((said) => this.#hear(said));
    // What a link says is shown; only the site's own figures are read without a press.
    if (state.from === 'cress') void this.takeCress();
  }

  /** The chosen offer or, where the link named attributes of its own, a widget like it. */
  get chosen(): { readonly widget: string; readonly attributes: Readonly<Record<string, string>> } | null {
    const { widget, attributes } = this.app.state;
    return widget && this.app.brought ? { widget, attributes } : null;
  }

  /** Whether an offer is what was chosen, whatever was set on it since. */
  isChosen({ widget, attributes }: Pick<ShownOffer, 'widget' | 'attributes'>): boolean {
    const { state } = this.app;
    const isSame = (name: string): boolean => (attributes[name] ?? '') === (state.attributes[name] ?? '');
    return state.widget === widget && ['indicator', 'by'].every(isSame);
  }

  set(change: Change): void {
    this.app = { ...this.app, ...change };
    this.#draw(this);
  }

  /** Changes the state, and the address of the page with it. */
  setState(change: Partial<AtelierState>): void {
    const state: AtelierState = { ...this.app.state, step: undefined, ...change };
    history.replaceState(null, '', `#${writeState(state)}`);
    this.set({ state, ...(change.ui ? { lang: change.ui, m: words[change.ui] } : {}) });
    if (change.ui && this.app.brought) void this.#show();
  }

  setAttribute(name: string, value: string): void {
    const { [name]: _, ...others } = this.app.state.attributes;
    this.setState({ attributes: value ? { ...others, [name]: value } : others });
  }

  choose({ widget, attributes }: Pick<ShownOffer, 'widget' | 'attributes'>): void {
    this.set({ reserve: undefined });
    this.setState({ widget, attributes });
  }

  #hear({ kind, can, reads, said = '', address, name }: HostAnswer): void {
    const { host, state } = this.app;
    const names = { ...host?.names, ...(address && name ? { [address]: name } : {}) };
    this.set({ host: { kind, can, reads, names, said }, ...(said ? { said } : {}) });
    // Whoever is in the admin of a site places there.
    if (!state.to) this.setState({ to: PLACE_OF[kind], step: state.step });
    if (said) document.getElementById(ANSWER)?.focus();
  }

  say(said: string): void {
    this.set({ said });
  }

  engine(): Promise<AtelierEngine> {
    return (this.#engine ??= startAtelierEngine(this.#worker));
  }

  /** Starts the examination of `<ess-data-check>` in the worker of the page, which then shows what was read. */
  readonly starts = async (): Promise<Session> => {
    const engine = await this.engine();
    const examine: CheckHost['examine'] = async (request, onProgress, signal) => {
      const reading = ++this.#reading;
      this.set({ year: null, error: null });
      await engine.site(this.app.host?.reads ?? null);
      if (request.file) this.#isAddress = request.file.bytes === null;
      const summary = await engine.examine(request, onProgress, signal);
      if (reading !== this.#reading) return summary;
      // A link said what is shown of the same file or address.
      const { from: said, file } = this.app.state;
      const { kept } = this.app;
      const isAnother = kept.length === 0 && request.file !== undefined && ![said, file].includes(request.file.name);
      const isRead = request.file !== undefined;
      const { personal = [] } = summary.list ?? {};
      this.setState({
        from: 'file',
        file: this.#isAddress ? undefined : summary.name.slice(0, 200),
        ...(isAnother ? { widget: undefined, attributes: {} } : {}),
      });
      this.set({ summary, without: isRead ? new Set(personal) : this.app.without });
      await this.#show();
      return summary;
    };
    return {
      make: engine.make,
      examine,
      where: 'own worker',
      end: () => {
        this.#reading += 1;
        engine.end();
        this.#engine = null;
      },
    };
  };

  /** Reads the figures that lie beside this page. */
  takeCress(): Promise<void> {
    return this.#read({ from: 'cress', file: undefined }, (engine) => engine.open(REFERENCE));
  }

  /** Reads an archive that was taken home: all is as it was. */
  async takeArchive(file: File): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await this.#read({ from: 'file', file: file.name.slice(0, 200) }, (engine) => engine.openArchive(bytes));
  }

  /** Reads the filled workbook of a year. What is to be corrected comes before what can be shown. */
  async takeYear(file: File): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await this.#read({ from: 'file', file: file.name.slice(0, 200) }, async (engine) => {
      const year = await engine.year({ src: REFERENCE, name: file.name, bytes, today: today() });
      this.set({ year });
      return year.problems.length === 0;
    });
  }

  /** Hands over a workbook to fill in. */
  async giveYear(year: string): Promise<void> {
    const name = `annee-${year}.xlsx`;
    await this.#give(name, async (engine) => engine.blank(REFERENCE, year));
  }

  /** @param read whether there is something to show */
  async #read(
    from: Pick<AtelierState, 'from' | 'file'>,
    read: (engine: AtelierEngine) => Promise<unknown>,
  ): Promise<void> {
    const reading = ++this.#reading;
    this.set({ busy: true, error: null, summary: null, kept: [], without: new Set(), year: null });
    try {
      const isRead = await read(await this.engine());
      if (reading !== this.#reading) return;
      const { state } = this.app;
      const isSame = state.from === from.from && state.file === from.file;
      this.setState(isSame ? { step: state.step } : { ...from, widget: undefined, attributes: {} });
      if (isRead === false) this.set({ busy: false, brought: null });
      else await this.#show();
    } catch (error) {
      if (reading === this.#reading) this.#fail(error);
    }
  }

  setPublic(column: number, isPublic: boolean): void {
    const without = new Set(this.app.without);
    if (isPublic) without.delete(column);
    else without.add(column);
    this.set({ without });
    void this.#show();
  }

  /** Keeps the last source, so that another one comes beside it. */
  keep(): void {
    const { kept, brought } = this.app;
    if (!brought?.last) return;
    this.set({ kept: [...kept, brought.last], ...this.#another() });
    this.setState({ from: 'file', file: undefined });
    void this.#show();
  }

  /** Takes a source away again. */
  drop({ name }: BroughtSource): void {
    const { kept, brought } = this.app;
    const rest = kept.filter(({ source }) => source.name !== name);
    this.set({ kept: rest, ...(brought?.last?.source.name === name ? this.#another() : {}) });
    if (rest.length > 0 || this.app.summary) void this.#show();
    else this.set({ brought: null });
  }

  /** What changes once another source is to be examined. */
  #another = (): Change => ({ summary: null, without: new Set(), examination: this.app.examination + 1 });

  async #show(): Promise<void> {
    const { lang, kept, summary, without, m } = this.app;
    const reading = this.#reading;
    this.set({ busy: true, error: null });
    try {
      const asked = { kept, isLast: summary !== null, without: [...without], lang, today: today() };
      const brought = await (await this.engine()).show(asked);
      if (reading !== this.#reading) return;
      const [open] = liveOf(brought.last ? [brought.last.source] : []);
      const { step } = this.app.state;
      this.set({ brought, busy: false });
      if (step) document.getElementById(`title-${step}`)?.focus();
      if (open) this.setState({ from: open.src, file: undefined });
      const [likeliest] = brought.offers;
      // Whoever is in the admin of a site has one thing in mind: what comes first is chosen until they choose.
      if (this.app.host && !this.chosen && likeliest) this.choose(likeliest);
      this.say(`${m.brought(brought.title, countsOf(brought, m))} ${m.offers(brought.offers.length)}.`);
    } catch (error) {
      if (reading === this.#reading) this.#fail(error);
    }
  }

  #fail(error: unknown, change: Change = { brought: null }): void {
    console.warn(error);
    const { text } = (error ?? {}) as { readonly text?: Readonly<Record<Lang, string>> };
    const said = text?.[this.app.lang] ?? this.app.m.failed;
    this.set({ ...change, busy: false, error: said, said });
  }

  /** Makes an archive of the chosen widget, else of those that are shown first. */
  async take(purpose: 'site' | 'keep'): Promise<void> {
    const { lang, m, brought } = this.app;
    const widgets = (this.chosen ? [this.chosen] : (brought?.offers.slice(0, brought.first) ?? [])).map(
      ({ widget, attributes }) => ({ widget, attributes }),
    );
    await this.#give(purpose === 'site' ? 'ess-widgets.zip' : 'a-garder.zip', async (engine) => {
      const release = purpose === 'site' ? await releaseOf() : null;
      if (purpose === 'site' && !release) throw Object.assign(new TypeError(), { text: { [lang]: m.noRelease } });
      const sources = liveOf(brought?.sources ?? []);
      const asked = { widgets, lang, today: today() };
      const pictures = purpose === 'site' ? await picturesOf(await engine.cards(asked)) : new Map<string, Uint8Array>();
      const { home: address } = this.app.state;
      return engine.take({ ...asked, purpose, release, sources, address, pictures });
    });
  }

  /** Hands over the card of the chosen widget as a picture. */
  async takeCard(): Promise<void> {
    await this.#give(`${this.chosen?.widget}.png`, async () => (await this.#card()).png);
  }

  /** Copies the card of the chosen widget with its sentence and a link. @param link as HTML */
  async copyCard(link: string): Promise<void> {
    const { m } = this.app;
    this.set({ busy: true, error: null });
    const said = await copyCard(this.#card(), link).then(
      () => m.cardCopied,
      () => m.cardRefused,
    );
    this.set({ busy: false, said });
  }

  /** @throws TypeError where the card cannot be drawn */
  async #card(): Promise<PastedCard> {
    const { lang } = this.app;
    const { chosen } = this;
    const cards = await (await this.engine()).cards({ widgets: chosen ? [chosen] : [], lang, today: today() });
    const [[png], [card]] = [(await picturesOf(cards)).values(), cards.values()];
    if (!png || !card) throw new TypeError('the card could not be drawn');
    return { png, title: card.title };
  }

  /** Hands a file to the visitor. What was brought stays where it cannot be made. */
  async #give(name: string, make: (engine: AtelierEngine) => Promise<Uint8Array>): Promise<void> {
    this.set({ busy: true, error: null });
    try {
      download(name, await make(await this.engine()));
      this.set({ busy: false, said: this.app.m.taken(name) });
    } catch (error) {
      this.#fail(error, {});
    }
  }
}

/** Returns the day of the clock in its own zone. */
const today = (): string => new Date().toLocaleDateString('sv');

/** Returns the sources whose addresses may stand in a link or a page, with these. */
const liveOf = (sources: readonly BroughtSource[]): readonly { readonly name: string; readonly src: string }[] =>
  sources.flatMap(({ name, src, secrecy }) => (src && !secrecy ? [{ name, src }] : []));

export const countsOf = ({ members, placed, events, indicators }: Brought, m: Words): string =>
  [
    ...(members > 0 ? [m.members(members, placed)] : []),
    ...(events > 0 ? [m.events(events)] : []),
    ...(indicators.length > 0 ? [m.figures(indicators.length)] : []),
  ].join(', ');

/** Returns the folder of the release, which lies beside this page; null where it does not. */
async function releaseOf(): Promise<Uint8Array | null> {
  const answer = await fetch('folder.zip').catch(() => null);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Firefox reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
