/** The page around a guide, and the index of all guides. */
import { createElement as h, isValidElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DOWNLOADS, type Group, type Guide, LANGUAGES, type Language, type Pair } from './list.ts';

const WORDS = {
  fr: {
    site: 'Les chiffres de l’ESS en Bretagne',
    guides: 'Guides',
    lead: 'Pour poser les widgets dans une page, leur donner des données, et les accorder au site.',
    other: 'In English',
    skip: 'Aller au contenu',
    contents: 'Sur cette page',
    all: 'Tous les guides',
    downloads: 'Télécharger',
    table: 'Tableau',
    code: 'Code',
    before: 'Guide précédent\u202f: ',
    after: 'Guide suivant\u202f: ',
    onlyIn: 'en anglais',
    attribute: 'attribut',
    value: 'valeurs',
    without: 'sans lui',
    effect: 'effet',
    isFrench: true,
    types: { string: 'texte', number: 'nombre', list: 'liste', duration: 'durée', language: 'langue' },
  },
  en: {
    site: 'The social economy of Brittany in figures',
    guides: 'Guides',
    lead: 'Put the widgets into a page, give them data, and tune them to the site.',
    other: 'En français',
    skip: 'Skip to content',
    contents: 'On this page',
    all: 'All guides',
    downloads: 'Download',
    table: 'Table',
    code: 'Code',
    before: 'Previous guide: ',
    after: 'Next guide: ',
    onlyIn: 'in French',
    attribute: 'attribute',
    value: 'values',
    without: 'without it',
    effect: 'effect',
    isFrench: false,
    types: { string: 'text', number: 'number', list: 'list', duration: 'duration', language: 'language' },
  },
} as const;

const ADDRESSES: Readonly<Record<Language, string>> = { fr: '/guides/', en: '/guides/en/' };
const otherThan = (lang: Language): Language => (lang === 'fr' ? 'en' : 'fr');

/** State of the page that is being written; pages are written one after the other. */
interface Writing {
  readonly lang: Language;
  readonly guides: readonly Guide[];
  readonly ids: Set<string>;
  readonly headings: Heading[];
}
interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}
const start = (lang: Language, guides: readonly Guide[]): Writing => ({
  lang,
  guides,
  ids: new Set(['main', 'contents']),
  headings: [],
});
let writing = start('fr', []);

/** Words of the page that is being written. */
export const words = (): (typeof WORDS)[Language] => WORDS[writing.lang];

function textOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (isValidElement<{ readonly children?: ReactNode }>(node)) return textOf(node.props.children);
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}

/** Returns an id that no other heading of the page has. */
function idOf(text: string): string {
  const slug = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  let id = slug;
  for (let at = 2; writing.ids.has(id); at++) id = `${slug}-${at}`;
  writing.ids.add(id);
  return id;
}

interface Within {
  readonly children?: ReactNode;
}

const heading = (level: number) =>
  function Heading({ children }: Within): ReactElement {
    const text = textOf(children);
    const id = idOf(text);
    writing.headings.push({ level, id, text });
    return h(`h${level}`, { id }, children);
  };

interface Link extends Within {
  readonly href?: string;
}

/** Leads to the page of the guide that Storybook links to; what Storybook alone has is no link. */
function Anchor({ href = '', children }: Link): ReactNode {
  const id = /^\?path=\/docs\/(.+)$/.exec(decodeURI(href))?.[1];
  if (/^\?path=\/(story\/|docs\/compositions-)/.test(href)) return children;
  if (id === undefined) return h('a', { href }, children);
  const tag = /^elements-(.+)--docs$/.exec(id)?.[1];
  if (tag !== undefined) return h('a', { href: `${ADDRESSES[writing.lang]}widgets/#${tag}` }, children);
  const guide = writing.guides.find((each) => each.id === id);
  if (!guide) throw new TypeError(`a guide links to “${id}”, which is none`);
  const hrefLang = guide.lang === writing.lang ? undefined : guide.lang;
  return h('a', { href: guide.url, hrefLang, lang: hrefLang }, children);
}

interface TableProps extends Within {
  /** Columns; counted in the first row where they are not given. */
  readonly columns?: number;
}

/** A table whose box scrolls, by keyboard too, where it has more columns than a telephone shows. */
function Table({ children, columns = columnsOf(children) }: TableProps): ReactNode {
  const table = h('table', {}, children);
  if (columns < 3) return table;
  const near = writing.headings.at(-1)?.text;
  const label = near ? `${words().table}, ${near}` : words().table;
  return h('div', { className: 'scroll', tabIndex: 0, role: 'group', 'aria-label': label }, table);
}

/** Number of cells of the first row. */
function columnsOf(node: ReactNode): number {
  if (Array.isArray(node)) return node.map(columnsOf).find((count) => count > 0) ?? 0;
  if (!isValidElement<Within>(node)) return 0;
  if (node.type === 'tr') {
    const cells: readonly ReactNode[] = Array.isArray(node.props.children)
      ? node.props.children
      : [node.props.children];
    return cells.filter((cell) => isValidElement(cell)).length;
  }
  return columnsOf(node.props.children);
}

/** The elements of Markdown as these pages have them. */
export const components = {
  a: Anchor,
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  pre: ({ children }: Within): ReactNode =>
    h('pre', { tabIndex: 0, role: 'group', 'aria-label': words().code }, children),
  table: Table,
};

/** Headings from which on a page has a list of them. */
const MANY = 4;

function contents(headings: readonly Heading[], lang: Language): ReactNode {
  const listed = headings.filter(({ level }) => level === 2);
  if (listed.length < MANY) return null;
  const items = listed.map(({ id, text }) => h('li', { key: id }, h('a', { href: `#${id}` }, text)));
  return h(
    'nav',
    { className: 'contents', 'aria-labelledby': 'contents' },
    h('p', { id: 'contents' }, WORDS[lang].contents),
    h('ul', {}, items),
  );
}

