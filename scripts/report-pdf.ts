/** `npm run report:pdf`: the report as an A4 PDF, as the button "Imprimer le rapport" prints it. */
import { UsageError } from './report-pdf/arguments.ts';
import { main } from './report-pdf/main.ts';

try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message} (npm run report:pdf -- --help)`);
  process.exitCode = 2;
}
