// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { memoryStore } from '#platform';
import { type SignedIn, SignedInContext } from '#session';
import { tenant } from './access.test-helper.tsx';
import { createPins } from './pins.ts';
import { PinsContext, usePins } from './use-pins.ts';

afterEach(cleanup);

function PinButtons() {
  const { pinnedIds, toggle } = usePins();
  return ['gate', 'b204'].map((id) => (
    <button key={id} type="button" aria-pressed={pinnedIds.includes(id)} onClick={() => toggle(id)}>
      {id}
    </button>
  ));
}

it('pins and unpins doors of the signed-in tenant, and shows the pins of other tabs', () => {
  const pins = createPins(memoryStore());
  render(
    <SignedInContext value={{ kind: 'signed-in', tenant } as SignedIn}>
      <PinsContext value={pins}>
        <PinButtons />
      </PinsContext>
    </SignedInContext>,
  );
  const pressed = () => screen.queryAllByRole('button', { pressed: true }).map(({ textContent }) => textContent);
  const press = (name: string) => act(() => screen.getByRole('button', { name }).click());
  expect(pressed()).toEqual([]);
  press('b204');
  expect([pressed(), pins.list(tenant)]).toEqual([['b204'], ['b204']]);
  act(() => pins.toggle(tenant, 'gate'));
  expect(pressed()).toEqual(['gate', 'b204']);
  press('b204');
  expect(pressed()).toEqual(['gate']);
});
