import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import proxyAddress from 'proxy-addr';

export type TrustsProxy = (address: string) => boolean;

/** Parses `TRUST_PROXY`: addresses and networks, separated by commas. Returns undefined when an entry is invalid. */
export function readTrustedProxies(text: string): TrustsProxy | undefined {
  try {
    const trusts = proxyAddress.compile(text.split(/[\s,]+/).filter((entry) => entry !== ''));
    return (address) => trusts(address, 0);
  } catch {
    return undefined;
  }
}

/** The client address and the requested host: from the last header entry of a trusted proxy, else from the socket. */
export function clientOf(req: IncomingMessage, trusts: TrustsProxy): { address: string; host: string } {
  const peer = (req.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  const isTrusted = isIP(peer) > 0 && trusts(peer);
  const address = proxyAddress(req, (_address, distance) => distance === 0 && isTrusted);
  const host = isTrusted ? req.headers['x-forwarded-host']?.toString().split(',').at(-1)?.trim() : undefined;
  return { address: isTrusted && isIP(address) ? address : peer, host: host || (req.headers.host ?? '') };
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether an address or host name, with or without a port, always resolves to this machine. */
export function isLoopback(host = ''): boolean {
  const name = host
    .replace(/^(\[.*\]|[^:]*):\d+$/, '$1')
    .replace(/[[\]]/g, '')
    .toLowerCase();
  return /^([a-z0-9-]+\.)?localhost$/.test(name) || loopback.check(name) || loopback.check(name, 'ipv6');
}
