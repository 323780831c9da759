import { describe, expect, it } from 'vitest';
import { checkConfig } from '#config/check';
import { ALL_LANGUAGES } from '#i18n';

describe('the languages that config.json may name', () => {
  it('are those that the app speaks, all of them unless it says otherwise', () => {
    expect(checkConfig('{ "system": "kiss" }')).toMatchObject({ kind: 'ok', config: { languages: ALL_LANGUAGES } });
  });
});
