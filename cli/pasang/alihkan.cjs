/**
 * Makes a program that knows only Google's addresses, unmodified clasp above all, work with a local Workspace:
 *
 *     NODE_OPTIONS=--require=<this file> USULAN_PBI_WORKSPACE=http://127.0.0.1:8787 clasp push
 *
 * Requests to `*.googleapis.com` and `accounts.google.com` go to the Workspace as plain HTTP; the paths stay as they are.
 * Every other connection that the process tries to make fails: nothing meant for practice ever leaves this machine,
 * whatever proxy the shell names. Without a usable address the program does not start at all. Plain JavaScript, because
 * it is loaded before anything that could read types.
 */
'use strict';
const http = require('node:http');
const https = require('node:https');
const net = require('node:net');
const { syncBuiltinESMExports } = require('node:module');
const { urlToHttpOptions } = require('node:url');

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]', '::1'];

// biome-ignore lint/style/noProcessEnv: a preload has no other way to be told anything
const workspace = addressOf(process.env.USULAN_PBI_WORKSPACE);
const port = workspace.port === '' ? 80 : Number(workspace.port);
/** Not the global one: that may be told by the shell to use a proxy. */
const agent = new http.Agent({ keepAlive: true });

function addressOf(text) {
  const url = URL.canParse(text ?? '') ? new URL(text) : undefined;
  if (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname)) return url;
  throw new Error('USULAN_PBI_WORKSPACE harus berisi alamat Workspace lokal, misalnya http://127.0.0.1:8787.');
}

const isGoogle = (host) => /^([\w-]+\.)*googleapis\.com$|^accounts\.google\.com$/i.test(host);
const refusal = (host) => new Error(`Sambungan ke ${host} ditolak: program ini hanya boleh memakai Workspace lokal.`);

/** A request as `https.request` takes it, in any of its three forms. */
function requestToWorkspace(...args) {
  const callback = typeof args.at(-1) === 'function' ? args.pop() : undefined;
  const [first, more] = args;
  const url = typeof first === 'string' ? new URL(first) : first;
  const options = url instanceof URL ? { ...urlToHttpOptions(url), ...more } : { ...url };
  const host = options.hostname ?? options.host ?? '';
  // To anywhere else the connection is tried as plain HTTP too, and refused below.
  const target = isGoogle(host) ? { host: workspace.hostname, hostname: workspace.hostname, port } : { port: 443 };
  const request = http.request({ ...options, protocol: 'http:', defaultPort: 80, ...target, agent }, callback);
  if (isGoogle(host)) request.setHeader('host', workspace.host);
  return request;
}

https.request = requestToWorkspace;
https.get = (...args) => requestToWorkspace(...args).end();

const nativeFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (!isGoogle(url.hostname)) return nativeFetch(input, init);
  const here = new URL(url.pathname + url.search, workspace);
  return nativeFetch(input instanceof Request ? new Request(here, input) : here, init);
};

// Under every protocol lies a socket: whatever was forgotten above ends here.
const nativeConnect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connect(...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  const to = typeof options === 'object' ? options : { port: options, host: args[1] };
  const host = typeof to.host === 'string' ? to.host : 'localhost';
  if ((to.path ?? '') === '' && LOOPBACK.includes(host) && Number(to.port) === port) {
    return nativeConnect.apply(this, args);
  }
  return this.destroy(refusal(host));
};
syncBuiltinESMExports();
