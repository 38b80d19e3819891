/** Third part: where it is pasted, and the code that survives there. */
import { stillKey } from '@ess-widgets/core/charts';
import { html, nothing, type TemplateResult } from 'lit';
import { DESTINATIONS, type Destination, snippetFor } from '../../elements/src/base/embed.ts';
import { type Atelier, SITE_ROOT } from './app.ts';
import { checkSource, type SourceFound } from './check-source.ts';
import type { BroughtSource } from './engine.ts';
import { ANSWER, askHost, type Host, IN_PLUGIN, PLACE_OF, type SaveRequest } from './plugin.ts';
import type { Words } from './words.ts';

/** Renders the field of the address that a folder has once it is on a site. */
export const folderField = (atelier: Atelier, label: string): TemplateResult =>
  html`<label>${label}<input type="url" .value=${atelier.app.state.home ?? ''} @change=${({ target }: Event) => setHome(atelier, target as HTMLInputElement)} /><small>${atelier.app.m.homeHint}</small></label>`;

/** Files and bytes, as they are sent, of each widget on a page that has nothing yet: the build counts them. */
type Weights = Readonly<Record<string, { readonly files: number; readonly bytes: number }>>;
let weights: Weights | null = null;
void fetch('weights.json')
  .then(async (answer) => (weights = answer.ok ? await answer.json() : null))
  .catch(() => null);

/** What was found of each address. */
const found = new Map<string, SourceFound | null>();

/** Returns what was found of an address, which is tried once. */
function foundOf(atelier: Atelier, src: string): SourceFound | null {
  if (!found.has(src)) {
    found.set(src, null);
    void checkSource(src, location.href).then((what) => {
      found.set(src, what);
      atelier.set({});
    });
  }
  return found.get(src) ?? null;
}

/** Places where the browser of a visitor reads the data itself, and those where the server of the site does. */
const READ_BY_PAGE: readonly string[] = ['wordpress editor', 'spip none', 'html ftp', 'code developer'];
const READ_BY_SERVER: readonly string[] = ['wordpress-plugin any', 'spip plugin'];

export function placeView(atelier: Atelier): TemplateResult {
  const { m, state, busy } = atelier.app;
  const { to } = state;
  const rights = to ? DESTINATIONS[to] : [];
  const field = (
    label: string,
    value: string,
    all: readonly (readonly [string, string])[],
    change: (value: string) => void,
  ) =>
    html`<label>${label}<select @change=${({ target }: Event) => change((target as HTMLSelectElement).value)}>
      ${value ? nothing : html`<option value="" selected></option>`}
      ${all.map(([each, said]) => html`<option value=${each} ?selected=${each === value}>${said}</option>`)}</select></label>`;
  return html`<p>${m.placeHint}</p>
    <div class="fields row">
      ${field(m.where, to ?? '', Object.entries(m.destinations), (each) => atelier.setState({ to: each as Destination, right: undefined }))}
      ${
        rights.length > 1
          ? field(
              m.right,
              rightOf(atelier),
              rights.map((each) => [each, m.rights[each] ?? each] as const),
              (each) => atelier.setState({ right: each }),
            )
          : nothing
      }
      ${needsFolder(atelier) && !IN_PLUGIN ? folderField(atelier, m.home) : nothing}
    </div>
    ${to ? codeView(atelier, to) : nothing}
    ${atelier.chosen || (busy && state.widget) ? nothing : html`<p class="lacks">${m.placeLacks}</p>`}`;
}

const rightOf = ({ app: { state } }: Atelier): string => state.right ?? (state.to ? DESTINATIONS[state.to][0] : '');

/** Places whose frame page reads the data by their name in a folder. */
const FRAMED: readonly string[] = ['frame', 'notion'];
/** Places that show the page of a widget, which lies in a folder too. */
const PAGED: readonly string[] = ['wordpress author', 'mail any'];

/** Whether the code needs the address of a folder that was taken home: the site of the Cress has one. */
const needsFolder = (atelier: Atelier): boolean => {
  const { from, to = '' } = atelier.app.state;
  return (
    isFile(atelier) ||
    ((FRAMED.includes(to) || PAGED.includes(`${to} ${rightOf(atelier)}`)) &&
      atelier.app.brought !== null &&
      from !== 'cress')
  );
};

/** Returns the sources that the chosen widget reads: those that hold what it shows, all of them for a figure. */
function pickedOf({ app: { brought }, chosen }: Atelier): readonly BroughtSource[] {
  const { sources = [] } = brought ?? {};
  const kind = { event: 'events', member: 'members' }[chosen?.widget.split('-')[0] ?? ''] as
    | 'events'
    | 'members'
    | undefined;
  const holding = sources.filter((source) => kind === undefined || source[kind] > 0);
  return holding.length > 0 ? holding : sources;
}

