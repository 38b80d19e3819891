import { resolveText } from '@ess-widgets/core/model';
import type { Shown } from './source-card.ts';

/**
 * Returns the heading of a widget for another page. In a report the section around it names the subject of "Par collège", so
 * outside it the indicator is added: "Adhérents – Par collège". The title of a message, which stands above its chart, is a sentence of
 * its own.
 */
export function fullTitle({ card: { host }, texts, m }: Pick<Shown, 'card' | 'texts' | 'm'>, heading: string): string {
  const root = host.getRootNode();
  const isGuest = host.headingLevel !== 'none' && root instanceof ShadowRoot && root.host.localName === 'ess-report';
  const label = resolveText(texts.label, m.lang).text;
  return isGuest && !heading.toLowerCase().includes(label.toLowerCase()) ? `${label}\u00a0– ${heading}` : heading;
}
