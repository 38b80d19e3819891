/** What `npm run sync` reads to write custom-elements.json. */
export default {
  globs: ['src/ess-*/ess-*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts'],
  litelement: true,
  packagejson: false,
};
