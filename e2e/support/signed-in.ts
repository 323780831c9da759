import type { Page } from '@playwright/test';
import type { FacilityControl } from './facility.ts';

type Item = { readonly name: string; readonly value: string };

/** The localStorage items after a sign-in through the screens, by facility and phone number. */
const captured = new Map<string, readonly Item[]>();
const keyOf = (facility: FacilityControl, phone: string) => `${facility.url} ${phone}`;

/** Keeps the page's localStorage after a sign-in through the screens for later tests. */
export async function capture(page: Page, facility: FacilityControl, phone: string): Promise<void> {
  const { origins } = await page.context().storageState();
  const items = origins.find(({ origin }) => origin === facility.url)?.localStorage ?? [];
  captured.set(keyOf(facility, phone), items);
}

/** Restores a captured localStorage with a new token. Returns false when none was captured. */
export async function restore(page: Page, facility: FacilityControl, phone: string): Promise<boolean> {
  const items = captured.get(keyOf(facility, phone));
  if (!items) return false;
  const token = await facility.signIn(phone);
  const localStorage = items.map(({ name, value }) => ({ name, value: withToken(value, token) }));
  await page.context().setStorageState({ cookies: [], origins: [{ origin: facility.url, localStorage }] });
  return true;
}

function withToken(value: string, token: string): string {
  const parsed = JSON.parse(value) as unknown;
  const isSession = typeof parsed === 'object' && parsed !== null && 'token' in parsed;
  return isSession ? JSON.stringify({ ...parsed, token, signedInAt: Date.now() }) : value;
}
