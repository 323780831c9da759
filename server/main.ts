import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoTenants } from '../src/facility/index.ts';
import { listenSentence, readSettings, type Settings, SettingsError } from './settings.ts';
import { type RunningServer, startServer } from './start-server.ts';

const dist = resolve(import.meta.dirname, '../../dist');

let running: RunningServer | undefined;
let stopping = false;

// A terminal and npm may both deliver the same signal, so a second one means nothing new.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());

const settings = settingsOrExit();
if (!existsSync(join(dist, 'index.html'))) {
  exitWith(1, `There is no built app in ${dist}: run "npm start", which builds it.`);
}
if (!settings.apiBase) introduceTenants();
try {
  running = await startServer({ ...settings, dist, log: print });
} catch (error) {
  const sentence = listenSentence(error, settings);
  if (sentence === undefined) throw error;
  exitWith(1, sentence);
}
if (stopping) await stop();
else print(`ready ${running.url}`);

async function stop(): Promise<void> {
  stopping = true;
  if (!running) return;
  await running.close();
  process.exit(0);
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env, process.cwd());
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return exitWith(2, error.message);
  }
}

function introduceTenants(): void {
  print('A simulated facility answers here. Sign in with one of these numbers; the codes are printed below.');
  for (const { phone, about } of demoTenants) print(`  ${phone}  ${about}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function exitWith(code: number, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
