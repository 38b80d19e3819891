/** The lint rules of this repository that no package has. */
import path from 'node:path';
import { ESLintUtils } from '@typescript-eslint/utils';
import { breach } from './walls.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

const walls = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: { description: 'keep the arrows between packages and folders (scripts/walls/walls.mjs)' },
    messages: { breach: '{{why}}.' },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const file = path.relative(ROOT, context.filename).split(path.sep).join('/');
    /** @param {import('@typescript-eslint/utils').TSESTree.Node} node */
    const check = (node) => {
      if (!('source' in node) || node.source?.type !== 'Literal' || typeof node.source.value !== 'string') return;
      const isType =
        ('importKind' in node && node.importKind === 'type') || ('exportKind' in node && node.exportKind === 'type');
      const why = breach(file, node.source.value, isType);
      if (why) context.report({ node, messageId: 'breach', data: { why } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
});

/** Prototype 1.7 removes `entries` from arrays, and only from them: the type decides. */
const noArrayEntries = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: { description: 'no array.entries(): Prototype breaks it on host pages' },
    messages: { entries: 'array.entries() is broken by Prototype on host pages: count in the loop, or use forEach.' },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();
    return {
      CallExpression(node) {
        if (node.callee.type !== 'MemberExpression') return;
        if (node.callee.property.type !== 'Identifier' || node.callee.property.name !== 'entries') return;
        const type = services.getTypeAtLocation(node.callee.object);
        const isArray = (/** @type {import('typescript').Type} */ each) =>
          checker.isArrayType(each) || checker.isTupleType(each);
        if (type.isUnion() ? type.types.some(isArray) : isArray(type)) context.report({ node, messageId: 'entries' });
      },
    };
  },
});

/**
 * Files that may make an address by themselves: the policy; addresses that it has made already; links and tiles, which are
 * judged there; the loader, which has no other code yet.
 */
const MAKE_ADDRESSES = [
  'packages/core/src/data/client/reading.ts',
  'packages/core/src/data/client/refusals.ts',
  'packages/core/src/data/client/http.ts',
  'packages/core/src/data/client/revalidate.ts',
  'packages/core/src/data/sources/csv/load.ts',
  'packages/elements/src/ess-event-agenda/webcal.ts',
  'packages/elements/src/ess-member-map/street-map.ts',
  'packages/elements/src/base/frame.ts',
  'packages/elements/src/loader/ahead.ts',
  'packages/elements/src/loader/early.ts',
];

/** An address in data may be none, or lead elsewhere: the reading policy judges it, and never throws in the wrong place. */
const addresses = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: { description: 'no new URL on data: resolveHref of the reading policy (core/data/client/reading.ts)' },
    messages: { url: 'An address may be none, or lead elsewhere: resolveHref or addressOf of core/data/client.' },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const file = path.relative(ROOT, context.filename).split(path.sep).join('/');
    if (MAKE_ADDRESSES.includes(file) || /\/testing\.ts$/.test(file)) return {};
    return {
      'NewExpression[callee.name="URL"]': (
        /** @type {import('@typescript-eslint/utils').TSESTree.NewExpression} */ node,
      ) => {
        const text = node.arguments.map((each) => context.sourceCode.getText(each)).join(', ');
        // A file of ours, beside the code; the page itself.
        if (/, import\.meta\.url$|^location\.href$/.test(text)) return;
        context.report({ node, messageId: 'url' });
      },
    };
  },
});

export default { meta: { name: 'ess' }, rules: { walls, addresses, 'no-array-entries': noArrayEntries } };
