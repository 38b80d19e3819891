import { warn } from '../base/warn.ts';

/** Warns the page's author of an error in what lies over a map. The map is shown without it. */
export const warnConfiguration = (text: string): void => warn(`config/${text}`, `<ess-member-map>: ${text}`);
