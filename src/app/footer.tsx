import { useState } from 'react';
import { useConfig } from '#config';
import { LANGUAGES, type LanguageCode, useLocale, useMessages } from '#i18n';
import { usePlatform } from '#platform';
import { usePath } from '#router';
import { chooseLanguage } from './languages.ts';

/** Language and legal links. Not on the door and activity pages, to avoid accidental taps near the Open button. */
export function Footer() {
  const { languages, legal } = useConfig();
  const t = useMessages();
  const path = usePath();
  if (/^\/(doors|activity)(\/|$)/.test(path)) return null;
  const links = (['terms', 'privacy', 'imprint'] as const).flatMap((kind) => {
    const href = legal[kind];
    return href === undefined ? [] : [{ href, text: t.legal[kind] }];
  });
  return (
    <footer className="footer">
      {languages.length > 1 ? <LanguagePicker offered={languages} /> : null}
      {links.map(({ href, text }) => (
        <a key={text} href={href} rel="noreferrer">
          {text}
        </a>
      ))}
    </footer>
  );
}

/** Each language is listed by its own name, so that it can be found from any other language. */
function LanguagePicker({ offered }: { readonly offered: readonly LanguageCode[] }) {
  const { code } = useLocale();
  const t = useMessages();
  const { local } = usePlatform();
  const [isLost, setLost] = useState(false);
  const choose = (next: LanguageCode) => {
    setLost(false);
    chooseLanguage(next, local).catch(() => setLost(true));
  };
  return (
    <div className="language">
      <label htmlFor="language">{t.app.language}</label>
      <select
        id="language"
        className="input"
        value={code}
        onChange={(event) => choose(event.target.value as LanguageCode)}
        aria-describedby={isLost ? 'language-error' : undefined}
      >
        {offered.map((known) => (
          <option key={known} value={known} lang={known} dir={LANGUAGES[known].direction}>
            {LANGUAGES[known].name}
          </option>
        ))}
      </select>
      {isLost ? (
        <p id="language-error" role="alert" className="field-error">
          {t.app.languageLost}
        </p>
      ) : null}
    </div>
  );
}
