import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { countdown, duration, useMessages } from '#i18n';
import { usePlatform } from '#platform';
import { ClockIcon, OfflineIcon, TroubleIcon, useSecondsUntil } from '#ui';
import { useRateLimitServices } from './rate-limit.ts';
import { useTrouble } from './trouble.ts';

/** At most one banner: the one that stops the person from going on right now. */
export function Banners() {
  const { watched } = useRateLimitServices();
  const until = useSyncExternalStore(watched.subscribe, watched.until);
  const seconds = useSecondsUntil(until);
  const { online } = usePlatform();
  const isOnline = useSyncExternalStore(online.subscribe, online.isOnline);
  const trouble = useTrouble();
  const banner = () => {
    if (until !== null && seconds > 0) return <CountdownBanner key={until} seconds={seconds} />;
    if (!isOnline) return <OfflineBanner />;
    return trouble === null ? null : <TroubleBanner checksAt={trouble} />;
  };
  return (
    <>
      {banner()}
      <Ending isCounting={seconds > 0} />
    </>
  );
}

/** Says that the countdown is over to whoever cannot see it go. Stands there, empty, before there is anything to say. */
function Ending({ isCounting }: { readonly isCounting: boolean }) {
  const t = useMessages();
  const [isOver, setOver] = useState(false);
  const wasCounting = useRef(false);
  useEffect(() => {
    if (isCounting || wasCounting.current) setOver(!isCounting);
    wasCounting.current = isCounting;
  }, [isCounting]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {isOver ? t.banner.over : null}
    </p>
  );
}

/** Moments worth hearing; every second would be unbearable. */
const SPOKEN = [30, 10];

/**
 * The digits tick for the eye only. What is read out is part of the alert, so a change of it is an announcement: at the
 * start, at 30 s and at 10 s.
 */
function CountdownBanner({ seconds }: { readonly seconds: number }) {
  const t = useMessages();
  const [atFirst] = useState(seconds);
  return (
    <div role="alert" className="banner">
      <div className="banner-row">
        <ClockIcon />
        <p>
          {t.banner.tooMany} {t.banner.tryAgainIn}{' '}
          <span className="visually-hidden">
            {duration(SPOKEN.findLast((mark) => seconds <= mark && mark < atFirst) ?? atFirst)}
          </span>
          <span aria-hidden="true" className="banner-digits">
            {countdown(seconds)}
          </span>
        </p>
      </div>
    </div>
  );
}

/** Read out once, when the trouble begins; the digits are for the eye. */
function TroubleBanner({ checksAt }: { readonly checksAt: number }) {
  const t = useMessages();
  const seconds = useSecondsUntil(checksAt);
  return (
    <div role="alert" className="banner">
      <div className="banner-row">
        <TroubleIcon />
        <p>
          <strong>{t.app.troubleTitle}.</strong> {t.app.troubleBody}{' '}
          <span aria-hidden="true" className="banner-digits">
            {countdown(seconds)}
          </span>
        </p>
      </div>
    </div>
  );
}

function OfflineBanner() {
  const t = useMessages();
  return (
    <section className="banner" aria-label={t.app.offlineTitle}>
      <div className="banner-row">
        <OfflineIcon />
        <p>
          <strong>{t.app.offlineTitle}.</strong> {t.app.offlineBody}
        </p>
      </div>
    </section>
  );
}
