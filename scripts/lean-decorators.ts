import type { Plugin } from 'vite';

/** The compiler's helper, whatever its version. */
const HELPER = /@oxc-project\+runtime.*\/helpers\/(?:esm\/)?decorate\.js$/;

/**
 * Replaces the compiler's helper for decorators, which serves classes, methods and `Reflect.decorate` too, by what ours need:
 * they are decorators of properties, called with the prototype and a name (`packages/elements/src/internal/property.ts`).
 */
export function leanDecorators(): Plugin {
  let isFound = false;
  return {
    name: 'ess-lean-decorators',
    transform(_code, id) {
      if (!HELPER.test(id)) return null;
      isFound = true;
      return LEAN;
    },
    generateBundle() {
      if (!isFound) this.error('The helper for decorators has another name than this plugin knows.');
    },
  };
}

const LEAN =
  'export default (decorators, prototype, name) => { for (const decorate of decorators) decorate(prototype, name); };';
