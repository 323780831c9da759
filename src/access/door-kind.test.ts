// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { getSignedInMessages } from '#i18n';
import type { Door } from '#model';
import { aDoor } from '#model/test-helpers';
import { kindText } from './door-kind.ts';

it.each<[Partial<Door>, string]>([
  [{ kind: 'entry-point', form: 'gate', name: 'Roll-up Door' }, 'Gate'],
  [{ kind: 'entry-point', form: 'outer-door', name: 'Main Gate' }, 'Door'],
  [{ kind: 'entry-point', form: 'inner-door' }, 'Door'],
  [{ kind: 'entry-point', form: 'rollup-door' }, 'Door'],
  [{ kind: 'entry-point', form: 'other', name: 'Main Gate' }, 'Shared door'],
  [{ grantType: 'primary' }, 'Your unit'],
  [{ grantType: 'shared' }, 'Shared with you'],
  [{ grantType: null }, 'Unit'],
])('%j is called %s', (facts, text) => {
  expect(kindText(getSignedInMessages(), aDoor(facts))).toBe(text);
});
