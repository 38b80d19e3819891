import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { Shown } from './source-card.ts';

/**
 * The heading of a widget that leaves its page. In a report the section around it says what "Par collège" is about: elsewhere
 * it is said, "Adhérents – Par collège".
 */
export function fullTitle({ card: { host }, texts, m }: Pick<Shown, 'card' | 'texts' | 'm'>, heading: string): string {
  const root = host.getRootNode();
  const isGuest = root instanceof ShadowRoot && root.host.localName === 'ess-report';
  const label = resolveText(texts.label, m.lang).text;
  return isGuest && !heading.toLowerCase().includes(label.toLowerCase()) ? `${label}\u00a0– ${heading}` : heading;
}
