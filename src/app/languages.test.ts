import { describe, expect, it } from 'vitest';
import { checkConfig } from '#config/check';
import { ALL_LANGUAGES } from '#i18n';

describe('the languages that config.json may name', () => {
  it('default to all languages of the app', () => {
    expect(checkConfig('{ "system": "kiss" }')).toMatchObject({ kind: 'ok', config: { languages: ALL_LANGUAGES } });
  });
});
