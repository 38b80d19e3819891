/** The toolbar of Storybook: what a page says once for all its widgets, and what stands in the code to copy for it. */
import type { Preview } from '@storybook/web-components-vite';
import { attributesOf } from '../../packages/elements/src/base/attributes.ts';
import { lists, type Option } from './lists.ts';

/** Choices of the toolbar by name. */
export type Globals = Readonly<Record<string, unknown>>;

/** A data set, at an address beside the stories. */
interface DataSet {
  readonly title: string;
  readonly src: string;
  /** Published data that go with a list of members. */
  readonly reference?: string;
}

/** Data sets by name: the address of a page of Storybook can hold no slash. */
const DATA: Readonly<Record<string, DataSet>> = {
  bretagne: { title: 'Bretagne 2024', src: 'data/manifest.json' },
  pole: { title: 'Un Pôle\u202f: sa liste en CSV', src: 'pole/adherents.csv', reference: 'data/manifest.json' },
  region: { title: '11\u202f500 organisations inventées', src: 'large/large-11500/manifest.json' },
  france: { title: '220\u202f000 organisations inventées', src: 'large/large-220000/manifest.json' },
};

/** Territories that a menu has room for; the controls of a story have all. */
const PLACES = (lists['territory'] ?? []).filter(({ value }) => /^(region|departement|pole)-/.test(value));

type Menus = NonNullable<Preview['globalTypes']>;
type Menu = Menus[string];
type Icon = NonNullable<NonNullable<Menu['toolbar']>['icon']>;
const menu = (description: string, icon: Icon, items: readonly Option[]): Menu => ({
  description,
  toolbar: { icon, dynamicTitle: true, items: [...items] },
});
const named = (names: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(names).map(([value, title]) => ({ value, title }));

export const globalTypes: Menus = {
  data: menu(
    'Données',
    'database',
    Object.entries(DATA).map(([value, { title }]) => ({ value, title })),
  ),
  period: menu('Période', 'calendar', [{ value: '', title: 'Dernière période' }, ...(lists['period'] ?? [])]),
  territory: menu('Territoire', 'location', [{ value: '', title: 'Tout le territoire' }, ...PLACES]),
  look: menu('Apparence', 'paintbrush', named({ rivage: 'Rivage', sobre: 'Sobre', dsfr: 'DSFR' })),
  theme: menu('Thème', 'mirror', named({ light: 'Clair', dark: 'Sombre', auto: 'Selon le système' })),
  locale: menu('Langue', 'globe', named({ fr: 'Français', br: 'Brezhoneg', en: 'English' })),
  width: menu('Largeur', 'grow', named({ full: 'Toute la largeur', '360px': '360 px', '640px': '640 px' })),
};

export const initialGlobals = {
  ...{ data: 'bretagne', period: '', territory: '', look: 'rivage', theme: 'light', locale: 'fr' },
  width: 'full',
};

/** Values that an element has without being told. */
const WITHOUT: Globals = { theme: 'light', look: 'rivage', lang: 'fr' };

/** Returns the attributes by which an element is told what the toolbar says. @param own address that a story has itself */
export function pageAttributes(tag: string, globals: Globals, own?: string): Readonly<Record<string, string>> {
  const { data, period, territory, look, theme, locale: lang } = globals;
  const { src, reference }: Partial<DataSet> = own ? { src: own } : (DATA[String(data)] ?? {});
  const said = { src, reference, period, territory, look, theme, lang };
  const known = attributesOf(tag);
  return Object.fromEntries(
    Object.entries(said)
      .filter(([name, value]) => value && value !== WITHOUT[name] && (name === 'lang' || known[name]))
      .map(([name, value]) => [name, String(value)]),
  );
}
