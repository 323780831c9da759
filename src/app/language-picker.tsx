import { useId, useState } from 'react';
import { LANGUAGES, type LanguageCode, useLocale, useMessages } from '#i18n';
import { usePlatform } from '#platform';
import { chooseLanguage } from './languages.ts';

/** Each language is listed by its own name, so that it can be found from any other language. */
export function LanguagePicker({ offered }: { readonly offered: readonly LanguageCode[] }) {
  const { code } = useLocale();
  const t = useMessages();
  const { local } = usePlatform();
  const id = useId();
  const [isLost, setLost] = useState(false);
  const choose = (next: LanguageCode) => {
    setLost(false);
    chooseLanguage(next, local).catch(() => setLost(true));
  };
  return (
    <div className="language">
      <label htmlFor={id}>{t.app.language}</label>
      <select
        id={id}
        className="input"
        value={code}
        onChange={(event) => choose(event.target.value as LanguageCode)}
        aria-describedby={isLost ? `${id}-error` : undefined}
      >
        {offered.map((known) => (
          <option key={known} value={known} lang={known} dir={LANGUAGES[known].direction}>
            {LANGUAGES[known].name}
          </option>
        ))}
      </select>
      {isLost ? (
        <p id={`${id}-error`} role="alert" className="field-error">
          {t.app.languageLost}
        </p>
      ) : null}
    </div>
  );
}
