import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder, without a trailing slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * The environment for tools. Without NODE_ENV, which would change builds and test runs.
 *
 * @param {Record<string, string>} [more]
 */
function toolEnvironment(more = {}) {
  const env = { ...process.env, ...more };
  delete env.NODE_ENV;
  return env;
}

/**
 * Runs a command in the project's folder, without standard input. Forwards SIGTERM and SIGINT to it, then exits.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number, toStderr?: boolean }} [options] `toStderr` keeps standard
 *   output for the result of this process
 * @returns {Promise<number>} the exit code; 127 when the command does not exist
 */
export function run(command, args, { env = {}, timeoutMs = 0, toStderr = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnvironment(env),
      stdio: ['ignore', toStderr ? 2 : 'inherit', 'inherit'],
      timeout: timeoutMs,
    });
    /** @param {NodeJS.Signals} signal */
    const forwardSignal = (signal) => {
      child.kill(signal);
      child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143));
    };
    process.on('SIGTERM', forwardSignal);
    process.on('SIGINT', forwardSignal);
    /** @param {number} code */
    const end = (code) => {
      process.off('SIGTERM', forwardSignal);
      process.off('SIGINT', forwardSignal);
      done(code);
    };
    child.once('error', () => end(127));
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Prints one line. @param {string} text @param {NodeJS.WriteStream} [to] */
export function print(text, to = process.stdout) {
  to.write(`${text}\n`);
}
