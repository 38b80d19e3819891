/** Servers of the hosts' own software, each in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** A server of the host's own software, in a folder of its own, with the configuration of the release. */
export interface Served {
  readonly url: string;
  readonly close: () => void;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Waits until a server answers. */
async function answers(url: string): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}

function started(command: string, args: readonly string[]): ChildProcess {
  return spawn(command, args, { stdio: 'ignore' });
}

export const APACHE = '/usr/sbin/apache2';
export const APACHE_MODULES = '/usr/lib/apache2/modules';
export const NGINX = '/usr/sbin/nginx';

/** Starts Apache on the folder `www` of a folder. @param types file of types of the server itself */
export async function startApache(root: string, types: string): Promise<Served> {
  const port = await freePort();
  const modules = ['mpm_event', 'authz_core', 'mime', 'headers', 'filter', 'deflate', 'dir'];
  const config = [
    ...modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`),
    `ServerName 127.0.0.1`,
    `Listen 127.0.0.1:${port}`,
    `PidFile ${root}/apache.pid`,
    `DefaultRuntimeDir ${root}`,
    `ErrorLog ${root}/error.log`,
    `TypesConfig ${types}`,
    `DocumentRoot ${root}/www`,
    `<Directory ${root}/www>`,
    'AllowOverride FileInfo',
    'Require all granted',
    '</Directory>',
  ];
  writeFileSync(path.join(root, 'apache.conf'), `${config.join('\n')}\n`);
  const child = started(APACHE, ['-f', path.join(root, 'apache.conf'), '-DFOREGROUND']);
  const url = `http://127.0.0.1:${port}/`;
  await answers(`${url}ess/ess.js`);
  return { url, close: () => child.kill() };
}

/** Starts nginx on the folder `www` of a folder, with the types of the server. @param more what stands in its `server` */
export async function startNginx(root: string, more: string): Promise<Served> {
  const port = await freePort();
  const config = `daemon off; pid ${root}/nginx.pid; error_log ${root}/error.log;
    events {}
    http {
      access_log off; include /etc/nginx/mime.types;
      client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi;
      uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
      server { listen 127.0.0.1:${port}; root ${root}/www; ${more} }
    }`;
  writeFileSync(path.join(root, 'nginx.conf'), config);
  const child = started(NGINX, ['-p', root, '-e', path.join(root, 'error.log'), '-c', path.join(root, 'nginx.conf')]);
  const url = `http://127.0.0.1:${port}/`;
  await answers(`${url}ess/ess.js`);
  return { url, close: () => child.kill() };
}
