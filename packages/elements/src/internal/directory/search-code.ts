/** What a search needs, apart so that it is loaded with the first word typed. */
export { createSearchIndex } from '@ess-widgets/core/geo';
