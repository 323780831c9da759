import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoTenants } from '../src/facility/index.ts';
import { readSettings, SettingsError } from './settings.ts';
import { type RunningServer, startServer } from './start-server.ts';

const dist = resolve(import.meta.dirname, '../../dist');
const print = (line: string) => void process.stdout.write(`${line}\n`);
let running: RunningServer | undefined;
let isStopping = false;

// A terminal and npm may both deliver the same signal, so `stop` may be called twice.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
try {
  const settings = readSettings(process.env, process.cwd());
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`There is no built app in ${dist}: run "npm start".`);
  if (!settings.apiBase) {
    print('The simulated facility is running. Sign in with one of these numbers; the codes are printed below.');
    for (const { phone, about } of demoTenants) print(`  ${phone}  ${about}`);
  }
  running = await startServer({ ...settings, dist, log: print });
  const { url, controlToken } = running;
  if (controlToken) print(`For other machines, ${url}/__facility requires the token ${controlToken}`);
  if (isStopping) await stop();
  else print(`ready ${url}`);
} catch (error) {
  process.stderr.write(`${sentenceFor(error as NodeJS.ErrnoException)}\n`);
  process.exit(error instanceof SettingsError ? 2 : 1);
}

async function stop(): Promise<void> {
  isStopping = true;
  if (!running) return;
  await running.close();
  process.exit(0);
}

function sentenceFor({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return `PORT is in use by another program (${message}): stop it, or set another PORT.`;
  if (code === 'EACCES') return `PORT may not be used by this account (${message}): set one above 1023.`;
  const isHost = /^(EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN)$/.test(code ?? '');
  return isHost ? `HOST is not an address of this machine (${message}): correct it, or leave it out.` : message;
}
