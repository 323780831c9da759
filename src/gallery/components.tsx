import { ALL_LANGUAGES, useSignedInMessages } from '#i18n';
import {
  BackIcon,
  Button,
  Callout,
  CheckIcon,
  ChevronIcon,
  ClockIcon,
  CrossIcon,
  GateIcon,
  OfflineIcon,
  Page,
  PinIcon,
  QuestionIcon,
  RefreshIcon,
  TroubleIcon,
  UnitIcon,
} from '#ui';
import { Drawings, Field, OpenButton, Part, Swatch } from './component-parts.tsx';
import type { GalleryState } from './state.ts';

const COLOURS = [
  'ground',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-soft',
  'accent',
  'on-accent',
  'accent-soft',
  'good',
  'good-soft',
  'bad',
  'bad-soft',
  'unsure',
  'unsure-soft',
];
const ICONS = {
  UnitIcon,
  GateIcon,
  PinIcon,
  RefreshIcon,
  BackIcon,
  ChevronIcon,
  CheckIcon,
  CrossIcon,
  QuestionIcon,
  ClockIcon,
  TroubleIcon,
  OfflineIcon,
};
const TONES = ['neutral', 'good', 'bad', 'unsure'] as const;
const VARIANTS = ['primary', 'secondary', 'quiet'] as const;

type Props = { readonly states: readonly GalleryState[]; readonly search: string };

/** All components in all states, in the selected language; the gallery's own texts are English. */
export function Components({ states, search }: Props) {
  const t = useSignedInMessages();
  return (
    <Page title="Gallery" documentTitle="Gallery" className="gallery">
      <nav className="gallery-ways" aria-label="Ways to look at it">
        {['light', 'dark'].flatMap((theme) =>
          ALL_LANGUAGES.map((language) => (
            <a key={theme + language} href={`?theme=${theme}&language=${language}`}>
              {theme} {language}
            </a>
          )),
        )}
      </nav>
      <Part title="Screens">
        <ul className="gallery-states">
          {states.map(({ name }) => (
            <li key={name}>
              <a href={`/__gallery/${name}${search}`}>{name}</a>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Colours">
        <div className="gallery-row">
          {COLOURS.map((name) => (
            <Swatch key={name} name={name} />
          ))}
        </div>
      </Part>
      <Part title="Icons">
        <div className="gallery-row">
          {Object.entries(ICONS).map(([name, Icon]) => (
            <Icon key={name} />
          ))}
        </div>
      </Part>
      <Part title="Buttons">
        {VARIANTS.map((variant) => (
          <div key={variant} className="gallery-row">
            <Button variant={variant}>{t.signIn.sendCode}</Button>
            <Button variant={variant} aria-disabled="true">
              {t.signIn.sendingCode}
            </Button>
            <Button variant={variant} disabled>
              {t.problems.retry}
            </Button>
          </div>
        ))}
      </Part>
      <Part title="The Open button">
        <OpenButton isBusy={false} />
        <OpenButton isBusy />
      </Part>
      <Part title="Doors">
        <Drawings />
      </Part>
      <Part title="Fields">
        <Field id="empty" label={t.signIn.phoneNumber} />
        <Field id="filled" label={t.signIn.phoneNumber} value="(303) 555-0101" />
        <Field id="wrong" label={t.signIn.phoneNumber} value="30" error={t.signIn.errors.letters} />
      </Part>
      <Part title="Callouts">
        {TONES.map((tone) => (
          <Callout key={tone} tone={tone} title={t.denials['payment-due'].long}>
            <p>{t.denials['payment-due'].next}</p>
          </Callout>
        ))}
      </Part>
      <Part title="Progress and results">
        {TONES.map((tone) => (
          <p key={tone} className={`status status-${tone}`}>
            {t.unlock.states.unknown}
          </p>
        ))}
      </Part>
      <Part title="While it loads">
        <div className="skeleton skeleton-card" aria-hidden="true" />
      </Part>
      <Part title="Nothing there">
        <div className="empty">
          <UnitIcon />
          <p>{t.doors.emptyBody}</p>
        </div>
      </Part>
    </Page>
  );
}