/** Whether the data have no address that is read where they are placed: the site of a plugin reads one with a key by itself. */
const isFile = (atelier: Atelier): boolean => {
  const { brought } = atelier.app;
  const canSave = hostOf(atelier)?.can.includes('source');
  const picked = pickedOf(atelier);
  const isRead = ({ src, secrecy }: BroughtSource): boolean =>
    src !== null && (!secrecy || (canSave === true && secrecy !== 'private'));
  return brought !== null && !brought.src && !(picked.length > 0 && picked.every(isRead));
};

function setHome(atelier: Atelier, input: HTMLInputElement): void {
  const given = input.value.trim();
  const isWeb = URL.canParse(given) && /^https?:/.test(given);
  atelier.setState({ home: isWeb ? given.replace(/\/?$/, '/') : undefined });
}

function codeView(atelier: Atelier, to: Destination): TemplateResult {
  const { m, lang, brought, state, reserve } = atelier.app;
  const { chosen } = atelier;
  if (!brought || !chosen) return html``;
  const isOwn = needsFolder(atelier);
  const picked = pickedOf(atelier);
  if (isOwn && !state.home)
    return html`<p class="lacks">${picked.some(({ secrecy }) => secrecy) ? m.secretLacks : IN_PLUGIN ? (isFile(atelier) ? m.pluginLacks : m.noRelease) : isFile(atelier) ? m.homeLacks : m.frameLacks}</p>`;
  const folder = isOwn ? (state.home ?? '') : SITE_ROOT.href;
  const isCress = state.from === 'cress';
  const { names = {} } = hostOf(atelier) ?? {};
  const named = picked.map(({ name, src: address }) => ({
    name: names[address ?? ''] ?? name,
    address: address ?? '',
  }));
  const addresses = brought.src ? [brought.src] : named.map(({ address }) => address);
  const src = isOwn ? new URL('data/manifest.json', folder).href : addresses.join(' ');
  const title = brought.offers.find((offer) => atelier.isChosen(offer))?.title[lang] ?? brought.title;
  const { name, href } = brought.publisher;
  const key = stillKey({ tag: `ess-${chosen.widget}`, attributes: chosen.attributes, lang });
  const own = key && (isOwn || !IN_PLUGIN) ? `${folder}f/${key}/` : null;
  // Of its own folder a person knows; this site is asked whether it has the page, where a page is what is pasted.
  const page =
    own && !isOwn && PAGED.includes(`${to} ${rightOf(atelier)}`) ? foundOf(atelier, own) : isOwn ? 'cors' : 'gone';
  if (page === null) return html`<p class="note">${m.checking}</p>`;
  // A folder has its own data under one name.
  const ownName = FRAMED.includes(to) ? 'donnees' : (picked[0]?.name ?? 'donnees');
  const placed = {
    tag: `ess-${chosen.widget}`,
    attributes: [...Object.entries(chosen.attributes), ...(lang === 'en' ? [['lang', 'en'] as const] : [])],
    src,
    link: href ? { href, text: name } : { href: isOwn ? folder : (addresses[0] ?? ''), text: title },
    accent: state.accent,
    loader: isOwn ? new URL('ess/ess.js', folder).href : new URL('../ess.js', location.href).href,
    source: isCress ? '' : isFile(atelier) ? ownName : named.map((each) => each.name).join(' '),
    title,
    height: reserve,
    frame: isOwn ? new URL('ess/atelier/embed.html', folder).href : new URL('embed.html', location.href).href,
    frameHeight: atelier.app.height || 640,
    page: page === 'gone' ? null : own,
  };
  const { code, other, once, ask } = snippetFor(placed, to, rightOf(atelier));
  const weight = weights?.[placed.tag];
  const right = rightOf(atelier);
  const what = checkedOf(atelier, brought.src ? [brought.src] : picked.map(({ asked }) => asked ?? ''));
  const isPage = to === 'wordpress' && right === 'author' && placed.page !== null;
  return html`${hostView(atelier, isFile(atelier) ? [] : named, { title, code })}
    <p>${isPage ? m.pastePage : m.paste[to]}</p>
    ${to === 'mail' ? cardView(atelier, code) : nothing}
    ${textView(atelier, 'code', m.code, code)}
    ${other ? textView(atelier, 'other', to === 'notion' ? m.link : m.shortcode, other) : nothing}
    ${once && !ask ? textView(atelier, 'once', m.once, once) : nothing}
    ${ask && !hostOf(atelier)?.can.includes('source') ? textView(atelier, 'ask', m.ask, ask[lang]) : nothing}
    ${what ? html`<p class=${what === 'cors' || what === 'server' ? 'note' : 'notice'}>${m.checks[what]}</p>` : nothing}
    ${weight ? html`<p class="note">${m.weight(Math.round(weight.bytes / 1000), weight.files)}</p>` : nothing}
    <p class="note">${m.access}</p>`;
}

