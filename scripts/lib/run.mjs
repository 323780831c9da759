import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder, without a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * The environment for tools: without NODE_ENV, because a value left over from elsewhere makes a build or a test run
 * another one than it is meant to be.
 *
 * @param {Record<string, string>} [more]
 */
function toolEnvironment(more = {}) {
  const env = { ...process.env, ...more };
  delete env.NODE_ENV;
  return env;
}

/**
 * Runs a command in the project's folder, with its output on this terminal and nothing to read. A SIGTERM or SIGINT to
 * this process is handed on, so that nothing is left running; then this process ends too.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number, toStderr?: boolean }} [options] `toStderr` keeps standard
 *   output for this process's own words
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
    const handOn = (signal) => {
      child.kill(signal);
      child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143));
    };
    process.on('SIGTERM', handOn);
    process.on('SIGINT', handOn);
    /** @param {number} code */
    const end = (code) => {
      process.off('SIGTERM', handOn);
      process.off('SIGINT', handOn);
      done(code);
    };
    child.once('error', () => end(127));
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Prints one line, told apart from the tools' own output. @param {string} text @param {NodeJS.WriteStream} [to] */
export function say(text, to = process.stdout) {
  to.write(`${text}\n`);
}