interface Frame {
  readonly lang: Language;
  readonly title: string;
  /** Address of the page in the other language, or null. */
  readonly other: string | null;
  readonly url: string;
  readonly isIndex?: boolean;
  readonly body: string;
  readonly foot?: ReactNode;
}

/** Writes a whole page. The loader is on it only where an element is. */
function document({ lang, title, other, url, isIndex = false, body, foot }: Frame): string {
  const { site, guides, other: label, skip } = WORDS[lang];
  const away = otherThan(lang);
  const alternates = other && [
    h('link', { key: lang, rel: 'alternate', hrefLang: lang, href: url }),
    h('link', { key: away, rel: 'alternate', hrefLang: away, href: other }),
  ];
  const head = h(
    'head',
    {},
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, isIndex ? `${title} – ESS Widgets` : `${title} – ${guides} – ESS Widgets`),
    h('link', { rel: 'icon', href: 'data:,' }),
    h('link', { rel: 'stylesheet', href: '/site.css' }),
    h('link', { rel: 'stylesheet', href: '/guides.css' }),
    alternates,
    body.includes('<ess-') && h('script', { type: 'module', src: '/ess/ess.js', 'data-src': '/data/manifest.json' }),
  );
  const nav = h(
    'nav',
    { className: 'ways', 'aria-label': guides },
    h('a', { href: '/' }, site),
    isIndex ? null : h('a', { href: ADDRESSES[lang] }, WORDS[lang].all),
    url === DOWNLOADS[lang] ? null : h('a', { href: DOWNLOADS[lang] }, WORDS[lang].downloads),
    other && h('a', { href: other, hrefLang: away, lang: away, rel: 'alternate' }, label),
  );
  const page = h(
    'html',
    { lang },
    head,
    h(
      'body',
      { className: 'guide' },
      h('a', { className: 'skip', href: '#main' }, skip),
      h('header', {}, nav),
      h('main', { id: 'main', className: isIndex ? 'index' : undefined, dangerouslySetInnerHTML: { __html: body } }),
      foot && h('footer', { className: 'foot' }, foot),
    ),
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

/** A guide as MDX compiles it. */
export type Content = (props: { readonly components: object }) => ReactElement;

const guidesOf = (groups: readonly Group[]): readonly Guide[] =>
  groups.flatMap(({ pairs }) => pairs.flatMap(({ fr, en }) => [fr, en].filter((each) => each !== undefined)));

/** Writes the page of a guide. @throws where it links to a guide that does not exist */
export function guidePage(guide: Guide, groups: readonly Group[], Content: Content): string {
  const { lang, title, url } = guide;
  const all = guidesOf(groups);
  writing = start(lang, all);
  const text = renderToStaticMarkup(h(Content, { components }));
  const list = renderToStaticMarkup(contents(writing.headings, lang));
  const pair = groups.flatMap(({ pairs }) => pairs).find((each) => each[lang] === guide);
  const inOrder = all.filter((each) => each.lang === lang);
  const at = inOrder.indexOf(guide);
  const step = (to: Guide | undefined, label: string): ReactNode =>
    to && h('p', {}, label, h('a', { href: to.url }, to.title));
  const { before, after } = WORDS[lang];
  return document({
    lang,
    title,
    url,
    other: pair?.[otherThan(lang)]?.url ?? null,
    body: `<div class="stripes" aria-hidden="true"></div>${text.replace('</h1>', `</h1>${list}`)}`,
    foot: [h('div', { key: 'steps', className: 'steps' }, step(inOrder[at - 1], before), step(inOrder[at + 1], after))],
  });
}

/** Writes the index of the guides in a language. A guide that is only in the other one is listed, and says so. */
export function indexPage(lang: Language, groups: readonly Group[]): string {
  const { guides: title, lead, onlyIn } = WORDS[lang];
  const item = (pair: Pair): ReactNode => {
    const guide = pair[lang] ?? pair[otherThan(lang)];
    if (!guide) return null;
    const away = guide.lang === lang ? undefined : guide.lang;
    return h(
      'li',
      { key: guide.url },
      h('a', { href: guide.url, hrefLang: away, lang: away }, guide.title),
      away && ` (${onlyIn})`,
      pair.about && h('span', { className: 'about' }, pair.about[lang]),
    );
  };
  const section = ({ title: own, pairs }: Group, at: number): ReactNode =>
    h(
      'section',
      { key: at, 'aria-labelledby': `group-${at}` },
      h('h2', { id: `group-${at}` }, own[lang]),
      h('ul', { className: 'guides' }, pairs.map(item)),
    );
  const body = renderToStaticMarkup([
    h('div', { key: 'stripes', className: 'stripes', 'aria-hidden': true }),
    h('h1', { key: 'title' }, title),
    h('p', { key: 'lead', className: 'lead' }, lead),
    groups.map(section),
  ]);
  return document({ lang, title, url: ADDRESSES[lang], other: ADDRESSES[otherThan(lang)], isIndex: true, body });
}

/** Writes all pages. @param contents guides by their files @returns pages by their paths */
export function allPages(
  groups: readonly Group[],
  contents: Readonly<Record<string, Content>>,
): Readonly<Record<string, string>> {
  const pages = guidesOf(groups).map((guide) => {
    const content = contents[guide.file];
    if (!content) throw new TypeError(`${guide.file} was not compiled`);
    return [guide.url, guidePage(guide, groups, content)] as const;
  });
  const indexes = LANGUAGES.map((lang) => [ADDRESSES[lang], indexPage(lang, groups)] as const);
  return Object.fromEntries([...indexes, ...pages]);
}
