import { useConfig } from '#config';
import { useMessages } from '#i18n';
import { usePath } from '#router';
import { LanguagePicker } from './language-picker.tsx';

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
