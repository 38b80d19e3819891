import type { TemplateResult } from 'lit';
import { type IconName, icon, pathIcon } from './icons.ts';

/** Icons of controls, which a single figure has none of. */
const paths = {
  table: 'M2.2 3h11.6v10H2.2zM2.2 6.3h11.6M2.2 9.6h11.6M6.4 3v10',
  download: 'M8 2.2v8M4.8 7.2 8 10.4l3.2-3.2M2.5 13.4h11',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V5M10.5 2.2V5',
  search: 'M2.7 7a4.3 4.3 0 1 0 8.6 0 4.3 4.3 0 1 0-8.6 0m7.6 3.3 3.4 3.4',
  near: 'M13.6 2.4 2.4 7l4.9 1.7L9 13.6z',
  filter: 'M2 4h12M4.2 8h7.6M6.4 12h3.2',
  map: 'M2.2 4.2 6 2.6l4 1.6 3.8-1.6v9.2L10 13.4l-4-1.6-3.8 1.6zM6 2.6v9.2M10 4.2v9.2',
} as const;

export type ControlIconName = keyof typeof paths | IconName;

/** Renders an icon of 1 em, in the text colour; those of every frame have the same names here. */
export const controlIcon = (name: ControlIconName): TemplateResult =>
  name in paths ? pathIcon(paths[name as keyof typeof paths]) : icon(name as IconName);
