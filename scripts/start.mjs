/**
 * `npm start`: builds the elements and the site from their sources, and serves the site until it is stopped. `npm start -- live`
 * serves the page of examples/cress-live, whose data change, instead.
 */
import { startLive } from '../examples/cress-live/server.mjs';
import { buildElements, buildSite, serveSite } from './site/server.mjs';

const isLive = process.argv[2] === 'live';

try {
  console.log(`Building the elements${isLive ? '' : ' and the site'}…`);
  if (isLive) {
    await buildElements();
    await startLive();
  } else {
    buildSite();
    const { url } = await serveSite();
    console.log(
      `\n  ESS Widgets: ${url}\n  The report:    ${url}rapport/\n  A Pôle’s page: ${url}pole/\n  The guides:    ${url}guides/\n  The archives:  ${url}telecharger/\n\n  Ctrl+C stops it; PORT=5180 npm start serves it elsewhere.\n`,
    );
  }
} catch (error) {
  const isTaken = error instanceof Error && /already in use|EADDRINUSE/i.test(error.message);
  console.error(isTaken ? `${error.message}: choose another one, as in PORT=5180 npm start.` : error);
  process.exit(1);
}
