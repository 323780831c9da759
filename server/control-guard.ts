import type { IncomingMessage } from 'node:http';

type Asked = Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } };

/**
 * Why this request may not use the facility's control face; undefined when it may. The control face reads codes and
 * moves doors, so it is for programs on this machine only: not for the network, not for a web page of another origin
 * that a browser on this machine shows, and not for a host name that was pointed at this machine (DNS rebinding).
 */
export function whyNotControl(req: Asked): string | undefined {
  if (!isLoopbackAddress(req.socket.remoteAddress)) return 'The control face answers to this machine only.';
  const host = req.headers.host;
  if (!isLoopbackHost(host)) return 'The control face answers only under a loopback name, such as 127.0.0.1.';
  // A reverse proxy on this machine makes the whole network look like a loopback peer.
  if (req.headers.forwarded || req.headers['x-forwarded-for']) return 'The control face is not available by proxy.';
  const origin = req.headers.origin;
  if (origin !== undefined && origin !== `http://${host}`) return 'The control face is not for pages of other origins.';
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'The control face is not for pages of other origins.';
  }
  return undefined;
}

/** Whether a socket's peer address is this machine: 127.0.0.0/8, ::1, or the former inside IPv6. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i.test(address ?? '');
}

function isLoopbackHost(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase();
  return name === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name) || /^([a-z0-9-]+\.)?localhost$/.test(name);
}
