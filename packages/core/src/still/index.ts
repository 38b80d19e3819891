/** Stills: the words and numbers of a widget as HTML, written before any page asks for them. Pure, for servers and builds. */
export { jsonLdText } from './json-ld.ts';
export { stillKey } from './key.ts';
export { hasStill, lightStill, stillNeeds } from './light.ts';
export type { Still, StillLang, StillMeta, StillNeed, StillRequest } from './request.ts';
