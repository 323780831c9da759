import type { Step } from './state.ts';

/** Runs each step as soon as its target is enabled. Resolves when `until` is on screen. */
export async function takeSteps(steps: readonly Step[], until: string, sentCode: () => string): Promise<void> {
  for (const step of steps) {
    const element = await appears(step.target);
    if (step.do === 'press') element.click();
    if (step.do === 'type') typeInto(element as HTMLInputElement, step.text);
    if (step.do === 'type-code') typeInto(element as HTMLInputElement, sentCode());
  }
  await appears(until);
}

/** Resolves with the element as soon as it exists and is enabled. */
function appears(target: string): Promise<HTMLElement> {
  const find = () => document.querySelector<HTMLElement>(`${target}:not(:disabled)`);
  return new Promise((done) => {
    const seen = find();
    if (seen) return done(seen);
    const observer = new MutationObserver(() => {
      const element = find();
      if (!element) return;
      observer.disconnect();
      done(element);
    });
    observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
  });
}

/** Uses the native setter, so that React sees a change. */
function typeInto(input: HTMLInputElement, text: string): void {
  input.focus();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
