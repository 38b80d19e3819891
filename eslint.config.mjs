import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import ess from './scripts/walls/eslint-plugin.mjs';

const SHIPPED = ['packages/{core,elements}/src/**/*.ts'];
const TESTS = ['**/*.test.ts', '**/testing/**', '**/e2e/**'];

/** Patterns that break on the pages of our hosts: Content-Security-Policy, Trusted Types, old libraries. */
const HOST_PAGES = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Data is text: nothing is rendered as HTML.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A style attribute is blocked by a strict Content-Security-Policy: use .style= or a static css.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style/]',
    message: '<style> in a template is blocked by a strict Content-Security-Policy: use static styles.',
  },
];

const ERASABLE = [
  { selector: 'TSEnumDeclaration', message: 'Erasable TypeScript only: use a union or a const object.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Erasable TypeScript only: use a module.' },
  { selector: 'TSParameterProperty', message: 'Erasable TypeScript only: declare the field.' },
];

const PURE_TIME = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the date as an argument.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the date as an argument.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Pure code has no chance in it.',
  },
];

/** @param {import('eslint').ESLint.Plugin} plugin @param {string} name */
function presetOf(plugin, name) {
  const preset = plugin.configs?.[name];
  if (!preset || !('rules' in preset)) throw new Error(`The plugin has no preset ${name}.`);
  return preset.rules;
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/cdn/',
      '**/storybook-static/',
      '**/coverage/',
      '**/shots/',
      'packages/*/data/',
      'packages/elements/types/',
      // Published as they are, for pages that build nothing.
      'examples/pole-site/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,mjs,js}'],
    extends: [tseslint.configs.recommended],
    plugins: { ess },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'ess/walls': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-restricted-syntax': ['error', ...ERASABLE],
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        // chai's equal: one of its plugins types it as a promise, which it never is.
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' }] },
      ],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: SHIPPED,
    ignores: TESTS,
    rules: {
      'ess/addresses': 'error',
      'ess/no-array-entries': 'error',
      'no-console': 'error',
      'no-alert': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'Array', property: 'from', message: 'MooTools and Prototype replace it on host pages: use spread.' },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', 'event', 'name'],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zod', message: "Import * as z from 'zod/mini': it is a third of the size." },
            {
              name: 'lit/directives/style-map.js',
              message: 'Its first render is blocked by a strict Content-Security-Policy: use .style=.',
            },
            { name: 'lit/directives/unsafe-html.js', message: 'Data is text: nothing is rendered as HTML.' },
            { name: 'lit/directives/unsafe-svg.js', message: 'Data is text: nothing is rendered as HTML.' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...ERASABLE, ...HOST_PAGES],
    },
  },
  {
    // The one place that prints, and the loader, which has none of its code yet.
    files: ['packages/elements/src/base/warn.ts', 'packages/elements/src/loader/ess.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'document',
          'window',
          'localStorage',
          'sessionStorage',
          'location',
          'process',
          'Buffer',
          'global',
          'require',
        ],
      ],
    },
  },
  {
    files: ['packages/core/src/{model,indicators,checks,format,picture,directory,geo,scope}/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...ERASABLE, ...HOST_PAGES, ...PURE_TIME] },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    plugins: { lit, wc },
    rules: {
      ...presetOf(lit, 'flat/recommended'),
      ...presetOf(wc, 'flat/best-practice'),
      // Lit calls them itself; and the controllers, not the elements, hold what must be torn down.
      'wc/guard-super-call': 'off',
      'lit/no-value-attribute': 'error',
      'lit/no-private-properties': 'off',
    },
  },
  {
    files: TESTS,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
