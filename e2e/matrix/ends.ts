import { expect, type Page } from '@playwright/test';
import type { FacilityControl } from '../support/facility.ts';
import { goTo, phones, signInAgain, status } from '../support/steps.ts';
import type { Cell } from './table.ts';

const phoneField = (page: Page) => page.getByRole('textbox', { name: 'Phone number' });
const codeField = (page: Page) => page.getByRole('textbox', { name: 'Verification code' });

type ExpectEnd = (page: Page, cell: Cell, facility: FacilityControl) => Promise<void>;

/** The assertions for each kind of end. */
export const expectEnd: Readonly<Record<Cell['end']['place'], ExpectEnd>> = {
  form: async (page, { operation, fault, end }) => {
    const isPhone = operation === 'phone';
    const field = isPhone ? phoneField(page) : codeField(page);
    await expect(field).toHaveAccessibleDescription(new RegExp(end.says));
    await expect(field).toHaveValue(isPhone ? '(303) 555-0101' : /^\d{6}$/);
    await expect(page).toHaveURL(isPhone ? /\/sign-in$/ : /\/sign-in\/code$/);
    const send = page.getByRole('button', { name: isPhone ? 'Send code' : 'Verify' });
    await expect(send).toBeEnabled({ enabled: fault.kind !== 'rate-limited' });
  },
  notice: async (page, { end }) => {
    await expect(page.getByRole('main').getByText(end.says)).toBeVisible();
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);
  },
  countdown: async (page, { end }) => {
    await expect(page.getByRole('alert')).toContainText(end.says);
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);
  },
  'code step': async (page, { end }) => {
    await expect(page.getByRole('heading', { name: 'Enter the code' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(end.says);
    await expect(page.getByRole('main')).toContainText('555');
  },
  list: async (page, { end }) => {
    await expect(page.getByRole('main').getByText(end.says)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
  'above list': async (page, { operation, end }) => {
    if (end.says !== '') await expect(page.getByText(end.says).first()).toBeVisible();
    // Toasts disappear; the list stays.
    await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
    if (operation === 'access refresh') {
      await expect(page.getByText('Showing the last list we could load.')).toBeVisible();
    }
    if (operation === 'health') await expect(page.getByRole('alert')).toHaveCount(0);
  },
  'sign-in': async (page, { operation, end }, facility) => {
    await expect(page.getByText(end.says)).toBeVisible();
    await facility.healFaults();
    await signInAgain(page, facility, phones.oneAccount);
    await expect(page).toHaveURL(operation.startsWith('access') ? /\/doors$/ : /\/doors\/.+/);
  },
  door: async (page, { end }) => {
    await expect(status(page)).toContainText(end.says);
  },
  activity: async (page, { end }) => {
    await expect(status(page)).toContainText('Opened at');
    await goTo(page, 'activity');
    await expect(page.getByRole('main').getByRole('listitem')).toContainText(end.says);
  },
  banner: async (page, { end }) => {
    await expect(page.getByRole('alert')).toContainText(end.says);
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeDisabled();
    await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  },
};
