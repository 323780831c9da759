// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { setLocale } from '#i18n';
import { PlatformContext } from '#platform';
import { createTestPlatform } from '#platform/test-helpers';
import { HydratedContext } from '#ui';
import { CountryPicker } from './country-picker.tsx';

beforeAll(() => setLocale('en'));

const show = (value: string) => {
  const onPick = vi.fn();
  render(
    <PlatformContext value={createTestPlatform()}>
      <HydratedContext value={true}>
        <CountryPicker id="country" value={value} onPick={onPick} />
      </HydratedContext>
    </PlatformContext>,
  );
  return onPick;
};
const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

describe('the country picker', () => {
  it('shows only the selected country until the list is loaded, and then all by name', async () => {
    const onPick = show('GB');
    expect(options()).toEqual(['GB']);
    await waitFor(() => expect(options().length).toBeGreaterThan(200));
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('United Kingdom (+44)');
    expect(options()[0]).toBe('Afghanistan (+93)');
    expect(onPick).not.toHaveBeenCalled();
  });

  it('selects the default country where the language names a region without a calling code', async () => {
    const onPick = show('AQ');
    await waitFor(() => expect(onPick).toHaveBeenCalledWith('US'));
  });
});
