/** What a number is seen beside, in words. Loaded where there may be something. */
export { contextTexts } from '@ess-widgets/core/charts';
