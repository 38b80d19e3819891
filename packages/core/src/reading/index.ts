export { type Author, decides, type Matter } from './authority.ts';
export { beginningOf, decodeText, unmixed } from './decode.ts';
export { areNumbersInPlace, type Hashes, hashesIn, hashOf, isJudged, sealed } from './judged.ts';
export {
  type Allowance,
  ASKING,
  addressOf,
  checkReach,
  HIGHEST_MAX_BYTES,
  isAllowed,
  isListedHost,
  limitOf,
  MAX_CSV_BYTES,
  MAX_WAIT,
  type Manner,
  mannerOf,
  readBody,
  resolveHref,
} from './reading.ts';
export { blockedError, largeError } from './refusals.ts';
