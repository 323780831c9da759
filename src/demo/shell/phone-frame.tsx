import './phone-frame.css';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Director } from '../director/director.ts';
import type { Phone, PhoneNotice } from '../phone/phone.ts';
import { usePicked } from './use-picked.ts';

type Props = { readonly director: Director; readonly onTouch: () => void };

/** The phone: the real app in a window of its own, and what the phone itself says over it. */
export function PhoneFrame({ director, onTouch }: Props) {
  const beginning = usePicked(director, director.beginning);
  const progress = usePicked(director, director.progress);
  const touch = usePicked(director, director.touch);
  const { phone } = director.demo();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => phone.onTouch(onTouch), [phone, onTouch]);
  return (
    <section className="demo-phone" aria-label="The tenant’s phone">
      <div className="demo-screen">
        {/* Siblings: a count alone as the key would be a touch's, too, sooner or later, and the old frame would stay. */}
        <iframe
          key={`frame ${beginning}`}
          title="The app on the phone"
          className="demo-frame"
          data-beginning={beginning}
          src="phone/#/"
          ref={frame}
        />
        {progress.kind === 'preparing' ? <p className="demo-curtain">Getting ready…</p> : null}
        {touch ? (
          <span key={`touch ${touch.nth}`} className="demo-touch" style={{ left: touch.x, top: touch.y }} />
        ) : null}
        <Notice key={`notice ${beginning}`} phone={phone} onTouch={onTouch} onLeave={() => frame.current?.focus()} />
      </div>
    </section>
  );
}

type NoticeProps = {
  readonly phone: Phone;
  readonly onTouch: () => void;
  /** Where the focus goes when its buttons are gone. */
  readonly onLeave: () => void;
};

function Notice({ phone, onTouch, onLeave }: NoticeProps) {
  const press = (then: () => void) => () => {
    onTouch();
    then();
    onLeave();
  };
  const notice = useSyncExternalStore(phone.subscribe, phone.notice);
  return (
    <div className="demo-notices" role="status">
      {notice === null ? null : (
        <div className="demo-notice">
          <p className="demo-notice-from">{notice.kind === 'message' ? 'Messages · now' : 'The phone'}</p>
          <p>{textOf(notice)}</p>
          <div className="demo-notice-buttons">
            {notice.kind === 'message' && notice.code !== null ? (
              <button type="button" className="button button-primary demo-button" onClick={press(phone.tapNotice)}>
                Fill in {notice.code}
              </button>
            ) : null}
            <button type="button" className="button button-secondary demo-button" onClick={press(phone.dismissNotice)}>
              Dismiss
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

const LEAVING: readonly (readonly [scheme: string, text: string])[] = [
  ['tel:', 'would call'],
  ['sms:', 'would write a text message to'],
  ['mailto:', 'would write an e-mail to'],
];

function textOf(notice: PhoneNotice): string {
  if (notice.kind === 'message') return notice.text;
  const { href } = notice;
  const [scheme, text] = LEAVING.find(([one]) => href.startsWith(one)) ?? ['', 'would open'];
  return `Here the phone ${text} ${decodeURIComponent(href.slice(scheme.length))}`;
}
