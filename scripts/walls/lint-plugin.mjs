/** The lint rules of this repository that no package has. */
import path from 'node:path';
import { breach } from './walls.mjs';

/**
 * As much as is used of what the linter gives to a rule, and of the nodes that it shows it.
 * @typedef {object} Context
 * @property {string} cwd
 * @property {string} filename
 * @property {(problem: {node: Node, message: string}) => void} report
 * @property {{getText: (node: Node) => string}} sourceCode
 */
/** @typedef {{type: string, value?: unknown, source?: Node | null, importKind?: string, exportKind?: string, arguments?: readonly Node[]}} Node */
/** @typedef {{meta: {type: 'problem', schema: []}, create: (context: Context) => Record<string, (node: Node) => void>}} Rule */

/**
 * @param {Context} context
 * @returns {string} path from the root, with slashes
 */
const fileOf = ({ cwd, filename }) => path.relative(cwd, filename).split(path.sep).join('/');

/**
 * A rule that refuses what selectors find.
 * @param {Readonly<Record<string, string>>} messages by selector
 * @returns {Rule}
 */
const refuse = (messages) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) =>
    Object.fromEntries(
      Object.entries(messages).map(([selector, message]) => [selector, (node) => context.report({ node, message })]),
    ),
});

/** @type {Rule} */
const walls = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = fileOf(context);
    /** @param {Node} node */
    const check = (node) => {
      if (node.source?.type !== 'Literal' || typeof node.source.value !== 'string') return;
      const isType = (node.importKind ?? node.exportKind) === 'type';
      const why = breach(file, node.source.value, isType, node.type === 'ImportExpression');
      if (why) context.report({ node, message: `${why}.` });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

/**
 * Files that may make an address by themselves: the policy; addresses that it has made already; links and tiles, which are
 * judged there; the loader, which has no other code yet.
 */
const MAKE_ADDRESSES = [
  'packages/core/src/reading/reading.ts',
  'packages/core/src/reading/refusals.ts',
  'packages/core/src/data/client/http.ts',
  'packages/core/src/data/client/revalidate.ts',
  'packages/core/src/data/address.ts',
  'packages/core/src/data/sources/list-dataset.ts',
  'packages/elements/src/ess-event-agenda/webcal.ts',
  'packages/elements/src/ess-member-map/street-map.ts',
  'packages/core/src/charts/href.ts',
  'packages/elements/src/loader/early.ts',
];

/**
 * An address in data may be none, or lead elsewhere: the reading policy judges it, and never throws in the wrong place.
 * @type {Rule}
 */
const addresses = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = fileOf(context);
    if (MAKE_ADDRESSES.includes(file) || file.endsWith('/testing.ts')) return {};
    return {
      'NewExpression[callee.name="URL"]': (node) => {
        const text = (node.arguments ?? []).map((each) => context.sourceCode.getText(each)).join(', ');
        // A file of ours, beside the code; the page itself.
        if (/, import\.meta\.url$|^location\.href$/.test(text)) return;
        const message = 'An address may be none, or lead elsewhere: resolveHref or addressOf of core/data/client.';
        context.report({ node, message });
      },
    };
  },
};

export default {
  meta: { name: 'ess' },
  rules: {
    walls,
    addresses,
    // Prototype 1.7 removes `entries` from arrays. A map has it too, and is iterated by itself.
    'no-entries': refuse({
      "CallExpression[callee.property.name='entries'][arguments.length=0]":
        'array.entries() is broken by Prototype on host pages: count in the loop, or iterate the map itself.',
    }),
    // These expressions break on the pages of our hosts: Content-Security-Policy and Trusted Types forbid them.
    'host-pages': refuse({
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]':
        'Data is text: nothing is rendered as HTML.',
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]':
        'A style attribute is blocked by a strict Content-Security-Policy: use .style= or a static css.',
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style/]':
        '<style> in a template is blocked by a strict Content-Security-Policy: use static styles.',
    }),
    // `<img name="scripts">` in a text hides document.scripts; the linter's own rule refuses the global by its name.
    dom: refuse({
      'MemberExpression[object.name=/^(window|globalThis|self|parent|top)$/][property.name="document"]':
        'A name in markup may hide its members: dom of base/dom.ts.',
      'MemberExpression[object.property.name="ownerDocument"]':
        'A name in markup may hide its members: unnamed of base/dom.ts.',
    }),
    'pure-time': refuse({
      "CallExpression[callee.object.name='Date'][callee.property.name='now']": 'Take the date as an argument.',
      "NewExpression[callee.name='Date'][arguments.length=0]": 'Take the date as an argument.',
      "CallExpression[callee.object.name='Math'][callee.property.name='random']": 'Pure code has no chance in it.',
    }),
  },
};
