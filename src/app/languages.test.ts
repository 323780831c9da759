import { describe, expect, it } from 'vitest';
import { checkConfig } from '#config/check';
import { ALL_LANGUAGES } from '#i18n';

describe('the languages that config.json may name', () => {
  it('are those of the app, and all of them where it names none', () => {
    expect(checkConfig('{ "system": "kiss" }')).toMatchObject({ kind: 'ok', config: { languages: ALL_LANGUAGES } });
  });
});
