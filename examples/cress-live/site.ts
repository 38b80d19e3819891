/**
 * The page's two switches: the language of the document and the theme of the provider. Widgets follow by themselves; the words
 * around them are here, and the links to other pages carry the language along. What has no Breton yet stays French, and says so.
 */
const ENGLISH: Readonly<Record<string, string>> = {
  skip: 'Skip to content',
  title: 'The social economy of Brittany in figures',
  lead: 'Cress Bretagne brings together [members] networks and organisations of the social and solidarity economy. This is what it did in [year].',
  year: 'The year',
  report: '2024 in one minute: the activity report',
  near: 'Near you',
  explore: 'Explore',
  display: 'Display',
  language: 'Language',
  theme: 'Theme',
  auto: 'Automatic',
  light: 'Light',
  dark: 'Dark',
  credits:
    'Figures: 2024 activity report of Cress Bretagne. Base map: Natural Earth. Communes: GeoNames (CC BY 4.0) and Etalab (Licence Ouverte).',
  atelier: 'The Atelier: these figures, or your own list, on your site',
  guides: 'Guides: put these widgets on your site (in French, and in English)',
  download: 'Download: the WordPress plugin, the SPIP plugin, the folders (in French, and in English)',
  pole: 'The page of a Pôle, with a spreadsheet as its source',
  home: 'The social economy of Brittany in figures',
  reportTitle: '2024 activity report of Cress Bretagne',
};
/** Sentences of the page whose numbers come from the data: the page itself is without them until then. */
const FRENCH: Readonly<Record<string, string>> = {
  lead: 'La Cress Bretagne réunit [members] réseaux et structures de l’économie sociale et solidaire. Voici ce qu’elle a fait en [year].',
};
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: ENGLISH,
  br: { year: 'Ar bloaz', language: 'Yezh', theme: 'Neuz' },
};

/** A tile that the sentence has its number from, as far as it is read here. */
type Tile = HTMLElement & {
  readonly measured?: {
    readonly measure: { readonly period: string; readonly quantity: { readonly value?: number } | null };
  } | null;
};

const form = document.querySelector<HTMLFormElement>('.switches');
const provider = document.querySelector('ess-provider');
const tile = document.querySelector<Tile>('ess-indicator[indicator="members-stock"]');
const french = new Map<HTMLElement, string>();
for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
  french.set(element, FRENCH[element.dataset['text'] ?? ''] ?? element.textContent ?? '');
let lang = new URLSearchParams(location.search).get('lang') ?? 'fr';

/** Puts the numbers of the data into a sentence; until they are there, their room. */
function filled(sentence: string): string {
  const { period, quantity } = tile?.measured?.measure ?? {};
  return sentence
    .replace('[members]', quantity?.value?.toLocaleString(lang) ?? '…')
    .replace('[year]', period?.slice(0, 4) ?? '…');
}

/** Writes the words of the page in its language. */
function write(): void {
  for (const [element, own] of french) {
    const said = WORDS[lang]?.[element.dataset['text'] ?? ''];
    const text = filled(said ?? own);
    if (element.textContent !== text) element.textContent = text;
    if (said === undefined && lang !== 'fr') element.lang = 'fr';
    else element.removeAttribute('lang');
  }
  form?.setAttribute('aria-label', WORDS[lang]?.['display'] ?? 'Affichage');
}

/** Takes a language: of the page, its words, and its links to others of its pages. */
function speak(next: string): void {
  lang = next in WORDS ? next : 'fr';
  document.documentElement.lang = lang;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-text]')) {
    const url = new URL(link.href);
    if (!url.hash && url.pathname !== '/guides/') {
      if (lang === 'fr') url.searchParams.delete('lang');
      else url.searchParams.set('lang', lang);
      link.href = url.href;
    }
  }
  write();
}

form?.addEventListener('change', () => {
  const chosen = new FormData(form);
  const next = String(chosen.get('lang'));
  if (next !== lang) {
    const url = new URL(location.href);
    url.searchParams.set('lang', next);
    if (next === 'fr') url.searchParams.delete('lang');
    history.replaceState(history.state, '', url);
  }
  speak(next);
  const theme = String(chosen.get('theme'));
  document.documentElement.dataset['theme'] = theme;
  provider?.setAttribute('theme', theme);
});
tile?.addEventListener('ess-load', () => requestAnimationFrame(write));
const select = form?.elements.namedItem('lang');
if (select instanceof HTMLSelectElement && lang in WORDS) select.value = lang;
speak(lang);
