/**
 * Configuration of web servers for the folder of a release: types, compression, reading from other sites, and how long a
 * copy may be kept. Files of a release folder never change, so browsers keep them; all others are asked for anew.
 */

/** One year, s: the longest that caches honour. */
const YEAR = 31_536_000;
const IMMUTABLE = `public, max-age=${YEAR}, immutable`;
const REVALIDATED = 'no-cache';

/** Name of a release folder: version and hash. */
export const RELEASE_FOLDER = /^\d+\.\d+\.\d+[\w.-]*-[0-9a-f]{8}$/;
/** The same within an address, as Apache and nginx write patterns. */
const IN_ADDRESS = String.raw`/\d+\.\d+\.\d+[^/]*-[0-9a-f]{8}/`;

const HTACCESS = `# ESS Widgets, for Apache 2.4. Needs AllowOverride FileInfo; what a module is missing for is left out.
<IfModule mod_mime.c>
  AddType text/javascript .js
  AddType application/json .json .map
  AddType text/css .css
  AddType text/html .html
  AddType text/markdown .md
  AddCharset utf-8 .css .js .json .map .html .md
</IfModule>
<IfModule mod_headers.c>
  # Pages of other sites may read these files.
  Header always set Access-Control-Allow-Origin "*"
  Header set Cross-Origin-Resource-Policy "cross-origin"
  Header set X-Content-Type-Options "nosniff"
  # ess.js says which release is loaded: it is asked for anew.
  Header set Cache-Control "${REVALIDATED}"
  # Folders of releases never change.
  <If "%{REQUEST_URI} =~ m#${IN_ADDRESS}#">
    Header set Cache-Control "${IMMUTABLE}"
  </If>
  # Where developer tools find the source map of a script.
  <If "%{REQUEST_URI} =~ m#${IN_ADDRESS}[^/]+\\.js$#">
    Header set SourceMap "expr=%{REQUEST_URI}.map"
  </If>
</IfModule>
<IfModule mod_deflate.c>
  <IfModule mod_filter.c>
    AddOutputFilterByType DEFLATE text/css text/javascript application/json text/html text/markdown
  </IfModule>
</IfModule>
`;

const NGINX = `# ESS Widgets, for nginx: lines for the server { } of the site. Here the folder stands at /ess/.
location /ess/ {
  types {
    text/css css;
    text/javascript js;
    application/json json map;
    text/html html;
    text/markdown md;
  }
  default_type text/plain;
  charset utf-8;
  charset_types text/css text/javascript application/json text/html text/markdown text/plain;
  gzip on;
  gzip_vary on;
  gzip_types text/css text/javascript application/json text/markdown;
  # Pages of other sites may read these files.
  add_header Access-Control-Allow-Origin "*" always;
  add_header Cross-Origin-Resource-Policy "cross-origin";
  add_header X-Content-Type-Options "nosniff";
  # ess.js says which release is loaded: it is asked for anew.
  add_header Cache-Control "${REVALIDATED}";
  # Folders of releases never change. Headers are not inherited, hence again.
  location ~ "${IN_ADDRESS}" {
    # Where developer tools find the source map of a script; an empty header is not sent.
    set $ess_map "";
    if ($uri ~ "\\.js$") {
      set $ess_map "$uri.map";
    }
    add_header SourceMap $ess_map;
    add_header Access-Control-Allow-Origin "*" always;
    add_header Cross-Origin-Resource-Policy "cross-origin";
    add_header X-Content-Type-Options "nosniff";
    add_header Cache-Control "${IMMUTABLE}";
  }
}
`;

/**
 * Writes the rules of static hosts that read a file `_headers` (Netlify, Cloudflare Pages). Such hosts compress by themselves.
 * Each address has one rule for each header: two would be joined.
 */
function headersFile(entries: readonly string[], folders: readonly string[]): string {
  const own = entries.map((name) => {
    const type = name.endsWith('.js') ? ['  Content-Type: text/javascript; charset=utf-8'] : [];
    return [`/${name}`, ...type, `  Cache-Control: ${REVALIDATED}`].join('\n');
  });
  const kept = folders.map((name) => `/${name}/*\n  Cache-Control: ${IMMUTABLE}`);
  const all = `/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff`;
  const remark = `# ESS Widgets, for static hosts that read this file. It stands at the root of the site: where the folder of the widgets does
# not, write its address before each path (/ess/*).`;
  return `${[remark, all, ...own, ...kept].join('\n\n')}\n`;
}

/**
 * Returns the configuration files of a release by their names.
 * @param entries scripts and pages beside the folders, which are asked for anew: `ess.js`
 * @param folders names of the release folders
 */
export function serverFiles(entries: readonly string[], folders: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ['.htaccess', HTACCESS],
    ['nginx.conf.example', NGINX],
    ['_headers', headersFile(entries, folders)],
  ]);
}
