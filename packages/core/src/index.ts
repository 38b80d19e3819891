/**
 * Headless core of ESS Widgets: the model, the indicators, the client, formatting. It runs in browsers, workers and Node.
 * Sources, geography and charts have their own entry points so that a page loads only what it uses.
 */
export {
  createWarn,
  EssError,
  type EssErrorCode,
  type EssErrorDetails,
  type Remedy,
  type Warn,
  withoutKey,
} from './errors.ts';
