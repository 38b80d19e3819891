/**
 * The page's two switches: the language of the document and the theme of the provider. Widgets follow by themselves; the words
 * around them are here. What has no Breton yet stays French, and says so.
 */
const ENGLISH: Readonly<Record<string, string>> = {
  title: 'The social economy of Brittany in figures',
  lead: 'What Cress Bretagne did and published. Touch a figure for its source.',
  year: 'The year',
  report: '2024 in one minute: the activity report',
  now: 'Now',
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
  guides: 'Guides: put these widgets on your site (in French, and in English)',
  download: 'Download: the WordPress plugin, the SPIP plugin, the folders (in French, and in English)',
  pole: 'The page of a Pôle, with a spreadsheet as its source',
};
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: ENGLISH,
  br: { year: 'Ar bloaz', now: 'Bremañ', language: 'Yezh', theme: 'Neuz' },
};

const form = document.querySelector<HTMLFormElement>('.switches');
const provider = document.querySelector('ess-provider');
const french = new Map<HTMLElement, string>();
for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
  french.set(element, element.textContent ?? '');

form?.addEventListener('change', () => {
  const chosen = new FormData(form);
  const lang = String(chosen.get('lang'));
  document.documentElement.lang = lang;
  for (const [element, own] of french) {
    const said = WORDS[lang]?.[element.dataset['text'] ?? ''];
    element.textContent = said ?? own;
    if (said === undefined && lang !== 'fr') element.lang = 'fr';
    else element.removeAttribute('lang');
  }
  form.setAttribute('aria-label', WORDS[lang]?.['display'] ?? 'Affichage');
  const theme = String(chosen.get('theme'));
  document.documentElement.dataset['theme'] = theme;
  provider?.setAttribute('theme', theme);
});