/** Returns what was found of the addresses that are read where the widget is placed; null where none is, or nothing is known yet. */
function checkedOf(atelier: Atelier, addresses: readonly string[]): keyof Words['checks'] | null {
  const { to = '', from } = atelier.app.state;
  const where = `${to} ${rightOf(atelier)}`;
  const isByServer = READ_BY_SERVER.includes(where);
  // Data of one's own folder are there, and so are the figures that a plugin and the site of a frame have.
  const isThere = isFile(atelier) || (from === 'cress' && !READ_BY_PAGE.includes(where));
  // The page of a frame reads by name what stays live.
  if (isThere || !(isByServer || FRAMED.includes(to) || READ_BY_PAGE.includes(where))) return null;
  const all = addresses.map((each) => foundOf(atelier, each));
  const worst = all.find((each) => each !== 'cors') ?? all[0] ?? null;
  return worst && worst !== 'gone' && isByServer ? 'server' : worst;
}

/** Renders what is pasted into a message in one go, and the picture alone. @param link as HTML */
function cardView(atelier: Atelier, link: string): TemplateResult {
  const { m, busy, said } = atelier.app;
  const isRefused = said === m.cardRefused;
  return html`<p><button class="button" type="button" ?disabled=${busy} @click=${() => atelier.copyCard(link)}>${m.cardCopy}</button> ${m.cardHint}</p>
    ${isRefused || said === m.cardCopied ? html`<p class=${isRefused ? 'notice' : 'note'}>${said}</p>` : nothing}
    <p><button class="button" type="button" ?disabled=${busy} @click=${() => atelier.takeCard()}>${m.card}</button></p>`;
}

/** Renders a labelled text that is copied. */
function textView(atelier: Atelier, id: string, label: string, text: string): TemplateResult {
  return html`<div class="copied"><label for=${id}>${label}</label>
    <textarea id=${id} readonly spellcheck="false" rows=${Math.min(8, Math.ceil(text.length / 70) + text.split('\n').length)} .value=${text}></textarea>
    <button class="button" type="button" aria-describedby=${id} @click=${() => copy(atelier, id, text)}>${atelier.app.m.copy}</button></div>`;
}

/** Copies a text. Where the browser refuses, it is selected, to be copied by hand. */
async function copy(atelier: Atelier, id: string, text: string): Promise<void> {
  const { m } = atelier.app;
  try {
    await navigator.clipboard.writeText(text);
    atelier.say(m.copied);
  } catch {
    const field = document.getElementById(id) as HTMLTextAreaElement | null;
    field?.focus();
    field?.select();
    atelier.say(m.byHand);
  }
}

/** Returns the host where the widget is placed there; null elsewhere. */
function hostOf({ app: { host, state } }: Atelier): Host | null {
  return host && state.to === PLACE_OF[host.kind] && state.right !== 'none' ? host : null;
}

/** Renders what may be saved on the site around. */
function hostView(
  atelier: Atelier,
  sources: readonly Pick<SaveRequest, 'name' | 'address'>[],
  page: Pick<SaveRequest, 'title' | 'code'>,
): TemplateResult | typeof nothing {
  const host = hostOf(atelier);
  const { m } = atelier.app;
  if (!host) return nothing;
  const wanted = host.can.includes('source') ? sources.filter(({ address }) => host.names[address] === undefined) : [];
  // A page is drafted with a source that is saved with it; several are saved before.
  const isDrafted = host.can.includes('page') && (wanted.length === 0 || sources.length === 1);
  const button = (label: string, hint: string, wish: Partial<SaveRequest>): TemplateResult =>
    html`<p><button class="button" type="button" @click=${() => askHost(wish)}>${label}</button> ${hint}</p>`;
  return html`${host.said ? html`<p class="notice" id=${ANSWER} tabindex="-1">${host.said}</p>` : nothing}
    ${isDrafted ? button(m.draftPage, wanted.length > 0 ? m.draftWithSource : m.draftPageHint, { ...page, ...wanted[0] }) : nothing}
    ${wanted.map((source) => button(m.saveSource, m.saveSourceHint(source.name), source))}`;
}
