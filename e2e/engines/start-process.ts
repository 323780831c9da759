import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long a program that was asked to end may take. Ms. */
const GRACE_MS = 5_000;

/** A program without a terminal; what it prints is of no interest, but for `ENGINE_LOG=1`. */
export function startProcess(path: string, args: readonly string[], environment: NodeJS.ProcessEnv) {
  const stdio = process.env.ENGINE_LOG === '1' ? 'inherit' : 'ignore';
  const child = spawn(path, args, { env: { ...process.env, ...environment }, stdio });
  const kill = () => void child.kill();
  // A run that is broken off leaves no browser behind.
  process.once('exit', kill);
  const ended = once(child, 'exit').catch(() => {});
  return {
    async end() {
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(force);
    },
  };
}
