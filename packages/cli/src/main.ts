#!/usr/bin/env node
import { EXIT } from './exit-status.ts';
import { languageOf, say } from './language.ts';
import { run } from './run.ts';

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // `ess-widgets … | head` closes the pipe: that is the reader's right, not an error.
  if (code === 'EPIPE') return;
  const said = {
    fr: `la sortie n’a pas pu être écrite\u202f: ${message}`,
    en: `the output could not be written: ${message}`,
  };
  process.stderr.write(`ess-widgets: ${say(said, languageOf(process.env))}\n`);
  // At once: Node would end with 1, which says that a check has found something.
  process.exit(EXIT.failed);
});
// Nobody is there to be told; the status is.
process.stderr.on('error', () => undefined);

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  env: process.env,
  cwd: process.cwd(),
  fetch: (url, init) => fetch(url, init),
});
