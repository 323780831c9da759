import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Time between SIGTERM and SIGKILL. Ms. */
const GRACE_MS = 5_000;

/** Starts a program; `ENGINE_LOG=1` shows its output. */
export function startProcess(path: string, args: readonly string[], environment: NodeJS.ProcessEnv) {
  const stdio = process.env.ENGINE_LOG === '1' ? 'inherit' : 'ignore';
  const child = spawn(path, args, { env: { ...process.env, ...environment }, stdio });
  const kill = () => void child.kill();
  // An interrupted run must not leave a browser running.
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
