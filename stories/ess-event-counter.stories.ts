import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import { expects } from './support/expected.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const month = { series: 'mois-de-l-ess' };

/** Presses the control for the number by département, as soon as it is there. */
async function openPlaces({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  const button = () =>
    canvasElement.querySelector('ess-event-counter')?.shadowRoot?.querySelector<HTMLElement>('.by-place button');
  for (let turns = 0; turns < 100 && !button(); turns++) await new Promise((resolve) => setTimeout(resolve, 50));
  button()?.click();
}

const meta: Meta = {
  title: 'Elements/ess-event-counter',
  ...state.metaOf('ess-event-counter'),
  args: { src: sources.ready, ...month },
};
export default meta;

/** The events of a series, what part of the whole country they are, and at most three figures beside. */
export const Ready: Story = {};
/** Without a series: all events of the data set. */
export const AllEvents: Story = { args: { series: '' } };
/** Published figures of four départements, of the country and of the edition before; the next event comes in three days. */
export const Ahead: Story = { args: { src: sources.series } };
export const AheadNarrow = state.narrow({ src: sources.series, ...month });
export const AheadDark = state.dark({ src: sources.series, ...month });
export const AheadBreton = state.inLanguage('br', { src: sources.series, ...month });
export const AheadEnglish = state.inLanguage('en', { src: sources.series, ...month });
/** The number by département, one press away. */
export const ByDepartement: Story = { args: { src: sources.series }, play: openPlaces };
export const ByDepartementNarrow: Story = { ...state.narrow({ src: sources.series, ...month }), play: openPlaces };
/** A territory has its own figure. */
export const InOneDepartement: Story = { args: { src: sources.series, territory: 'departement-29' } };
/** No figure is known of it: that of the whole is not taken for it. */
export const NoFigureOfThePlace: Story = { args: { territory: 'departement-29' }, ...expects({ state: 'empty' }) };
/** An edition of long ago, by its number; no date is expected ahead. */
export const Edition: Story = { args: { src: sources.series, edition: '17' } };
/** A series that comes back every week and of which nothing is counted as held yet: what is announced, and its next time. */
export const ComesBack: Story = { args: { src: sources.series, series: 'permanences' } };
/** A series that does not exist is said in the widget, with those that do. */
export const UnknownSeries = state.mistake({ series: 'mois' }, /La série .*mois.* n’existe pas/);
export const Loading = state.loading(month);
export const Empty = state.empty({ series: '' });
export const ErrorWithoutData = state.errorWithoutData(month);
export const ErrorWithLastData = state.errorWithLastData(month);
export const Stale = state.stale(month);
export const Breton = state.inLanguage('br', month);
export const English = state.inLanguage('en', month);
export const Dark = state.dark(month);
export const Narrow = state.narrow(month);
/** The source card: what the figure is, where it stands, how far it can be trusted, what can be done with it. */
export const Card = state.cardOpen(month);
export const CardInBreton = state.cardOpen(month, 'br');
export const CardInEnglish = state.cardOpen(month, 'en');
